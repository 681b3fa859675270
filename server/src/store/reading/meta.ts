/** What is read of Strapi's own database metadata. */
export interface MetaAttribute {
  type: string;
  columnName?: string;
  relation?: string;
  target?: string;
  morphBy?: string;
  joinColumn?: { name: string; referencedColumn: string };
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn?: { name: string };
    morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
    orderColumnName?: string;
    on?: Record<string, unknown>;
  };
  morphColumn?: { idColumn: { name: string }; typeColumn: { name: string } };
}
export interface Meta {
  uid: string;
  tableName: string;
  attributes: Record<string, MetaAttribute>;
}
export type GetMeta = (uid: string) => Meta | undefined;

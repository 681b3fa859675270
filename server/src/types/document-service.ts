/** Our parameters where code reads documents: `strapi.documents(uid).findMany({ draftOf: … })`. */
export interface RevisionsParams {
  drafts?: boolean | 'any';
  /** a documentId, several, `*` or `none` */
  draftOf?: string | string[];
  draftId?: number | string;
  /** `me`, `admin:ID`, `user:ID`, `api-token:ID`, or the id of an admin */
  draftCreator?: number | string;
  provisionalDrafts?: boolean | 'any';
  savedDraftsOnly?: boolean;
  withProvisionalDrafts?: boolean;
  revisions?: boolean;
  revisionOf?: string;
  revisionId?: number | string;
  revisionCreator?: number | string;
  /** ISO 8601, with its zone */
  asOf?: string | Date;
  version?: 'current' | 'published';
  previewToken?: string;
}

declare module '@strapi/strapi' {
  export namespace Public {
    /**
     * Strapi's place for the parameters of plugins. It takes them for content types whose schema has options of the
     * plugin, or for all of them where no types were generated; and for `findMany`, `findFirst` and `count`.
     */
    export interface DocumentServicePluginParams {
      revisions: RevisionsParams;
    }
  }
}

import type { RestoreAnswer } from '../api/revisionsApi';

export interface ChangedField {
  name: string;
  /** locales in which it would change; null where the type is not localized */
  locales: (string | null)[];
  /** whether all locales share its value */
  isShared: boolean;
}

/** The fields that a restore would change, over all locales it touches, in the order in which they were named. */
export const changedFields = ({ data, meta }: Pick<RestoreAnswer, 'data' | 'meta'>): ChangedField[] => {
  const shared = new Set(data.warnings.filter(({ code }) => code === 'shared').map(({ path }) => path));
  const fields = new Map<string, ChangedField>();

  for (const { locale, changed } of meta.changes) {
    for (const name of changed) {
      const field = fields.get(name) ?? { name, locales: [], isShared: shared.has(name) };
      field.locales.push(locale);
      fields.set(name, field);
    }
  }
  return [...fields.values()];
};

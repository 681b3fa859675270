import type { DraftChanges } from './merge';
import type { Structure } from './structure';

/** What a draft changes in one locale, as it is stored. */
export interface LocaleChanges {
  locale: string;
  changes: DraftChanges;
}

const isShared = ({ attributes }: Structure, name: string): boolean => attributes[name]?.localized === false;

/** Names of what a draft changes, in whatever locale; some may come twice. */
export const touchedIn = (rows: readonly LocaleChanges[]): string[] =>
  rows.flatMap(({ changes }) => Object.keys(changes));

/**
 * What a draft changes of one locale: its own changes, and of what all locales share those made in any of them. Each
 * attribute that is shared is stored once, with the locale in which it was touched first.
 */
export const changesIn = (
  rows: readonly LocaleChanges[],
  locale: string,
  structure: Structure
): DraftChanges => {
  const others = rows.filter((row) => row.locale !== locale);
  const shared = others.flatMap(({ changes }) =>
    Object.entries(changes).filter(([name]) => isShared(structure, name))
  );
  const own = rows.find((row) => row.locale === locale)?.changes ?? {};
  return Object.fromEntries([...shared, ...Object.entries(own)]);
};

/**
 * The other way round: where the changes of a locale are to be stored.
 *
 * @param changes of the locale, as {@link changesIn} gives them, edited
 * @returns every row that is another now, or new
 */
export const distribute = <T extends LocaleChanges>(
  rows: readonly T[],
  { locale, changes, structure }: LocaleChanges & { structure: Structure }
): LocaleChanges[] => {
  const elsewhere = new Set<string>();
  const others = rows
    .filter((row) => row.locale !== locale)
    .flatMap((row): LocaleChanges[] => {
      const kept = Object.entries(row.changes).flatMap(([name, change]) => {
        if (!isShared(structure, name)) return [[name, change] as const];
        elsewhere.add(name);
        const edited = changes[name];
        return edited ? [[name, edited] as const] : [];
      });
      const isSame =
        kept.length === Object.keys(row.changes).length &&
        kept.every(([name, change]) => change === row.changes[name]);
      return isSame ? [] : [{ locale: row.locale, changes: Object.fromEntries(kept) }];
    });
  const own = Object.entries(changes).filter(([name]) => !elsewhere.has(name));
  return [{ locale, changes: Object.fromEntries(own) }, ...others];
};

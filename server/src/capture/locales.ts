import type { TrackedType } from '../services/tracking';
import type { DocumentReading } from '../store/reading/assemble';
import type { Entry } from './entries';

/**
 * The locales that an action was about; undefined where that cannot be told, and all are looked at.
 * A type without locales has one, ''.
 */
export const addressedLocales = (
  { reader }: TrackedType,
  params: Record<string, unknown>,
  entries: Entry[]
): string[] | undefined => {
  if (!reader.structure.localized) return [''];
  const given = params.locale;
  if (typeof given === 'string' && given !== '' && given !== '*') return [given];
  if (Array.isArray(given)) return given as string[];
  const found = entries.map(({ locale }) => locale).filter((locale): locale is string => Boolean(locale));
  return found.length > 0 && found.length === entries.length ? [...new Set(found)] : undefined;
};

/** Whether a save of one locale may change others: i18n copies what is not localized, below the Document Service. */
export const sharesAttributes = ({ reader }: TrackedType): boolean =>
  reader.structure.localized &&
  Object.values(reader.structure.attributes).some(({ localized }) => localized === false);

/** The addressed locales first: the save itself gets the lower number, what followed from it the higher. */
export const inOrder = (locales: DocumentReading[], addressed: string[] | undefined): DocumentReading[] => {
  if (!addressed) return locales;
  const isAddressed = ({ locale }: DocumentReading) => addressed.includes(locale);
  return [...locales.filter(isAddressed), ...locales.filter((locale) => !isAddressed(locale))];
};

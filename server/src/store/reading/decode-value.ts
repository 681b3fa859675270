/**
 * From what the reading statement gives of a column to what Strapi's own field types give of it: a revision shows
 * a value as the API does. The types are those of Strapi's database layer.
 */

export interface DecodeOptions {
  /** `timezone` of a MySQL connection: `local` (the default), `Z` or an offset such as `+02:00` */
  timezone?: string;
}

const LOCAL_TIMESTAMP = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)?$/;

const dateOf = (value: unknown, { timezone }: DecodeOptions): Date => {
  if (typeof value === 'number') return new Date(value);
  const text = String(value);
  // SQLite keeps milliseconds, and they travel as text
  if (/^-?\d+(\.\d+)?$/.test(text)) return new Date(Number(text));
  const match = LOCAL_TIMESTAMP.exec(text);
  if (!match) return new Date(text);
  const [, day, time, fraction = '', given] = match;
  const zone = given ?? (timezone && timezone !== 'local' ? timezone : '');
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone;
  return new Date(`${day}T${time}${fraction.slice(0, 4)}${offset}`);
};

/** As Strapi's JSON field: text is parsed, twice where an early Strapi 5 had stringified it twice. */
const jsonOf = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? JSON.parse(parsed) : parsed;
  } catch {
    // not JSON: Strapi gives the text as it is
    return value;
  }
};

/** Beyond 64 bits SQLite keeps a rounded number, which prints as `9.2e+18`: no integer for a validator. */
const integerText = (text: string): string => {
  const number = Number(text);
  return /[.e]/i.test(text) && Number.isFinite(number) ? String(BigInt(Math.trunc(number))) : text;
};

/** @returns the value as Strapi gives it; null for null and for a date that is none */
export const decodeValue = (type: string, value: unknown, options: DecodeOptions): unknown => {
  if (value === null || value === undefined) return null;
  switch (type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      return String(value) === '1' ? true : String(value) === '0' ? false : null;
    case 'integer':
    case 'float':
    case 'decimal':
    case 'increments':
      return Number(value);
    case 'biginteger':
      return integerText(String(value));
    case 'datetime': {
      const date = dateOf(value, options);
      return Number.isNaN(date.getTime()) ? null : date.toISOString();
    }
    case 'timestamp': {
      const time = dateOf(value, options).getTime();
      return Number.isNaN(time) ? null : String(time);
    }
    case 'json':
    case 'blocks':
      return jsonOf(value);
    case 'date':
    case 'time':
      return value;
    default:
      return String(value);
  }
};

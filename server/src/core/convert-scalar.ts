import { isRecord } from './record';
import type { AttributeShape } from './structure';

/**
 * Brings a scalar under an attribute of another type, where nothing of it is lost: where it could be brought back
 * to exactly what it was, and where the column that Strapi makes for the new type holds all of it.
 */

interface Conversion {
  value: unknown;
  /** type the value was recorded as; undefined = unknown, then the value is judged by itself */
  from: string | undefined;
  to: AttributeShape;
}

const LONG_TEXT = new Set(['text', 'richtext']);
const TEXT = new Set(['string', 'email', 'uid', 'enumeration', ...LONG_TEXT]);
const NUMBER = new Set(['integer', 'decimal', 'float']);
const MOMENT = new Set(['datetime', 'timestamp']);
const SCALAR = new Set([...TEXT, ...NUMBER, ...MOMENT, 'biginteger', 'boolean', 'date', 'time']);

/** Columns as `@strapi/database` makes them: varchar(255), int4, int8, decimal(10, 2). */
const VARCHAR_LENGTH = 255;
const INT4_MAX = 2 ** 31 - 1;
const INT8_MAX = 2n ** 63n - 1n;
const DECIMAL_LIMIT = 1e8;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?$/;
const EPOCH = /^-?\d{1,16}$/;

/** The value if its type is unchanged and it is of the kind that this type holds; undefined where it is not. */
const asRecorded = (value: unknown, type: string): unknown => {
  // Strapi reads a decimal that the driver gives as text with Number(), too (database/dist/fields/number.js).
  if (NUMBER.has(type)) {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return Number.isFinite(number) ? number : undefined;
  }
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined;
  if (type === 'blocks') return Array.isArray(value) ? value : undefined;
  if (SCALAR.has(type)) return typeof value === 'string' ? value : undefined;
  return value;
};

const isBlocks = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((node) => isRecord(node) && typeof node.type === 'string' && Array.isArray(node.children));

const toText = ({ value, from, to }: Conversion): unknown => {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return undefined;
  // What was recorded as a short type fits a short column already, or the database does not mind its length.
  const mayBeTooLong = from !== undefined && LONG_TEXT.has(from) && !LONG_TEXT.has(to.type);
  return mayBeTooLong && [...value].length > VARCHAR_LENGTH ? undefined : value;
};

const toNumber = ({ value, from, to }: Conversion): unknown => {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  // 30793349605442550 reads back alike, but the nearest number there is ends in 2.
  const isRounded = Number.isInteger(number) && !Number.isSafeInteger(number);
  if (typeof value === 'string' && (String(number) !== value || isRounded)) return undefined;
  if (to.type === 'integer') {
    return Number.isInteger(number) && Math.abs(number) <= INT4_MAX ? number : undefined;
  }
  if (to.type === 'decimal' && from !== undefined) {
    return Number(number.toFixed(2)) === number && Math.abs(number) < DECIMAL_LIMIT ? number : undefined;
  }
  return number;
};

const toBigInteger = ({ value }: Conversion): unknown => {
  const whole =
    typeof value === 'string'
      ? /^-?\d{1,19}$/.test(value)
      : typeof value === 'number' && Number.isInteger(value);
  if (!whole) return undefined;
  const number = BigInt(value as string | number);
  if (number > INT8_MAX || number < -INT8_MAX) return undefined;
  return typeof value === 'string' && String(number) !== value ? undefined : String(number);
};

const toBoolean = ({ value }: Conversion): unknown => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  return undefined;
};

const isoOf = (time: string | number): string | undefined => {
  const moment = new Date(time);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
};

const MIDNIGHT = 'T00:00:00.000Z';

const toDate = ({ value, from }: Conversion): unknown => {
  if (typeof value !== 'string') return undefined;
  const day =
    from !== undefined && MOMENT.has(from) && value.endsWith(MIDNIGHT)
      ? value.slice(0, -MIDNIGHT.length)
      : value;
  return DATE.test(day) && isoOf(day) === day + MIDNIGHT ? day : undefined;
};

/** A moment is ISO 8601 in a snapshot; Strapi itself gives a `timestamp` as milliseconds (database/dist/fields/timestamp.js). */
const toMoment = ({ value, from, to }: Conversion): unknown => {
  if (typeof value !== 'string') return undefined;
  if (from === 'date') return toDate({ value, from, to }) === undefined ? undefined : value + MIDNIGHT;
  if ((from ?? to.type) === 'timestamp' && EPOCH.test(value)) return isoOf(Number(value));
  return isoOf(value) === value ? value : undefined;
};

/**
 * @returns the value as one of `to`; undefined where that is impossible, or would lose something. Never null.
 */
export const convertScalar = (conversion: Conversion): unknown => {
  const { value, from, to } = conversion;
  if (value === null || value === undefined) return undefined;

  if (from === to.type && to.type !== 'enumeration') {
    const recorded = asRecorded(value, to.type);
    if (recorded !== undefined) return recorded;
  }
  if (to.type === 'json') return from === undefined || from === 'blocks' ? value : undefined;
  if (to.type === 'blocks') {
    return (from === undefined || from === 'json') && isBlocks(value) ? value : undefined;
  }
  if (!SCALAR.has(to.type)) return from === undefined ? value : undefined;
  if (from !== undefined && !SCALAR.has(from)) return undefined;

  if (to.type === 'enumeration') {
    const text = toText(conversion);
    return to.enum?.includes(text as string) ? text : undefined;
  }
  if (TEXT.has(to.type)) return toText(conversion);
  if (NUMBER.has(to.type)) return toNumber(conversion);
  if (MOMENT.has(to.type)) return toMoment(conversion);
  switch (to.type) {
    case 'biginteger':
      return toBigInteger(conversion);
    case 'boolean':
      return toBoolean(conversion);
    case 'date':
      return toDate(conversion);
    default:
      return typeof value === 'string' && TIME.test(value) ? value : undefined;
  }
};

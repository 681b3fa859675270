import type { AttributeShape } from '../structure';
import { InputError } from './input-error';

const NUMBER = new Set(['integer', 'decimal', 'float']);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;

const asMoment = (value: unknown, path: string): Date => {
  const isTime = typeof value === 'string' || typeof value === 'number' || value instanceof Date;
  const moment = isTime ? new Date(/^\d{1,16}$/.test(String(value)) ? Number(value) : value) : null;
  if (!moment || Number.isNaN(moment.getTime())) {
    throw new InputError(path, 'is no time; give it as 2024-02-29T12:30:00.000Z');
  }
  return moment;
};

const asDay = (value: unknown, path: string): string => {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  if (!DAY.test(day) || Number.isNaN(Date.parse(day))) {
    throw new InputError(path, 'is no date; give it as 2024-02-29');
  }
  return day;
};

const asTime = (value: unknown, path: string): string => {
  const [, hours, minutes, seconds = '00', fraction = ''] = TIME.exec(String(value)) ?? [];
  if (hours === undefined) throw new InputError(path, 'is no time of day; give it as 12:30:00.000');
  return `${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}`;
};

/** The editor of JSON hands over its text. What is no JSON (yet) is kept as it was typed, as Strapi does. */
const asJson = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/**
 * A scalar as it is written, in the form in which it is read back. What is not of the attribute's type, but may be
 * checked by Strapi's own validator, stays as it is.
 *
 * @throws InputError for times that are none
 */
export const readScalar = (value: unknown, { type }: AttributeShape, path: string): unknown => {
  if (value === null || value === undefined) return null;
  if (type === 'json') return asJson(value);
  if (
    typeof value === 'string' &&
    value === '' &&
    type !== 'string' &&
    type !== 'text' &&
    type !== 'richtext'
  ) {
    return null;
  }
  if (type === 'datetime') return asMoment(value, path).toISOString();
  // Strapi gives milliseconds (database/dist/fields/timestamp.js)
  if (type === 'timestamp') return String(asMoment(value, path).getTime());
  if (type === 'date') return asDay(value, path);
  if (type === 'time') return asTime(value, path);
  if (type === 'biginteger') return typeof value === 'number' ? String(value) : value;
  if (NUMBER.has(type) && typeof value === 'string' && Number.isFinite(Number(value))) return Number(value);
  return value;
};

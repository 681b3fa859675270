import { errors, type z } from '@strapi/utils';
import { ROW_ID_MAX } from '../../../contracts/row-id';

/** @throws ValidationError that names every wrong key and what would be right */
export const parse = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const details = result.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message,
    name: 'ValidationError',
  }));
  throw new errors.ValidationError(details.map(({ message }) => message).join('; '), { errors: details });
};

/** A body may come bare or in Strapi's envelope, `{data: {…}}`. */
export const unwrap = (body: unknown): unknown => {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body;
  const keys = Object.keys(body);
  return keys.length === 1 && keys[0] === 'data' ? (body as { data: unknown }).data : body;
};

/** @throws NotFoundError where the id is no id: there is no such thing */
export const parseId = (value: unknown, what: 'revision' | 'draft' | 'preview' = 'revision'): number => {
  const text = String(value);
  if (!/^\d{1,15}$/.test(text) || Number(text) > ROW_ID_MAX)
    throw new errors.NotFoundError(`No ${what} "${text}"`);
  return Number(text);
};

import { sameValue } from './sameValue';

import type { Values } from './delta';

interface Attribute {
  type: string;
}

/** The JSON input keeps what is typed as a text. */
const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** `null`, nothing and an empty list differ within JSON, and in no input of a form. */
const isSame = ({ type }: Attribute, a: unknown, b: unknown): boolean => {
  if (type === 'json') return sameValue(parsed(a), parsed(b));
  const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
  const isNothing = (value: unknown) => value === undefined || value === null || isEmptyList(value);
  return (isNothing(a) && isNothing(b)) || sameValue(a, b);
};

/**
 * The attributes of a form that are not as current has them. Passwords are no part of a draft; neither is what lies
 * among the form's values and is no attribute.
 */
export const changedValues = (
  attributes: Record<string, Attribute>,
  live: Values,
  values: Values
): Values => {
  const changed = Object.entries(attributes).filter(
    ([name, attribute]) => attribute.type !== 'password' && !isSame(attribute, live[name], values[name])
  );
  // `undefined` would be lost on the way.
  return Object.fromEntries(changed.map(([name]) => [name, values[name] ?? null]));
};

/** What Strapi's own Save makes of a form's values: relations say what they are to be sent as. */
export const toRequest = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(toRequest);
  if (typeof value !== 'object' || value === null) return value;
  if ('apiData' in value) return value.apiData;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toRequest(inner)]));
};

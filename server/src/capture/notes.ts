import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { notes as notesSchema } from '../../../contracts/requests';
import { currentRequest } from './door';

/**
 * Why a save was made: the Document Service's parameter `revisionNotes`, the header `X-Revision-Notes`, or the key
 * `revisionNotes` in the body of a content-manager request (Strapi takes it out before the content is written).
 */

const HEADER = 'x-revision-notes';
const KEY = 'revisionNotes';
const CONTENT_MANAGER = '/content-manager/';

/** A header holds Latin-1 for Node: UTF-8 arrives as its bytes, and browsers send what they must percent-encoded. */
const headerText = (value: string): string => {
  const utf8 = Buffer.from(value, 'latin1').toString('utf8');
  const text = utf8.includes('\uFFFD') ? value : utf8;
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // a plain "100 %" is no encoding
    return text;
  }
};

const checked = (value: unknown, where: string): string | null => {
  if (value === undefined || value === null) return null;
  const result = notesSchema.safeParse(value);
  if (!result.success) {
    throw new errors.ValidationError(`${where}: ${result.error.issues[0]!.message}`);
  }
  return result.data.trim() || null;
};

/**
 * Takes `revisionNotes` out of a write's parameters: it is no part of the content, and Strapi refuses what it does
 * not know. The caller's own object stays as it was.
 *
 * @throws ValidationError where the notes are no string, or too long
 */
export const takeNotes = (
  strapi: Core.Strapi,
  context: { params: Record<string, unknown> }
): string | null => {
  const { [KEY]: given, ...params } = context.params;
  context.params = params;
  const own = checked(given, KEY);
  if (own !== null) return own;

  const { request, originalUrl = '' } = currentRequest(strapi) ?? {};
  const header = request?.headers?.[HEADER];
  if (typeof header === 'string') return checked(headerText(header), 'X-Revision-Notes');

  const body = request?.body as Record<string, unknown> | undefined;
  if (originalUrl.includes(CONTENT_MANAGER) && body && Object.hasOwn(body, KEY))
    return checked(body[KEY], KEY);
  return null;
};

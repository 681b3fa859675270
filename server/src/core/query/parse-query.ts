import { ROW_ID_MAX } from '../../../../contracts/row-id';

/** What a read asks for beside or instead of current content (public interface, section 3). */
export type EntriesQuery =
  | {
      kind: 'revisions';
      documentId?: string;
      id?: number;
      creator?: Creator;
    }
  | {
      kind: 'drafts';
      /** of these documents; absent: of any, and those without one */
      documentIds?: string[];
      /** `of`: only those that have a document; `without`: only those that have none (yet) */
      document?: 'of' | 'without';
      id?: number;
      creator?: Creator;
      provisional: Choice;
      savedOnly: boolean;
      /** current content, too */
      withCurrent: boolean;
    }
  /** each document as it was at a time, in ms since 1970 */
  | { kind: 'as-of'; at: number }
  /** the normal result, with the caller's provisional drafts in place of what they are of */
  | { kind: 'swap' };

/** `none`: without them; `only`: nothing else; `any`: too */
export type Choice = 'none' | 'only' | 'any';

export type Creator = 'me' | { type: 'admin' | 'user' | 'api-token'; id: number };

/** A parameter with a value that is none, or one that makes no sense beside another. */
export class ParameterError extends Error {
  constructor(
    readonly parameter: string,
    fault: string
  ) {
    super(`${parameter}: ${fault}`);
  }
}

export const DRAFT_PARAMETERS = [
  'drafts',
  'draftOf',
  'draftId',
  'draftCreator',
  'provisionalDrafts',
  'savedDraftsOnly',
] as const;
export const REVISION_PARAMETERS = ['revisions', 'revisionOf', 'revisionId', 'revisionCreator'] as const;
export const PARAMETERS = [
  ...DRAFT_PARAMETERS,
  ...REVISION_PARAMETERS,
  'asOf',
  'withProvisionalDrafts',
  'previewToken',
] as const;
export type Parameter = (typeof PARAMETERS)[number];

type Given = Record<string, unknown>;

const isGiven = (params: Given, name: Parameter): boolean =>
  params[name] !== undefined && params[name] !== null;

/** Said, and no more than what is so by itself. */
const isOff = (params: Given, name: Parameter): boolean => params[name] === false || params[name] === 'false';

const booleanIn = (params: Given, name: Parameter): boolean => {
  const value = params[name];
  if (!isGiven(params, name) || isOff(params, name)) return false;
  if (value === true || value === 'true') return true;
  throw new ParameterError(name, 'must be true or false');
};

const choiceIn = (params: Given, name: Parameter): Choice => {
  if (params[name] === 'any') return 'any';
  try {
    return booleanIn(params, name) ? 'only' : 'none';
  } catch {
    throw new ParameterError(name, 'must be true, false or any');
  }
};

const idIn = (params: Given, name: Parameter): number | undefined => {
  if (!isGiven(params, name)) return undefined;
  const text = String(params[name]);
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > ROW_ID_MAX)
    throw new ParameterError(name, 'must be an id, a positive whole number');
  return Number(text);
};

// a control character is in no id, and PostgreSQL refuses to compare with a NUL
const DOCUMENT_ID = /^[^\s,*\p{Cc}]{1,191}$/u;

const documentIdIn = (name: Parameter, value: unknown): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  if (!DOCUMENT_ID.test(text)) throw new ParameterError(name, 'must be a documentId');
  return text;
};

const creatorIn = (params: Given, name: Parameter): Creator | undefined => {
  if (!isGiven(params, name)) return undefined;
  const text = String(params[name]);
  if (text === 'me') return 'me';
  const [, type = 'admin', id] = /^(?:(admin|user|api-token):)?([1-9]\d{0,9})$/.exec(text) ?? [];
  if (id === undefined || Number(id) > ROW_ID_MAX) {
    throw new ParameterError(name, 'must be me, admin:ID, user:ID, api-token:ID or the id of an admin');
  }
  return { type: type as 'admin', id: Number(id) };
};

const draftOfIn = (params: Given): { documentIds?: string[]; document?: 'of' | 'without' } => {
  if (!isGiven(params, 'draftOf')) return {};
  const { draftOf } = params;
  if (draftOf === '*') return { document: 'of' };
  if (draftOf === 'none') return { document: 'without' };
  const list = Array.isArray(draftOf) ? draftOf : String(draftOf).split(',');
  try {
    return { document: 'of', documentIds: [...new Set(list.map((item) => documentIdIn('draftOf', item)))] };
  } catch {
    throw new ParameterError('draftOf', 'must be a documentId, a comma list of them, * or none');
  }
};

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/** There is no 30th of February, though a Date would take it for the 1st of March. */
const isDay = (text: string): boolean => {
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
};

const momentIn = (params: Given, name: Parameter): number => {
  const value = params[name];
  // in an address a plus is a space
  const text = value instanceof Date ? value.toISOString() : String(value).replace(' ', '+');
  const at = MOMENT.test(text) && isDay(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) {
    throw new ParameterError(name, 'must be a date-time with its zone, such as 2026-11-17T09:00:00Z');
  }
  return at;
};

const TOKEN_MAX = 200;

/**
 * In an address each is a text, given once: a repeated one would be a list, one with brackets a list or an object.
 *
 * @throws ParameterError
 */
export const refuseMany = (params: Given): void => {
  for (const name of [...PARAMETERS, 'version']) {
    if (Object.hasOwn(params, name) && typeof params[name] !== 'string') {
      throw new ParameterError(name, 'must be given once, as name=value');
    }
  }
};

/** @throws ParameterError where it is given, and is no text, or beside what it makes no sense with */
export const previewTokenIn = (params: Given): string | undefined => {
  const { previewToken } = params;
  if (previewToken === undefined || previewToken === null) return undefined;
  if (typeof previewToken !== 'string' || previewToken === '' || previewToken.length > TOKEN_MAX) {
    throw new ParameterError('previewToken', 'must be a token, as POST /previews gives it');
  }
  const other = PARAMETERS.find(
    (name) =>
      !['previewToken', 'draftId', 'revisionId'].includes(name) &&
      isGiven(params, name) &&
      !isOff(params, name)
  );
  if (other) {
    throw new ParameterError(
      'previewToken',
      `cannot be combined with ${other}: it puts one draft or revision in the place of its document`
    );
  }
  return previewToken;
};

/**
 * @returns null where nothing is asked for that Strapi would not answer by itself
 * @throws ParameterError that names the parameter and what would be right
 */
export const parseQuery = (params: Given): EntriesQuery | null => {
  const drafts = choiceIn(params, 'drafts');
  const provisional = choiceIn(params, 'provisionalDrafts');
  const savedOnly = booleanIn(params, 'savedDraftsOnly');
  const revisions = booleanIn(params, 'revisions');
  const isSwap = booleanIn(params, 'withProvisionalDrafts');
  const ofDrafts = DRAFT_PARAMETERS.filter(
    (name) =>
      name !== 'drafts' && name !== 'provisionalDrafts' && name !== 'savedDraftsOnly' && isGiven(params, name)
  );
  const wantsDrafts = drafts !== 'none' || ofDrafts.length > 0 || provisional === 'only';
  const ofRevisions = REVISION_PARAMETERS.filter((name) => name !== 'revisions' && isGiven(params, name));
  const wantsRevisions = revisions || ofRevisions.length > 0;

  if (wantsDrafts && wantsRevisions) {
    throw new ParameterError(
      ofRevisions[0] ?? 'revisions',
      'cannot be combined with drafts: ask for one of them'
    );
  }
  if (isSwap && (wantsDrafts || wantsRevisions)) {
    throw new ParameterError(
      'withProvisionalDrafts',
      'cannot be combined with drafts or revisions: it is about the normal result'
    );
  }
  const besideDrafts = ['provisionalDrafts', 'savedDraftsOnly'].find((name) =>
    name === 'savedDraftsOnly' ? savedOnly : provisional !== 'none'
  );
  if (besideDrafts && (isSwap || wantsRevisions)) {
    throw new ParameterError(
      besideDrafts,
      `cannot be combined with ${isSwap ? 'withProvisionalDrafts' : 'revisions'}: it chooses among drafts`
    );
  }
  if (isGiven(params, 'asOf')) {
    const other =
      [...ofDrafts, ...ofRevisions][0] ??
      (drafts !== 'none' ? 'drafts' : wantsRevisions ? 'revisions' : besideDrafts);
    if (other || isSwap) {
      throw new ParameterError(
        'asOf',
        `cannot be combined with ${other ?? 'withProvisionalDrafts'}: it is about what was`
      );
    }
    return { kind: 'as-of', at: momentIn(params, 'asOf') };
  }
  if (isSwap) return { kind: 'swap' };
  if (wantsRevisions) {
    if (isGiven(params, 'revisions') && !revisions) {
      throw new ParameterError('revisions', `must be true beside ${ofRevisions[0]}, or left out`);
    }
    return {
      kind: 'revisions',
      documentId: isGiven(params, 'revisionOf') ? documentIdIn('revisionOf', params.revisionOf) : undefined,
      id: idIn(params, 'revisionId'),
      creator: creatorIn(params, 'revisionCreator'),
    };
  }
  if (!wantsDrafts) return null;
  if (isGiven(params, 'drafts') && drafts === 'none') {
    throw new ParameterError(
      'drafts',
      `must be true beside ${ofDrafts[0] ?? 'provisionalDrafts'}, or left out`
    );
  }
  const id = idIn(params, 'draftId');
  return {
    kind: 'drafts',
    ...draftOfIn(params),
    id,
    creator: creatorIn(params, 'draftCreator'),
    // one that is named by its id is meant, whatever it is
    provisional: id !== undefined && !isGiven(params, 'provisionalDrafts') ? 'any' : provisional,
    savedOnly,
    withCurrent: drafts === 'any',
  };
};

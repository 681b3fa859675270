import { z } from '@strapi/utils';
import { ROW_ID_MAX } from './row-id';

/**
 * What each endpoint takes: query strings and bodies (public interface, section 4).
 * Query values arrive as strings. Unknown keys are refused in bodies and ignored in queries.
 */

const page = z.coerce.number().int().min(1);

/** The longest label, in characters. */
export const LABEL_MAX = 255;
/** The longest note, in characters. */
export const NOTES_MAX = 5000;

const NUL = '\0';
/** PostgreSQL stores no NUL, and refuses to look for one. */
const text = z.string().refine((value) => !value.includes(NUL), 'must be text without NUL');
const locale = text.min(1);

export const notes = text.max(NOTES_MAX);

/** Whether the id behind the colon, if there is one, can be a row's. */
const isRowId = (ref: string): boolean => Number(ref.split(':')[1] ?? 0) <= ROW_ID_MAX;

/** `GET /documents/:uid/:documentId/revisions` */
export const listQuery = z.object({
  locale: locale.optional(),
  page: page.default(1),
  pageSize: page.max(100).default(25),
  /** `admin:1`, `user:1`, `api-token:1` or `system` */
  creator: z
    .string()
    .regex(
      /^(?:(?:admin|user|api-token):\d{1,10}|system)$/,
      'must be admin:ID, user:ID, api-token:ID or system'
    )
    .refine(isRowId, 'must be the ID of somebody')
    .optional(),
  /** One action or a comma list of them. */
  action: z.string().min(1).optional(),
});

/** `GET /documents/:uid/:documentId/state` */
export const stateQuery = z.object({ locale: locale.optional() });

/** `PUT /revisions/:id` */
export const annotateBody = z
  .object({
    label: text.trim().max(LABEL_MAX).nullable(),
    notes: notes.nullable(),
    pinned: z.boolean(),
  })
  .partial()
  .strict()
  .refine((body) => Object.keys(body).length > 0, 'must name at least one of label, notes, pinned');

/** `POST /revisions/:id/restore` */
export const restoreBody = z
  .object({
    fields: z.array(z.string().min(1)).min(1),
    locales: z.enum(['this', 'all']),
    publish: z.boolean(),
    notes,
    dryRun: z.boolean(),
  })
  .partial()
  .strict();
export type RestoreBody = z.infer<typeof restoreBody>;

/** A state of a document that can be compared. */
export type StateRef =
  | { type: 'revision'; id: number }
  | { type: 'draft'; id: number }
  | { type: 'current' | 'published' | 'previous' };

const stateRef = z
  .string()
  .regex(
    /^(?:(?:revision|draft):\d{1,10}|current|published|previous)$/,
    'must be revision:ID, draft:ID, current, published or previous'
  )
  .refine(isRowId, 'must be an ID that there can be')
  .transform((ref): StateRef => {
    const [type, id] = ref.split(':');
    if (type === 'revision' || type === 'draft') return { type, id: Number(id) };
    return { type: type as 'current' | 'published' | 'previous' };
  });

/** `GET /documents/:uid/:documentId/compare` */
export const compareQuery = z.object({
  from: stateRef.default({ type: 'previous' }),
  to: stateRef
    .default({ type: 'current' })
    .refine(
      ({ type }) => type !== 'previous',
      'must not be previous: that is said of what comes before `to`'
    ),
  locale: locale.optional(),
});

const draftName = text.trim().min(1).max(LABEL_MAX);
const draftData = z.record(z.string(), z.unknown());
const lockVersion = z.number().int().min(0);

/** What the admin's own edit form says of its data: relations connect and disconnect from current's, not the draft's. */
const relationsFrom = z.enum(['draft', 'current']);

/** `POST /documents/:uid/:documentId/drafts`, `POST /documents/:uid/drafts` */
export const createDraftBody = z
  .object({
    locale,
    name: draftName,
    notes: notes.nullable(),
    data: draftData,
    relationsFrom,
  })
  .partial()
  .strict();

/** `PUT /documents/:uid/:documentId/provisional` */
export const provisionalBody = z
  .object({
    locale: locale.optional(),
    data: draftData,
    lockVersion: lockVersion.optional(),
    relationsFrom: relationsFrom.optional(),
    /** attributes that are to be as current has them again */
    revert: z.array(z.string().min(1)).optional(),
  })
  .strict();

/** `PUT /drafts/:id` */
export const updateDraftBody = z
  .object({
    locale,
    data: draftData,
    name: draftName,
    notes: notes.nullable(),
    lockVersion,
    relationsFrom,
    revert: z.array(z.string().min(1)),
  })
  .partial()
  .strict();

/** `POST /drafts/:id/save` */
export const saveDraftBody = z.object({ name: draftName, notes: notes.nullable() }).partial().strict();

/** `POST /drafts/:id/merge` */
export const mergeDraftBody = z
  .object({ resolve: z.record(z.string(), z.enum(['draft', 'current'])), lockVersion })
  .partial()
  .strict();

/** `POST /drafts/:id/apply` */
export const applyDraftBody = z.object({ lockVersion, publish: z.boolean(), notes }).partial().strict();

/** `GET /drafts/:id`, `GET /documents/:uid/:documentId/drafts` */
export const draftQuery = z.object({ locale: locale.optional() });

/** `GET /drafts`: drafts of all documents (admin API). */
export const draftsQuery = z.object({
  page: page.default(1),
  pageSize: page.max(100).default(20),
  /** `mine`: all of one's own; `saved`: all saved ones that one may see; `unsaved`: of documents that do not exist yet */
  show: z.enum(['mine', 'saved', 'unsaved']).default('mine'),
  /** in names and notes */
  search: z.string().trim().min(1).optional(),
  /** uid of a content type */
  type: z.string().min(1).optional(),
  creator: listQuery.shape.creator,
  /** last changed before, after (ISO 8601) */
  before: z.iso.datetime({ offset: true }).optional(),
  after: z.iso.datetime({ offset: true }).optional(),
});

/** `GET /drafts/creators`: of drafts of all documents (admin API). */
export const draftCreatorsQuery = draftsQuery.pick({ show: true });

/** `GET /drafts/counts`: for a list of documents (admin API). */
export const draftCountsQuery = z.object({
  uid: z.string().min(1),
  /** a comma list, 100 at most */
  documentIds: z
    .string()
    .transform((ids) => ids.split(',').filter(Boolean))
    .pipe(z.array(z.string()).max(100)),
});

const rowId = z.number().int().min(1).max(ROW_ID_MAX);

/** `POST /previews` */
export const createPreviewBody = z
  .object({
    uid: z.string().min(1),
    documentId: z.string().min(1).optional(),
    locale: locale.optional(),
    draftId: rowId.optional(),
    revisionId: rowId.optional(),
    /** how long the token lives: seconds, or a string such as `12h` */
    duration: z.union([z.number(), z.string()]).optional(),
  })
  .strict()
  .refine(({ draftId, revisionId }) => draftId === undefined || revisionId === undefined, {
    path: ['revisionId'],
    message: 'cannot be combined with draftId: a token shows one of them',
  })
  .refine(
    ({ documentId, draftId, revisionId }) =>
      [documentId, draftId, revisionId].some((one) => one !== undefined),
    { path: ['documentId'], message: 'give it, or draftId, or revisionId' }
  );

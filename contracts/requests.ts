import { z } from '@strapi/utils';

/**
 * What each endpoint takes: query strings and bodies (public interface, section 4).
 * Query values arrive as strings. Unknown keys are refused in bodies and ignored in queries.
 */

const page = z.coerce.number().int().min(1);

/** The longest label, in characters. */
export const LABEL_MAX = 255;
/** The longest note, in characters. */
export const NOTES_MAX = 5000;

export const notes = z.string().max(NOTES_MAX);

/** `GET /documents/:uid/:documentId/revisions` */
export const listQuery = z.object({
  locale: z.string().min(1).optional(),
  page: page.default(1),
  pageSize: page.max(100).default(25),
  /** `admin:1`, `user:1`, `api-token:1` or `system` */
  creator: z
    .string()
    .regex(/^(?:(?:admin|user|api-token):\d+|system)$/, 'must be admin:ID, user:ID, api-token:ID or system')
    .optional(),
  /** One action or a comma list of them. */
  action: z.string().min(1).optional(),
});
export type ListQuery = z.infer<typeof listQuery>;

/** `GET /documents/:uid/:documentId/state` */
export const stateQuery = z.object({ locale: z.string().min(1).optional() });

/** `PUT /revisions/:id` */
export const annotateBody = z
  .object({
    label: z.string().trim().max(LABEL_MAX).nullable(),
    notes: notes.nullable(),
    pinned: z.boolean(),
  })
  .partial()
  .strict()
  .refine((body) => Object.keys(body).length > 0, 'must name at least one of label, notes, pinned');
export type AnnotateBody = z.infer<typeof annotateBody>;

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
    /^(?:(?:revision|draft):\d{1,15}|current|published|previous)$/,
    'must be revision:ID, draft:ID, current, published or previous'
  )
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
  locale: z.string().min(1).optional(),
});
export type CompareQuery = z.infer<typeof compareQuery>;

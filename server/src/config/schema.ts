import { z } from '@strapi/utils';
import { parseDuration } from './duration';

/** The configuration of `config/plugins`: keys, defaults and meaning are those of the public interface, section 2. */

const count = z.number().int().min(0);
const duration = z.union([z.number(), z.string()]).superRefine((value, context) => {
  try {
    parseDuration(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
  }
});

const CRON = /^\s*\S+(\s+\S+){4,5}\s*$/;

export const configSchema = z.strictObject({
  contentTypes: z
    .strictObject({
      include: z.array(z.string().min(1)).default(['api::*']),
      exclude: z.array(z.string().min(1)).default([]),
    })
    .default({ include: ['api::*'], exclude: [] }),
  maxRevisions: count.default(50),
  maxRevisionAge: duration.default(0),
  keepPublished: z.boolean().default(true),
  autosaveDrafts: z.boolean().default(true),
  autosaveDelay: count.default(1000),
  purgeUnsavedDraftsDuration: duration.default('30d'),
  purgeProvisionalDraftsDuration: duration.default(0),
  softDeleteDuration: duration.default('30d'),
  previewTokenDuration: duration.default('1d'),
  purge: z
    .strictObject({
      cron: z.string().regex(CRON, 'must be a cron expression such as "0 3 * * *"').default('0 3 * * *'),
      batchSize: count.min(1).default(1000),
    })
    .default({ cron: '0 3 * * *', batchSize: 1000 }),
});

export type Config = z.infer<typeof configSchema>;

/** What a content type says in `pluginOptions.revisions`; what it does not say is the configuration's. */
export const typeOptionsSchema = z.strictObject({
  enabled: z.boolean().optional(),
  maxRevisions: count.nullish(),
  maxRevisionAge: duration.nullish(),
  autosaveDrafts: z.boolean().optional(),
});

export type TypeOptions = z.infer<typeof typeOptionsSchema>;

/**
 * @param where what is being read, for the error: `plugin::revisions` or a content type's uid
 * @throws an error that names every wrong key and what would be right
 */
export const parseOptions = <T>(schema: z.ZodType<T>, value: unknown, where: string): T => {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => {
    const path = issue.path.join('.');
    return path ? `${path}: ${issue.message}` : issue.message;
  });
  throw new Error(`Drafts & Revisions: wrong configuration in ${where}: ${faults.join('; ')}`);
};

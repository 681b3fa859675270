import type { Core } from '@strapi/strapi';
import { getService } from '../services';
import type { AddedField, Nexus } from './graphql-plugin';

/**
 * The parameters as arguments. What has a third value is a string; ids are `ID`, so that they can be given as the
 * numbers that they are, and the same variable does for `documentId` and `revisionOf`.
 */
export const ARGUMENTS: Record<string, { type: 'ID' | 'String' | 'Boolean'; description: string }> = {
  drafts: { type: 'String', description: '`true`: drafts; `any`: current content and drafts' },
  draftOf: {
    type: 'ID',
    description: 'Drafts of a document, of several (`a,b`), of any (`*`), of none yet (`none`)',
  },
  draftId: { type: 'ID', description: 'That draft' },
  draftCreator: {
    type: 'String',
    description: 'Drafts by `me`, `admin:ID`, `user:ID`, `api-token:ID`',
  },
  provisionalDrafts: {
    type: 'String',
    description: 'Provisional drafts of your own. `true`: nothing else; `any`: too',
  },
  savedDraftsOnly: { type: 'Boolean', description: 'Leaves out drafts that were never touched' },
  withProvisionalDrafts: {
    type: 'Boolean',
    description: 'Your provisional drafts in place of what they are of',
  },
  revisions: { type: 'Boolean', description: 'Revisions' },
  revisionOf: { type: 'ID', description: 'Revisions of that document' },
  revisionId: { type: 'ID', description: 'That revision' },
  revisionCreator: {
    type: 'String',
    description: 'Revisions by `me`, `admin:ID`, `user:ID`, `api-token:ID`',
  },
  asOf: {
    type: 'String',
    description: 'Each document as it was then: an ISO 8601 date-time with its zone',
  },
  version: {
    type: 'String',
    description: '`current`, `published`: the same as `status: DRAFT`, `status: PUBLISHED`',
  },
  previewToken: { type: 'String', description: 'Shows what the preview token is for' },
};

/** Gives the arguments to the generated queries of tracked types. */
export const addArguments = (strapi: Core.Strapi, nexus: Nexus, field: AddedField): void => {
  const uid = field.extensions?.strapi?.contentType?.uid;
  if (field.parentType !== 'Query' || !uid || !getService(strapi, 'tracking').find(uid)) return;
  const own = Object.entries(ARGUMENTS).map(([name, config]) => [name, nexus.arg(config)]);
  field.args = { ...field.args, ...Object.fromEntries(own) };
};

import type { Core } from '@strapi/strapi';

/** The rights of this plugin that a role can be given (Settings → Roles → Plugins → Drafts & Revisions). */
export const ADMIN_ACTIONS = [
  'revision.read',
  'revision.restore',
  'revision.annotate',
  'draft.create',
  'draft.read-peer',
  'draft.update-peer',
  'draft.delete-peer',
  'draft.apply',
  'preview.create',
] as const;
export type AdminAction = (typeof ADMIN_ACTIONS)[number];

const NAMES: Record<AdminAction, string> = {
  'revision.read': 'Look at revisions',
  'revision.restore': 'Restore revisions',
  'revision.annotate': 'Label, note and pin revisions',
  'draft.create': 'Make and edit own drafts',
  'draft.read-peer': 'Look at others’ drafts',
  'draft.update-peer': 'Edit others’ drafts',
  'draft.delete-peer': 'Delete others’ drafts',
  'draft.apply': 'Apply others’ drafts',
  'preview.create': 'Share previews of drafts and revisions',
};

const CATEGORIES: Record<string, string> = { revision: 'Revisions', draft: 'Drafts', preview: 'Previews' };

export const adminAction = (action: AdminAction): string => `plugin::revisions.${action}`;

/** To be called in `bootstrap`: Strapi takes no new actions after it. */
export const registerAdminActions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany(
    ADMIN_ACTIONS.map((uid) => ({
      section: 'plugins',
      displayName: NAMES[uid],
      uid,
      subCategory: CATEGORIES[uid.split('.')[0]!],
      pluginName: 'revisions',
    }))
  );
};

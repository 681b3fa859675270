import type { Core } from '@strapi/strapi';

/** The rights of this plugin that a role can be given (Settings → Roles → Plugins → Drafts & Revisions). */
export const ADMIN_ACTIONS = ['revision.read', 'revision.restore', 'revision.annotate'] as const;
export type AdminAction = (typeof ADMIN_ACTIONS)[number];

const NAMES: Record<AdminAction, string> = {
  'revision.read': 'Look at revisions',
  'revision.restore': 'Restore revisions',
  'revision.annotate': 'Label, note and pin revisions',
};

export const adminAction = (action: AdminAction): string => `plugin::revisions.${action}`;

/** To be called in `bootstrap`: Strapi takes no new actions after it. */
export const registerAdminActions = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.service('admin::permission').actionProvider.registerMany(
    ADMIN_ACTIONS.map((uid) => ({
      section: 'plugins',
      displayName: NAMES[uid],
      uid,
      subCategory: 'Revisions',
      pluginName: 'revisions',
    }))
  );
};

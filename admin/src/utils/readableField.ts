import type { StrapiApp } from '@strapi/strapi/admin';

interface Permission {
  action: string;
  subject?: string | null;
  properties?: { fields?: string[] };
}

type RBACMiddleware = Extract<Parameters<StrapiApp['addRBACMiddleware']>[0], unknown[]>[number];

let permissions: Permission[] = [];

/** Sees, and passes on untouched, what the signed-in user may do: the layout below has to know, and is no component. */
export const watchPermissions: RBACMiddleware = (context) => (next) => (checked) => {
  permissions = context.permissions;
  return next(checked);
};

/** A field of a content type that the user may read: `title`, or `seo.metaTitle` in a component. */
export const readableField = (uid: string): string | undefined =>
  permissions
    .filter(({ action, subject }) => action === 'plugin::content-manager.explorer.read' && subject === uid)
    .flatMap(({ properties }) => properties?.fields ?? [])
    .at(0);

import { contentPermissions, createAdmin, type Permission } from '../../helpers/actors';
import type { ChildTask } from '../../helpers/child/serve';

/** Runs in the app's process (`startApp({ script })`): people that the seed does not have. */

interface Wish {
  uid: string;
  /** rights on the content type; all by default */
  actions?: string[];
  fields?: string[];
  /** of `revision.read`, `revision.restore`, `revision.annotate` */
  revisions?: string[];
}

export const superAdmin: ChildTask = async ({ strapi }) => {
  const { token, user, password } = await createAdmin(strapi);
  return { token, email: user.email, password };
};

export const editor: ChildTask = async ({ strapi }, { uid, actions, fields, revisions = [] }: Wish) => {
  const permissions: Permission[] = [
    ...contentPermissions(uid, actions, fields && { properties: { fields } }),
    ...revisions.map((name) => ({ action: `plugin::revisions.revision.${name}` })),
  ];
  const { user, password } = await createAdmin(strapi, { permissions });
  return { email: user.email, password };
};

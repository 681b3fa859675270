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
  /** of `create`, `read-peer`, `update-peer`, `delete-peer`, `apply` */
  drafts?: string[];
}

export const superAdmin: ChildTask = async ({ strapi }) => {
  const { token, user, password } = await createAdmin(strapi);
  return { token, email: user.email, password };
};

export const editor: ChildTask = async (
  { strapi },
  { uid, actions, fields, revisions = [], drafts = [] }: Wish
) => {
  const permissions: Permission[] = [
    ...contentPermissions(uid, actions, fields && { properties: { fields } }),
    ...revisions.map((name) => ({ action: `plugin::revisions.revision.${name}` })),
    ...drafts.map((name) => ({ action: `plugin::revisions.draft.${name}` })),
  ];
  const { token, user, password } = await createAdmin(strapi, { permissions });
  return { token, email: user.email, password };
};

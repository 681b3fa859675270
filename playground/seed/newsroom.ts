import type { Core } from '@strapi/strapi';
import type { Writer } from './story';

export const PASSWORD = 'Tideline-2026';

export const editors = {
  amina: {
    firstname: 'Amina',
    lastname: 'Okafor',
    email: 'amina@tideline.example',
    role: 'strapi-super-admin',
  },
  jonas: {
    firstname: 'Jonas',
    lastname: 'Lindqvist',
    email: 'jonas@tideline.example',
    role: 'strapi-editor',
  },
  camille: {
    firstname: 'Camille',
    lastname: 'Roux',
    email: 'camille@tideline.example',
    role: 'strapi-editor',
  },
} as const;

export type Editor = keyof typeof editors;

export const isEditor = (writer: Writer): writer is Editor => writer in editors;

const roleIdOf = async (strapi: Core.Strapi, code: string): Promise<number> =>
  (await strapi.db.query('admin::role').findOne({ where: { code } })).id;

const isOurs = (contentType: { uid: string }) => contentType.uid.startsWith('api::');

// Strapi's own Editor role knows the fields of what was there at its first start, but neither locales nor publishing.
const permissionsOnContent = (strapi: Core.Strapi) =>
  Object.values(strapi.contentTypes)
    .filter(isOurs)
    .flatMap((contentType) => {
      const { i18n } = (contentType.pluginOptions ?? {}) as { i18n?: { localized: boolean } };
      const locales = i18n?.localized ? ['en', 'fr'] : undefined;
      const fields = strapi.service('admin::content-type').getNestedFields(contentType, {
        components: strapi.components,
        restrictedSubjects: [],
      });
      const may = (action: string, properties: object) => ({
        action: `plugin::content-manager.explorer.${action}`,
        subject: contentType.uid,
        properties,
        conditions: [],
      });

      return [
        ...['create', 'read', 'update'].map((action) => may(action, { fields, locales })),
        may('delete', { locales }),
        ...(contentType.options?.draftAndPublish ? [may('publish', { locales })] : []),
      ];
    });

/** Owned by the plugin: only those are granted that it really has. */
const permissionsOnRevisions = (strapi: Core.Strapi) => {
  const { actionProvider } = strapi.service('admin::permission');
  const revisions = ['read', 'restore', 'annotate'].map((name) => `revision.${name}`);
  const drafts = ['create', 'read-peer', 'apply'].map((name) => `draft.${name}`);
  return [...revisions, ...drafts]
    .map((name) => `plugin::revisions.${name}`)
    .filter((action) => actionProvider.has(action))
    .map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
};

const letEditorsEdit = async (strapi: Core.Strapi) => {
  const id = await roleIdOf(strapi, 'strapi-editor');
  const granted: { action: string; subject: string | null; properties: object; conditions: string[] }[] =
    await strapi.service('admin::permission').findMany({ where: { role: { id } } });
  const others = granted
    .filter(({ action }) => !action.startsWith('plugin::content-manager.explorer.'))
    .map(({ action, subject, properties, conditions }) => ({ action, subject, properties, conditions }));

  await strapi
    .service('admin::role')
    .assignPermissions(id, [...others, ...permissionsOnContent(strapi), ...permissionsOnRevisions(strapi)]);
};

const letEverybodyRead = async (strapi: Core.Strapi) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });

  for (const { uid, kind } of Object.values(strapi.contentTypes)) {
    if (!isOurs({ uid }) || uid === 'api::note.note') continue;
    for (const action of kind === 'singleType' ? ['find'] : ['find', 'findOne']) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `${uid}.${action}`, role: role.id } });
    }
  }
};

export interface Newsroom {
  /** A new access token, as signing in gives one: they last half an hour, and a story goes on for weeks. */
  signIn: (editor: Editor) => Promise<string>;
  /** The key of the program that writes over REST. */
  apiToken: string;
}

export const openNewsroom = async (strapi: Core.Strapi): Promise<Newsroom> => {
  const ids: Partial<Record<Editor, string>> = {};
  for (const [name, { role, ...person }] of Object.entries(editors)) {
    const user = await strapi.service('admin::user').create({
      ...person,
      password: PASSWORD,
      isActive: true,
      registrationToken: null,
      roles: [await roleIdOf(strapi, role)],
    });
    ids[name as Editor] = String(user.id);
  }

  await letEditorsEdit(strapi);
  await letEverybodyRead(strapi);

  const { accessKey } = await strapi.service('admin::api-token').create({
    name: 'Newsroom wire',
    description: 'Writes figures and dates that come from elsewhere',
    type: 'full-access',
    lifespan: null,
  });

  const sessions = strapi.sessionManager!('admin');
  return {
    apiToken: accessKey,
    async signIn(editor) {
      const { token } = await sessions.generateRefreshToken(ids[editor]!, 'seed', { type: 'session' });
      const access = await sessions.generateAccessToken(token);
      if (!('token' in access)) throw new Error(`${editor} could not sign in`);
      return access.token;
    },
  };
};

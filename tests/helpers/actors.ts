import type { Core } from '@strapi/strapi';

let counter = 0;
const next = () => `${Date.now().toString(36)}${counter++}`;

const PASSWORD = 'Passw0rd!';

export interface AdminActor {
  kind: 'admin';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Strapi types admin users loosely itself
  user: any;
  password: string;
  token: string;
}

export interface Permission {
  action: string;
  /** A uid, for actions on content types. */
  subject?: string | null;
  properties?: { fields?: string[]; locales?: string[] };
  conditions?: string[];
}

/** A session's access token, as the login form would get it. */
export const adminToken = async (strapi: Core.Strapi, user: { id: number | string }): Promise<string> => {
  const sessions = strapi.sessionManager!('admin');
  const refresh = await sessions.generateRefreshToken(String(user.id), `device-${next()}`, {
    type: 'session',
  });
  const access = await sessions.generateAccessToken(refresh.token);
  if (!('token' in access)) throw new Error(JSON.stringify(access));
  return access.token;
};

const createRole = async (strapi: Core.Strapi, permissions: Permission[]) => {
  const roles = strapi.service('admin::role');
  const role = await roles.create({ name: `Role ${next()}`, description: '' });
  await roles.assignPermissions(
    role.id,
    permissions.map(({ action, subject = null, properties = {}, conditions = [] }) => ({
      action,
      subject,
      properties,
      conditions,
    }))
  );
  return role;
};

/** An admin who may do everything, or just what `permissions` says. */
export const createAdmin = async (
  strapi: Core.Strapi,
  options: { permissions?: Permission[]; firstname?: string; lastname?: string; email?: string } = {}
): Promise<AdminActor> => {
  const role = options.permissions
    ? await createRole(strapi, options.permissions)
    : await strapi.service('admin::role').getSuperAdmin();

  const user = await strapi.service('admin::user').create({
    email: options.email ?? `admin-${next()}@example.com`,
    firstname: options.firstname ?? 'Ada',
    lastname: options.lastname ?? 'Editor',
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  return { kind: 'admin', user, password: PASSWORD, token: await adminToken(strapi, user) };
};

/** What the edit view needs on a content type; pass the result to `createAdmin({ permissions })`. */
export const contentPermissions = (
  uid: string,
  actions = ['create', 'read', 'update', 'delete', 'publish'],
  rest: Omit<Permission, 'action' | 'subject'> = {}
): Permission[] =>
  actions.map((action) => ({
    action: `plugin::content-manager.explorer.${action}`,
    subject: uid,
    // Without a list of fields a permission would show none.
    ...rest,
    properties: ['delete', 'publish'].includes(action)
      ? { locales: rest.properties?.locales ?? localesFor(uid) }
      : {
          fields: rest.properties?.fields ?? fieldsOf(uid),
          locales: rest.properties?.locales ?? localesFor(uid),
        },
  }));

const fieldsOf = (uid: string) =>
  strapi.service('admin::content-type').getNestedFields(strapi.contentTypes[uid as never], {
    components: strapi.components,
    restrictedSubjects: [],
  });

const localesFor = (uid: string) => {
  const { pluginOptions } = strapi.contentTypes[uid as never] as { pluginOptions?: Record<string, never> };
  return (pluginOptions?.i18n as { localized?: boolean } | undefined)?.localized ? ['en', 'fr'] : undefined;
};

export interface ApiTokenActor {
  kind: 'api-token';
  id: number;
  name: string;
  token: string;
}

/** `permissions` such as `api::article.article.find`; without them the token may do everything. */
export const createApiToken = async (
  strapi: Core.Strapi,
  options: { permissions?: string[]; type?: 'full-access' | 'read-only' | 'custom'; name?: string } = {}
): Promise<ApiTokenActor> => {
  const token = await strapi.service('admin::api-token').create({
    name: options.name ?? `token-${next()}`,
    description: '',
    type: options.type ?? (options.permissions ? 'custom' : 'full-access'),
    lifespan: null,
    ...(options.permissions ? { permissions: options.permissions } : {}),
  });
  return { kind: 'api-token', id: token.id, name: token.name, token: token.accessKey };
};

export interface UserActor {
  kind: 'user';
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  user: any;
  token: string;
}

const grant = async (strapi: Core.Strapi, role: number, actions: string[]) => {
  const permissions = strapi.db.query('plugin::users-permissions.permission');
  for (const action of actions) {
    if (!(await permissions.findOne({ where: { action, role } }))) {
      await permissions.create({ data: { action, role } });
    }
  }
};

/** A Users & Permissions user with a role of their own, which may do just these `actions`. */
export const createUser = async (
  strapi: Core.Strapi,
  options: { actions?: string[]; username?: string } = {}
): Promise<UserActor> => {
  const role = await strapi.db.query('plugin::users-permissions.role').create({
    data: { name: `Role ${next()}`, type: `role-${next()}`, description: '' },
  });
  await grant(strapi, role.id, options.actions ?? []);

  const username = options.username ?? `user-${next()}`;
  const user = await strapi
    .plugin('users-permissions')
    .service('user')
    .add({
      username,
      email: `${username}@example.com`,
      password: PASSWORD,
      // Without it the login says that the password is wrong.
      provider: 'local',
      confirmed: true,
      role: role.id,
    });
  const token = strapi.plugin('users-permissions').service('jwt').issue({ id: user.id });
  return { kind: 'user', user, token };
};

/** Lets everybody do `actions`, such as `api::article.article.find`. */
export const grantPublic = async (strapi: Core.Strapi, actions: string[]) => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } });
  await grant(strapi, role.id, actions);
};

/** Runs `task` as if within a request of that admin: `strapi.documents(…)` then knows who it is. */
export const runAsAdmin = async <T>(
  strapi: Core.Strapi,
  user: { id: number },
  task: () => Promise<T>,
  headers: Record<string, string> = {}
): Promise<T> => {
  const userAbility = await strapi.service('admin::permission').engine.generateUserAbility(user);
  const context = {
    state: {
      user,
      userAbility,
      isAuthenticated: true,
      auth: { strategy: { name: 'admin' }, credentials: user },
    },
    request: { method: 'PUT', url: '/', headers, query: {}, body: {} },
    headers,
    get: (name: string) => headers[name.toLowerCase()] ?? '',
    query: {},
    params: {},
    method: 'PUT',
    url: '/',
    originalUrl: '/',
    path: '/',
  };
  // It gives back what the task gives back, though its type says otherwise.
  return strapi.requestContext.run(context as never, task as () => Promise<never>) as Promise<T>;
};

import type { Core } from '@strapi/strapi';
import { pluginDir } from '../src/locate';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  revisions: {
    enabled: env.bool('REVISIONS_ENABLED', true),
    resolve: pluginDir(),
    // `{ maxRevisions: 20 }` and the like; the tests hand in theirs.
    config: env.json('REVISIONS_CONFIG', {}),
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  upload: { config: { security: { allowedTypes: ['image/*', 'application/pdf', 'text/plain'] } } },
  graphql: {
    enabled: env.bool('GRAPHQL_ENABLED', true),
    config: { shadowCRUD: true, depthLimit: 10, defaultLimit: 25, maxLimit: 100 },
  },
});

export default config;

import type { Core } from '@strapi/strapi';

// Strict parameters are the default of new projects, and the harder case for a plugin that adds some.
const config: Core.Config.Api = {
  rest: { defaultLimit: 25, maxLimit: 100, withCount: true, strictParams: true },
  documents: { strictParams: true, strictRelations: true },
};

export default config;

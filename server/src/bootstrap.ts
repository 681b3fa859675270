import type { Core } from '@strapi/strapi';
import { registerAdminActions } from './permissions';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerAdminActions(strapi);
};

export default bootstrap;

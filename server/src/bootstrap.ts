import type { Core } from '@strapi/strapi';
import { registerAdminActions } from './permissions';
import { chooseVersion } from './query/choose-version';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerAdminActions(strapi);
  chooseVersion(strapi);
};

export default bootstrap;

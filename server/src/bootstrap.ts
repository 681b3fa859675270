import type { Core } from '@strapi/strapi';
import { registerAdminActions } from './permissions';
import { chooseVersion } from './query/choose-version';
import { keepPreviewsOutOfCaches } from './query/keep-out-of-caches';

const bootstrap = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await registerAdminActions(strapi);
  chooseVersion(strapi);
  keepPreviewsOutOfCaches(strapi);
};

export default bootstrap;

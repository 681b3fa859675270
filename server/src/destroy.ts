import type { Core } from '@strapi/strapi';
import { getService } from './services';

const destroy = async ({ strapi }: { strapi: Core.Strapi }): Promise<void> => {
  await getService(strapi, 'retention').stop();
};

export default destroy;

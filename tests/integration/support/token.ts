import { createApiToken } from '../../helpers/actors';
import type { Booted } from '../../helpers/boot';

/** For `startChild({ script })`: an API token of the site in the child. */
export const makeToken = async ({ strapi }: Booted): Promise<{ token: string }> => createApiToken(strapi);

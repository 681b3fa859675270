import type { Core } from '@strapi/strapi';
import { WRITES, captureWrite, type WriteContext } from './capture/capture';
import { registerEditView } from './edit-view';
import { handTokenToPreview } from './edit-view/token-for-preview';
import { registerGraphql } from './graphql/register-graphql';
import { registerQuery } from './query/register-query';
import { registerEvents } from './register-events';
import { getService } from './services';

/**
 * The middleware is added in `register`, before any plugin's `bootstrap`: it is the outermost, so that what i18n
 * copies to other locales after a save is done when the save is recorded, and within its transaction.
 */
const register = ({ strapi }: { strapi: Core.Strapi }): void => {
  strapi.documents.use((context, next) => {
    if (!Object.hasOwn(WRITES, context.action)) return next();
    const type = getService(strapi, 'tracking').find(context.uid);
    if (!type) return next();
    return captureWrite(strapi, type, context as unknown as WriteContext, next as () => Promise<never>);
  });

  registerQuery(strapi);
  registerEditView({ strapi });
  handTokenToPreview(strapi);
  registerEvents(strapi);
  registerGraphql(strapi);

  // after the schema is in the database and before anybody's bootstrap may save something
  strapi.hook('strapi::content-types.afterSync').register(async () => {
    getService(strapi, 'tracking').load();
    await getService(strapi, 'store').prepare();
  });
};

export default register;

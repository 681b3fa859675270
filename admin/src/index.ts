import { registerDifference } from './compare/registry';
import { HistoryAction } from './history/HistoryAction';
import { HistoryBanner } from './history/HistoryBanner';
import { DrawerButtons } from './history/DrawerButtons';
import { hideAction, hideHeaderAction, hidePanel } from './history/hideInHistory';
import { watchPermissions } from './history/readableField';
import { BANNER_TYPE, showReadOnly } from './history/showReadOnly';
import { extendBuilder } from './content-type-builder/extendBuilder';
import { RevisionsPanel } from './panel/RevisionsPanel';
import { PLUGIN_ID } from './pluginId';
import { COMPARE_ROUTE } from './utils/compareSearch';
import { prefixTranslations } from './utils/prefixTranslations';

import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

const plugin = {
  register(app: StrapiApp): void {
    app.addRBACMiddleware([watchPermissions]);
    app.addFields({ type: BANNER_TYPE, Component: HistoryBanner });
    app.router.addRoute({
      path: COMPARE_ROUTE,
      lazy: async () => ({ Component: (await import('./compare/ComparePage')).ComparePage }),
    });
    app.registerPlugin({ id: PLUGIN_ID, name: 'Drafts & Revisions', apis: { registerDifference } });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    const contentManager = app.getPlugin('content-manager');
    if (!contentManager) return;
    const apis = contentManager.apis as unknown as ContentManagerPlugin['config']['apis'];

    apis.addDocumentAction((actions) => {
      const hidden = actions.map(hideAction);
      // After what is about the type, before what deletes; Strapi's own history, a paid feature, has its place there too.
      const place = hidden.findIndex(({ type }) => type === 'configure-the-view') + 1;
      hidden.splice(place || hidden.length, 0, HistoryAction);
      return hidden;
    });
    apis.addDocumentHeaderAction((actions) => actions.map(hideHeaderAction));
    apis.addEditViewSidePanel((panels) => [...panels.map(hidePanel), RevisionsPanel]);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', showReadOnly);
    contentManager.injectComponent('editView', 'right-links', {
      name: 'revisions-drawer-buttons',
      Component: DrawerButtons,
    });

    extendBuilder(app);
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const { default: texts } = await import(`./translations/${locale}.json`);
          return { data: prefixTranslations(texts, PLUGIN_ID), locale };
        } catch {
          // Strapi asks for every language that the admin is set up with.
          return { data: {}, locale };
        }
      })
    );
  },
};

export type { DifferenceProps, RegisteredDifference } from './compare/registry';

export default plugin;

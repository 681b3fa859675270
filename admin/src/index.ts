import { Stack } from '@strapi/icons';

import { registerDifference } from './compare/registry';
import { ApplyDraftsAction } from './draft-column/ApplyDraftsAction';
import { addDraftColumn } from './draft-column/addDraftColumn';
import { knowBeforehand } from './draft-column/known';
import { DraftBanner } from './drafts/DraftBanner';
import { DraftMenu } from './drafts/DraftMenu';
import { DraftSync } from './drafts/DraftSync';
import { DRAFT_ACTIONS, whileDraftIsOpen } from './drafts/draftActions';
import { DRAFT_BANNER_TYPE, draftLayout } from './drafts/draftLayout';
import { widgetOptions } from './drafts-widget/widgetOptions';
import { HistoryAction } from './history/HistoryAction';
import { HistoryBanner } from './history/HistoryBanner';
import { DrawerButtons } from './history/DrawerButtons';
import { hideAction, hideHeaderAction, hidePanel } from './history/hideInHistory';
import { BANNER_TYPE, showReadOnly } from './history/showReadOnly';
import { extendBuilder } from './content-type-builder/extendBuilder';
import { message } from './hooks/useTranslate';
import { RevisionsPanel } from './panel/RevisionsPanel';
import { SEES_DRAFTS } from './permissions';
import { PLUGIN_ID } from './pluginId';
import { COMPARE_ROUTE } from './utils/compareSearch';
import { DRAFTS_ROUTE } from './utils/draftPath';
import { prefixTranslations } from './utils/prefixTranslations';
import { watchPermissions } from './utils/readableField';

import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import type { StrapiApp } from '@strapi/strapi/admin';

const plugin = {
  register(app: StrapiApp): void {
    app.addRBACMiddleware([watchPermissions, knowBeforehand]);
    app.addFields([
      { type: BANNER_TYPE, Component: HistoryBanner },
      { type: DRAFT_BANNER_TYPE, Component: DraftBanner },
    ]);
    app.router.addRoute({
      path: COMPARE_ROUTE,
      lazy: async () => ({ Component: (await import('./compare/ComparePage')).ComparePage }),
    });
    app.addMenuLink({
      to: DRAFTS_ROUTE,
      icon: Stack,
      intlLabel: message('drafts.title'),
      permissions: SEES_DRAFTS,
      Component: () => import('./drafts-page/DraftsPage').then(({ DraftsPage }) => ({ default: DraftsPage })),
    });
    app.widgets.register(widgetOptions);
    app.registerPlugin({ id: PLUGIN_ID, name: 'Drafts & Revisions', apis: { registerDifference } });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>): void {
    const contentManager = app.getPlugin('content-manager');
    if (!contentManager) return;
    const apis = contentManager.apis as unknown as ContentManagerPlugin['config']['apis'];

    apis.addDocumentAction((actions) => {
      const hidden = actions.map(whileDraftIsOpen).map(hideAction);
      // After what is about the type, before what deletes; Strapi's own history, a paid feature, has its place there too.
      const place = hidden.findIndex(({ type }) => type === 'configure-the-view') + 1;
      hidden.splice(place || hidden.length, 0, ...DRAFT_ACTIONS, HistoryAction);
      return hidden;
    });
    apis.addDocumentHeaderAction((actions) => [DraftMenu, ...actions.map(hideHeaderAction)]);
    apis.addEditViewSidePanel((panels) => [...panels.map(hidePanel), RevisionsPanel]);
    apis.addBulkAction((actions) => {
      const place = actions.findIndex(({ type }) => type === 'delete');
      const last = place < 0 ? actions.length : place;
      return [...actions.slice(0, last), ApplyDraftsAction, ...actions.slice(last)];
    });
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', showReadOnly);
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', draftLayout);
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addDraftColumn);
    contentManager.injectComponent('editView', 'right-links', {
      name: 'revisions-draft-sync',
      Component: DraftSync,
    });
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

import { Stack } from '@strapi/icons';

import { message } from '../hooks/useTranslate';
import { PLUGIN_ID } from '../pluginId';
import { DRAFTS_ROUTE } from '../utils/draftPath';

import type { StrapiApp } from '@strapi/strapi/admin';

type WidgetArgs = Extract<Parameters<StrapiApp['widgets']['register']>[0], { id: string }>;

/** "My drafts" on the home page. Whom all of the permissions are granted to sees it. */
export const widgetOptions: WidgetArgs = {
  pluginId: PLUGIN_ID,
  id: 'my-drafts',
  icon: Stack,
  title: message('widget.title'),
  link: { label: message('widget.all'), href: `/${DRAFTS_ROUTE}` },
  permissions: [{ action: 'plugin::revisions.draft.create' }],
  component: async () => (await import('./DraftsWidget')).DraftsWidget,
};

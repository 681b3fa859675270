import { message } from '../hooks/useTranslate';
import { KeepRevisions } from './KeepRevisions';
import { RevisionsKept } from './RevisionsKept';

import type { StrapiApp } from '@strapi/strapi/admin';

interface FormsApi {
  components: { add: (input: { id: string; component: unknown }) => void };
  extendContentType: (extension: { form: { advanced: () => unknown[]; base: () => unknown[] } }) => void;
}

/** Adds what a content type says about revisions (`pluginOptions.revisions`) to its advanced settings. */
export const extendBuilder = (app: Pick<StrapiApp, 'getPlugin'>): void => {
  const forms = app.getPlugin('content-type-builder')?.apis.forms as FormsApi | undefined;
  // The builder is absent in production builds of some projects.
  if (!forms) return;

  forms.components.add({ id: 'revisions-enabled', component: KeepRevisions });
  forms.components.add({ id: 'revisions-kept', component: RevisionsKept });
  forms.extendContentType({
    form: {
      base: () => [],
      advanced: () => [
        {
          name: 'pluginOptions.revisions.enabled',
          type: 'revisions-enabled',
          intlLabel: message('builder.enabled'),
        },
        {
          name: 'pluginOptions.revisions.maxRevisions',
          type: 'revisions-kept',
          intlLabel: message('builder.maxRevisions'),
        },
      ],
    },
  });
};

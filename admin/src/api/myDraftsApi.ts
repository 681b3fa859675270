import { adminApi } from '@strapi/strapi/admin';

import type { ListedDraft } from '../../../contracts/draft';
import type { Pagination } from '../../../contracts/revision';

const PAGE_SIZE = 100;

interface MyDraftsRequest {
  uid: string;
  documentIds: string[];
}

const myDraftsApi = adminApi.enhanceEndpoints({ addTagTypes: ['Draft'] }).injectEndpoints({
  endpoints: (build) => ({
    /** One's own drafts of some documents, page after page of those of the content type. */
    getMyDraftsOf: build.query<ListedDraft[], MyDraftsRequest>({
      queryFn: async ({ uid, documentIds }, _api, _options, ask) => {
        const wanted = new Set(documentIds);
        const found: ListedDraft[] = [];
        for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
          const { data, error } = await ask({
            url: '/revisions/drafts',
            method: 'GET',
            config: { params: { show: 'mine', type: uid, page, pageSize: PAGE_SIZE } },
          });
          if (error) return { error };
          const list = data as { data: ListedDraft[]; meta: { pagination: Pagination } };
          found.push(...list.data.filter(({ documentId }) => documentId !== null && wanted.has(documentId)));
          pageCount = list.meta.pagination.pageCount;
        }
        return { data: found };
      },
      // Each look is a new one, and what it found stays while it is acted upon.
      keepUnusedDataFor: 0,
    }),
  }),
});

export const { useGetMyDraftsOfQuery } = myDraftsApi;

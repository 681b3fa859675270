import { adminApi } from '@strapi/strapi/admin';

import type { DocumentAddress } from './revisionsApi';
import type { MadePreview, Preview } from '../../../contracts/preview';

export type SharedId = { draftId: number } | { revisionId: number };

interface CreatePreviewRequest {
  uid: string;
  documentId: string;
  locale?: string;
  /** such as `1d` */
  duration: string;
  shows: SharedId;
}

interface SiteAddressRequest {
  uid: string;
  documentId: string;
  locale?: string;
  token: string;
}

const previewsApi = adminApi.enhanceEndpoints({ addTagTypes: ['PreviewToken'] }).injectEndpoints({
  endpoints: (build) => ({
    getPreviews: build.query<Preview[], Pick<DocumentAddress, 'uid' | 'documentId'>>({
      query: ({ uid, documentId }) => `/revisions/documents/${uid}/${documentId}/previews`,
      transformResponse: (response: { data: Preview[] }) => response.data,
      providesTags: ['PreviewToken'],
      // They end by themselves, and with what they show.
      keepUnusedDataFor: 0,
    }),

    createPreview: build.mutation<MadePreview, CreatePreviewRequest>({
      query: ({ shows, ...data }) => ({
        url: '/revisions/previews',
        method: 'POST',
        data: { ...data, ...shows },
      }),
      transformResponse: (response: { data: MadePreview }) => response.data,
      invalidatesTags: (_result, error) => (error ? [] : ['PreviewToken']),
    }),

    revokePreview: build.mutation<void, number>({
      query: (id) => ({ url: `/revisions/previews/${id}`, method: 'DELETE' }),
      // Even where that failed: it may have ended meanwhile.
      invalidatesTags: ['PreviewToken'],
    }),

    /**
     * Where the project's site shows it, as Strapi's Preview is configured; null where it says nothing. A mutation, for
     * no token is to lie in the cache.
     */
    findSiteAddress: build.mutation<string | null, SiteAddressRequest>({
      query: ({ uid, documentId, locale, token }) => ({
        url: `/content-manager/preview/url/${uid}`,
        method: 'GET',
        config: { params: { documentId, locale, status: 'draft', previewToken: token } },
      }),
      transformResponse: (response: { data?: { url?: string } } | undefined) => response?.data?.url ?? null,
    }),
  }),
});

export const {
  useGetPreviewsQuery,
  useCreatePreviewMutation,
  useRevokePreviewMutation,
  useFindSiteAddressMutation,
} = previewsApi;

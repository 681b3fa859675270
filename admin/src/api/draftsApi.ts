import { adminApi } from '@strapi/strapi/admin';

import { documentTag, type DocumentAddress } from './revisionsApi';

import type { ApplyResult, Draft, DraftForm, ListedDraft, MergeResult } from '../../../contracts/draft';
import type { Actor, Pagination } from '../../../contracts/revision';

export interface DraftRequest extends DocumentAddress {
  locale?: string;
}

export interface CreateDraftRequest extends DocumentAddress {
  locale?: string;
  name?: string;
  notes?: string | null;
  data?: Record<string, unknown>;
}

export interface UpdateDraftRequest {
  id: number;
  changes: { name?: string; notes?: string | null; locale?: string; revert?: string[]; lockVersion?: number };
}

export interface ApplyDraftRequest extends DocumentAddress {
  id: number;
  publish?: boolean;
  notes?: string;
  lockVersion?: number;
}

export interface DraftListRequest {
  show: 'mine' | 'saved' | 'unsaved';
  search?: string;
  type?: string;
  creator?: string;
  before?: string;
  after?: string;
  page: number;
  pageSize: number;
}

/** By documentId: whether the caller has unsaved changes of it, and how many saved drafts they may see. */
export type DraftCounts = Record<string, { isEdited: boolean; drafts: number }>;

const draftsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Draft', 'Document', 'Relations'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getDrafts: build.query<Draft[], DraftRequest>({
        query: ({ uid, documentId, collectionType: _, ...params }) => ({
          url: `/revisions/documents/${uid}/${documentId}/drafts`,
          method: 'GET',
          config: { params },
        }),
        transformResponse: (response: { data: Draft[] }) => response.data,
        providesTags: (_result, _error, request) => ['Draft', documentTag(request)],
      }),

      getDraftForm: build.query<DraftForm, { id: number; locale?: string }>({
        query: ({ id, ...params }) => ({
          url: `/revisions/drafts/${id}/form`,
          method: 'GET',
          config: { params },
        }),
        transformResponse: (response: { data: DraftForm }) => response.data,
        // what a draft looks like depends on what current is now
        keepUnusedDataFor: 0,
      }),

      createDraft: build.mutation<Draft, CreateDraftRequest>({
        query: ({ uid, documentId, collectionType: _, ...data }) => ({
          url: `/revisions/documents/${uid}/${documentId}/drafts`,
          method: 'POST',
          data,
        }),
        transformResponse: (response: { data: { _draft: Draft } }) => response.data._draft,
        invalidatesTags: (_result, error) => (error ? [] : ['Draft']),
      }),

      /** Name, notes, and what is to be as current has it again. What is typed goes past this cache. */
      updateDraft: build.mutation<Draft, UpdateDraftRequest>({
        query: ({ id, changes }) => ({ url: `/revisions/drafts/${id}`, method: 'PUT', data: changes }),
        transformResponse: (response: { data: { _draft: Draft } }) => response.data._draft,
        invalidatesTags: (_result, error) => (error ? [] : ['Draft']),
      }),

      /** A provisional draft becomes a saved one. */
      saveDraft: build.mutation<Draft, { id: number; name?: string; notes?: string | null }>({
        query: ({ id, ...data }) => ({ url: `/revisions/drafts/${id}/save`, method: 'POST', data }),
        transformResponse: (response: { data: { _draft: Draft } }) => response.data._draft,
        invalidatesTags: (_result, error) => (error ? [] : ['Draft']),
      }),

      mergeDraft: build.mutation<
        MergeResult,
        { id: number; resolve?: Record<string, 'draft' | 'current'>; lockVersion?: number }
      >({
        query: ({ id, ...data }) => ({ url: `/revisions/drafts/${id}/merge`, method: 'POST', data }),
        transformResponse: (response: { data: MergeResult }) => response.data,
        invalidatesTags: (_result, error) => (error ? [] : ['Draft']),
      }),

      applyDraft: build.mutation<ApplyResult, ApplyDraftRequest>({
        query: ({ id, uid: _uid, documentId: _documentId, collectionType: _collectionType, ...data }) => ({
          url: `/revisions/drafts/${id}/apply`,
          method: 'POST',
          data,
        }),
        transformResponse: (response: { data: ApplyResult }) => response.data,
        invalidatesTags: (_result, error, request) =>
          error
            ? []
            : ['Draft', 'Relations', documentTag(request), { type: 'Document', id: `${request.uid}_LIST` }],
      }),

      deleteDraft: build.mutation<void, number>({
        query: (id) => ({ url: `/revisions/drafts/${id}`, method: 'DELETE' }),
        invalidatesTags: (_result, error) => (error ? [] : ['Draft']),
      }),

      listDrafts: build.query<{ data: ListedDraft[]; meta: { pagination: Pagination } }, DraftListRequest>({
        query: (params) => ({ url: '/revisions/drafts', method: 'GET', config: { params } }),
        providesTags: ['Draft'],
      }),

      getDraftCreators: build.query<Actor[], DraftListRequest['show']>({
        query: (show) => ({ url: '/revisions/drafts/creators', method: 'GET', config: { params: { show } } }),
        transformResponse: (response: { data: Actor[] }) => response.data,
        providesTags: ['Draft'],
      }),

      getDraftCounts: build.query<DraftCounts, { uid: string; documentIds: string[] }>({
        query: ({ uid, documentIds }) => ({
          url: '/revisions/drafts/counts',
          method: 'GET',
          config: { params: { uid, documentIds: documentIds.join(',') } },
        }),
        transformResponse: (response: { data: DraftCounts }) => response.data,
        providesTags: ['Draft'],
      }),
    }),
  });

export const {
  useGetDraftsQuery,
  useGetDraftFormQuery,
  useLazyGetDraftFormQuery,
  useCreateDraftMutation,
  useUpdateDraftMutation,
  useSaveDraftMutation,
  useMergeDraftMutation,
  useApplyDraftMutation,
  useDeleteDraftMutation,
  useListDraftsQuery,
  useGetDraftCountsQuery,
  useGetDraftCreatorsQuery,
} = draftsApi;

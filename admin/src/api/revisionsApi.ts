import { adminApi } from '@strapi/strapi/admin';

import type { Comparison } from '../../../contracts/compare';
import type {
  Actor,
  DocumentState,
  Pagination,
  Revision,
  RevisionContent,
  RestoreMeta,
  RestoreResult,
} from '../../../contracts/revision';

export interface DocumentAddress {
  uid: string;
  documentId: string;
  /** `collection-types` or `single-types`, as in the edit view's address */
  collectionType: string;
}

export interface ListRequest extends DocumentAddress {
  locale?: string;
  creator?: string;
  action?: string;
  page: number;
  pageSize: number;
}

export interface RevisionList {
  data: Revision[];
  meta: { pagination: Pagination };
}

export interface StateRequest extends DocumentAddress {
  locale?: string;
}

export interface ComparisonRequest extends DocumentAddress {
  from: string;
  to: string;
  locale?: string;
}

export interface RestoreRequest extends DocumentAddress {
  id: number;
  fields?: string[];
  locales: 'this' | 'all';
  publish?: boolean;
  notes?: string;
}

export interface RestoreAnswer {
  data: RestoreResult;
  meta: RestoreMeta;
}

export interface AnnotateRequest {
  id: number;
  changes: { label?: string | null; notes?: string | null; pinned?: boolean };
}

export interface Tracking {
  /** content types of which revisions are kept */
  uids: string[];
  /** those whose edit view saves into a draft by itself */
  autosave: string[];
  /** milliseconds of quiet before it does */
  autosaveDelay: number;
}

/** The content manager's own tag of a document: whatever saves, publishes or discards it, makes us ask again. */
export const documentTag = ({ uid, documentId, collectionType }: DocumentAddress) => ({
  type: 'Document' as const,
  id: collectionType === 'single-types' ? uid : `${uid}_${documentId}`,
});

/** Whether both sides of a comparison are revisions, and so stay as they are. */
const isFixed = ({ from, to }: ComparisonRequest): boolean =>
  to.startsWith('revision:') && (from === 'previous' || from.startsWith('revision:'));

const revisionsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Revision', 'Document', 'Relations'] })
  .injectEndpoints({
    endpoints: (build) => ({
      getTracking: build.query<Tracking, void>({
        query: () => '/revisions/tracked',
        transformResponse: ({ data, meta }: { data: string[]; meta: Omit<Tracking, 'uids'> }) => ({
          uids: data,
          autosave: meta.autosave,
          autosaveDelay: meta.autosaveDelay,
        }),
      }),

      getRevisions: build.query<RevisionList, ListRequest>({
        query: ({ uid, documentId, collectionType: _, ...params }) => ({
          url: `/revisions/documents/${uid}/${documentId}/revisions`,
          method: 'GET',
          config: { params },
        }),
        providesTags: (_result, _error, request) => ['Revision', documentTag(request)],
      }),

      getEditors: build.query<Actor[], DocumentAddress>({
        query: ({ uid, documentId }) => `/revisions/documents/${uid}/${documentId}/editors`,
        transformResponse: (response: { data: Actor[] }) => response.data,
        providesTags: (_result, _error, address) => [documentTag(address)],
      }),

      getState: build.query<DocumentState, StateRequest>({
        query: ({ uid, documentId, collectionType: _, ...params }) => ({
          url: `/revisions/documents/${uid}/${documentId}/state`,
          method: 'GET',
          config: { params },
        }),
        transformResponse: (response: { data: DocumentState }) => response.data,
        providesTags: (_result, _error, request) => [documentTag(request)],
      }),

      getComparison: build.query<Comparison, ComparisonRequest>({
        query: ({ uid, documentId, collectionType: _, ...params }) => ({
          url: `/revisions/documents/${uid}/${documentId}/compare`,
          method: 'GET',
          config: { params },
        }),
        transformResponse: (response: { data: Comparison }) => response.data,
        // Two revisions never differ in another way than they did.
        providesTags: (_result, _error, request) => (isFixed(request) ? [] : [documentTag(request)]),
      }),

      getRevision: build.query<RevisionContent, number>({
        query: (id) => `/revisions/revisions/${id}`,
        providesTags: ['Revision'],
      }),

      annotateRevision: build.mutation<{ data: Revision }, AnnotateRequest>({
        query: ({ id, changes }) => ({ url: `/revisions/revisions/${id}`, method: 'PUT', data: changes }),
        invalidatesTags: (_result, error) => (error ? [] : ['Revision']),
      }),

      previewRestore: build.query<RestoreAnswer, Pick<RestoreRequest, 'id' | 'locales'>>({
        query: ({ id, locales }) => ({
          url: `/revisions/revisions/${id}/restore`,
          method: 'POST',
          data: { locales, dryRun: true },
        }),
        // What a restore would do depends on what the document is now.
        keepUnusedDataFor: 0,
      }),

      restoreRevision: build.mutation<RestoreAnswer, RestoreRequest>({
        query: ({ id, uid: _uid, documentId: _documentId, collectionType: _collectionType, ...data }) => ({
          url: `/revisions/revisions/${id}/restore`,
          method: 'POST',
          data,
        }),
        invalidatesTags: (_result, error, request) =>
          error
            ? []
            : [
                'Revision',
                'Relations',
                documentTag(request),
                { type: 'Document', id: `${request.uid}_LIST` },
              ],
      }),
    }),
  });

export const {
  useGetTrackingQuery,
  useGetRevisionsQuery,
  useLazyGetRevisionsQuery,
  useGetStateQuery,
  useGetComparisonQuery,
  useGetEditorsQuery,
  useGetRevisionQuery,
  useAnnotateRevisionMutation,
  usePreviewRestoreQuery,
  useRestoreRevisionMutation,
} = revisionsApi;

/** Content types of which revisions are kept. */
export const useGetTrackedTypesQuery = () =>
  useGetTrackingQuery(undefined, { selectFromResult: ({ data }) => ({ data: data?.uids }) });

import { adminApi } from '@strapi/strapi/admin';

export interface ContentTypeInfo {
  uid: string;
  kind: 'collectionType' | 'singleType';
  info: { displayName: string };
  options?: { draftAndPublish?: boolean };
}

const contentTypesApi = adminApi.injectEndpoints({
  endpoints: (build) => ({
    getContentTypeInfos: build.query<ContentTypeInfo[], void>({
      query: () => '/content-manager/content-types',
      transformResponse: (response: { data: ContentTypeInfo[] }) =>
        response.data.map(({ uid, kind, info, options }) => ({ uid, kind, info, options })),
    }),
  }),
});

export const { useGetContentTypeInfosQuery } = contentTypesApi;

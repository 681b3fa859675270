import { adminApi } from '@strapi/strapi/admin';

const draftTags = adminApi.enhanceEndpoints({ addTagTypes: ['Draft'] }).injectEndpoints({
  endpoints: (build) => ({
    /** Autosave goes past the cache; this says that what is known of drafts is old. It asks nobody. */
    forgetDrafts: build.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: ['Draft'],
    }),
  }),
});

export const { useForgetDraftsMutation } = draftTags;

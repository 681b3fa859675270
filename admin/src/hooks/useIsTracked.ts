import { useGetTrackedTypesQuery } from '../api/revisionsApi';

/** Whether revisions are kept of a content type; false until that is known. */
export const useIsTracked = (uid: string): boolean => {
  const { data } = useGetTrackedTypesQuery();
  return data?.includes(uid) ?? false;
};

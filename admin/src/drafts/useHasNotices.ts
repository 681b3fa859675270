import { useDraftView } from './draftStore';

/** Whether there is something to decide, or to know, about what happens elsewhere. */
export const useHasNotices = (): boolean => {
  const view = useDraftView();
  if (view?.status !== 'open') return false;
  return (
    view.save.clashes.length > 0 ||
    view.conflicts.length > 0 ||
    view.upstream.length > 0 ||
    view.otherTab !== null
  );
};

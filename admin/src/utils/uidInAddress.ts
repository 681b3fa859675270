/** Uid of the content type whose list or edit view the browser shows; for what runs outside of React. */
export const uidInAddress = (): string => {
  const uid = /\/content-manager\/(?:collection|single)-types\/([^/]+)/.exec(window.location.pathname)?.[1];
  return decodeURIComponent(uid ?? '');
};

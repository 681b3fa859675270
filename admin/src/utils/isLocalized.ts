/** Whether i18n is on for a content type, by the options of its layout (which carry its `pluginOptions`). */
export const isLocalized = (options: object): boolean => {
  const { i18n } = options as { i18n?: { localized?: boolean } };
  return i18n?.localized === true;
};

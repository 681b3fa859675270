/** Strapi keeps all translations in one namespace: each key gets the plugin's id in front. */
export const prefixTranslations = (
  translations: Record<string, string>,
  prefix: string
): Record<string, string> =>
  Object.fromEntries(Object.entries(translations).map(([key, text]) => [`${prefix}.${key}`, text]));

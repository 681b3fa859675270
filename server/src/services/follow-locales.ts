import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { moveLocale } from '../store/move-locale';

/** By uid, whether a type has locales. */
type Localized = Record<string, boolean>;

/**
 * When a type gets locales, Strapi makes its rows those of the default locale; when it loses them, the default locale's
 * rows are the ones that stay (@strapi/core, migrations/i18n). Our rows follow, or the history would end there and
 * another begin. What other locales had is kept as it is: it can be looked at, and is theirs again if they come back.
 *
 * Goes by how the types were when it last ran, not by Strapi's own memory of them: the plugin may have been switched
 * off meanwhile.
 */
export const followLocales = async (strapi: Core.Strapi, knex: Knex): Promise<void> => {
  const i18n = strapi.plugin('i18n');
  const locale: string | null | undefined = await i18n?.service('locales').getDefaultLocale();
  // without a default locale nothing was ever saved
  if (!locale) return;
  const { isLocalizedContentType } = i18n.service('content-types');
  const today: Localized = Object.fromEntries(
    Object.entries(strapi.contentTypes).map(([uid, model]) => [uid, isLocalizedContentType(model)])
  );

  const memory = strapi.store({ type: 'plugin', name: 'revisions', key: 'localized' });
  const before = ((await memory.get()) ?? {}) as Localized;
  const changed = Object.keys(today).filter((uid) => today[uid] !== before[uid]);
  if (changed.length === 0) return;
  for (const uid of changed) {
    const [from, to] = today[uid] ? ['', locale] : [locale, ''];
    await moveLocale(knex, { uid, from, to });
  }
  await memory.set({ value: { ...before, ...today } });
};

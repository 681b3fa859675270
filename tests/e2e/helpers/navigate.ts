import type { Page } from 'playwright-core';

const search = (parameters: Record<string, string | undefined>) => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size ? `?${query}` : '';
};

/** The list of a content type: `api::article.article`. */
export const openList = (page: Page, uid: string, parameters: Record<string, string> = {}) =>
  page.goto(`/admin/content-manager/collection-types/${uid}${search(parameters)}`);

/** A document's edit view, by its id. */
export const openDocument = async (
  page: Page,
  uid: string,
  documentId: string,
  { locale, ...parameters }: { locale?: string } & Record<string, string | undefined> = {}
) => {
  await page.goto(
    `/admin/content-manager/collection-types/${uid}/${documentId}${search({
      ...(locale ? { 'plugins[i18n][locale]': locale } : {}),
      ...parameters,
    })}`
  );
  await page
    .getByRole('button', { name: /save|publish|speichern|enregistrer/i })
    .first()
    .waitFor();
};

/** From the list to the entry, by its title. */
export const openByTitle = async (page: Page, uid: string, title: string) => {
  await openList(page, uid, { _q: title });
  await page.getByRole('gridcell', { name: title, exact: true }).first().click();
  await page.waitForURL(new RegExp(`/${uid}/[a-z0-9]{24}`));
};

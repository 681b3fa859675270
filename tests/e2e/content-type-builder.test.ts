import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser, signIn, startDeveloping, type DevelopedApp } from './helpers';

let app: DevelopedApp;

beforeAll(async () => {
  app = await startDeveloping();
});

afterAll(() => app?.stop());

const schemaOfTag = () =>
  JSON.parse(fs.readFileSync(path.join(app.dir, 'src/api/tag/content-types/tag/schema.json'), 'utf8'));

/** Through the form of the content-type builder; Strapi then restarts itself. */
const switchRevisions = async (page: Page, on: boolean) => {
  await page.goto('/admin/plugins/content-type-builder/content-types/api::tag.tag');
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await page.getByRole('tab', { name: /advanced/i }).click();

  const box = page.getByRole('checkbox', { name: /keep revisions/i });
  expect(await box.isChecked()).toBe(!on);
  await box.click();
  await page.getByRole('button', { name: 'Finish' }).click();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await app.restarted();
};

const adminToken = async (page: Page) => {
  const cookies = await page.context().cookies();
  return cookies.find(({ name }) => name === 'jwtToken')!.value;
};

it('switches a content type off and on again', async () => {
  const { page } = await openBrowser({ url: app.url });
  await signIn(page, 'amina');
  const admin = app.as({ token: await adminToken(page) });

  const saveTag = async (name: string) => {
    const { status, body } = await admin.post('/content-manager/collection-types/api::tag.tag', { name });
    expect(status).toBe(201);
    return `/revisions/documents/api::tag.tag/${body.data.documentId}/revisions`;
  };

  const kept = await saveTag('Kept');
  expect((await admin.get(kept)).body.data).toHaveLength(1);

  await switchRevisions(page, false);
  expect(schemaOfTag().pluginOptions.revisions).toMatchObject({ enabled: false });
  await saveTag('Not kept');

  await switchRevisions(page, true);
  expect(schemaOfTag().pluginOptions.revisions).toMatchObject({ enabled: true });
  // What was recorded before is still there, and what is saved from now on is recorded.
  expect((await admin.get(kept)).body.data).toHaveLength(1);
  const again = await saveTag('Kept again');
  expect((await admin.get(again)).body.data).toHaveLength(1);
});

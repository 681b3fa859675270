import path from 'node:path';
import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture, takePictures } from './helpers';
import { ARTICLE, historyPage } from './support/history-page';
import { valueOf } from './support/value-of';

const PICTURE = path.join(__dirname, '../../docs/images/history.png');

let app: Child;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

const title = 'input[name="title"]';

it('shows every save with its note, and an old revision in the form, read-only', async () => {
  const { page, complaints } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'Slow radio');
  await history.notes.waitFor();
  const [newest = 0] = await history.numbers();

  await page.locator(title).fill('Slow radio, again');
  await history.notes.fill('The first title was taken');
  await history.save(newest + 1);
  await history.notesGone();
  await page.locator(title).fill('Slow radio, at last');
  await history.save(newest + 2);
  await history
    .entry(newest + 2)
    .getByText('Changed title')
    .waitFor();
  expect(await history.entry(newest + 1).innerText()).toMatch(/Jonas Lindqvist/);

  await history.enter();
  expect((await history.numbers()).slice(0, 3)).toEqual([newest + 2, newest + 1, newest]);
  await history.show(newest + 1);
  await history.banner.getByText('The first title was taken').waitFor();
  expect(await valueOf(page.locator(title), 'Slow radio, again')).toBe('Slow radio, again');
  expect(await page.locator(title).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Save', exact: true }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).count()).toBe(0);

  await history.show(newest);
  expect(await valueOf(page.locator(title), 'Slow radio')).toBe('Slow radio');
  await page.getByRole('button', { name: 'Back to editing' }).click();
  await page.locator(`${title}:enabled`).waitFor();
  expect(await valueOf(page.locator(title), 'Slow radio, at last')).toBe('Slow radio, at last');
  expect(complaints).toEqual([]);
});

it('keeps notes that no revision could take', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'The moss library');
  await history.notes.fill('Words without a change');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await page.getByText('Nothing had changed', { exact: false }).waitFor();
  expect(await valueOf(history.notes, 'Words without a change')).toBe('Words without a change');

  const [newest] = await history.numbers();
  await page.getByRole('button', { name: `Add them to revision ${newest}` }).click();
  await history.notesGone();
  await history.enter();
  await history.list.getByText('Words without a change').waitFor();
});

it('makes every type of field legible, and none editable', async () => {
  const { page, complaints } = await openBrowser({ url: app.url, height: 1200 });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await history.enter();
  await history.show(12);

  const form = page.locator('form');
  // text, Markdown, blocks, a component in a component, media, relations and their status
  expect(await valueOf(page.locator(title), 'The salt roads')).toBe('The salt roads');
  await form.getByText('Every morning at five Matteo Ferri', { exact: false }).waitFor();
  await form.getByText('What to look for').waitFor();
  await form.getByText('He ran, with a rake.').waitFor();
  await form.getByText('salt-flats').first().waitFor();
  await form
    .getByRole('link', { name: /Ida Marsh/ })
    .or(form.getByText('Ida Marsh'))
    .first()
    .waitFor();
  await form.getByText('Hands').waitFor();
  // repeatable components and a dynamic zone open
  await form.getByRole('button', { name: 'Parish archive, box 12' }).click();
  await form.getByRole('button', { name: /Quote - Matteo Ferri/ }).click();
  // enumeration, boolean, numbers, dates, a custom field, JSON
  await form.getByText('#c9b48a').waitFor();
  expect(await valueOf(page.locator('input[name="sku"]'), 'TL-31-01')).toBe('TL-31-01');
  await form.getByText('Floating road', { exact: false }).first().waitFor();

  const enabled = await form.locator('input:enabled, textarea:enabled').evaluateAll((inputs) =>
    // CodeMirror keeps hidden ones for itself, and every check box has one for forms
    inputs
      .filter(
        (input) => !input.closest('.CodeMirror') && !input.closest('[aria-hidden]') && input.checkVisibility()
      )
      .map((input) => input.outerHTML)
  );
  expect(enabled).toEqual([]);
  expect(complaints).toEqual([]);
});

it('is walked through by keyboard, and by browser history', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await page.getByRole('button', { name: 'More actions', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Revision history' }).click();
  await history.hasFocus(history.banner);

  const [newest = 0, , third = 0] = await history.numbers();
  await history.row(newest).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Revision ${third}`, exact: true }).waitFor();
  await history.hasFocus(history.row(third));

  await page.goBack();
  await page.getByRole('heading', { name: `Revision ${newest}`, exact: true }).waitFor();
});

it('filters by editor, locale and kind of change', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'camille');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await history.enter();
  const all = await history.numbers();

  const choose = async (filter: string, option: string) => {
    await page.getByRole('combobox', { name: filter, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await page.getByRole('button', { name: 'Filters' }).click();
  await choose('Editor', 'Camille Roux');
  await page.getByText('1–1 of 1').waitFor();
  expect(await history.numbers()).toEqual([14]);

  await choose('Locale', 'All locales');
  await history.row(8).waitFor();
  await choose('Editor', 'Everybody');
  await history.row(1).waitFor();
  expect((await history.numbers()).length).toBeGreaterThan(all.length);

  // the French revision is shown in French
  await history.show(8);
  await page.waitForURL(/locale\]=fr/);
  await history.panel.getByRole('button', { name: 'Clear' }).click();

  await choose('Kind of change', 'Created');
  await page.keyboard.press('Escape');
  await page.getByText('1–1 of 1').waitFor();
  expect(await history.numbers()).toEqual([8]);
});

it('takes a label, notes and a pin', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'camille');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await history.enter();

  await history.act(7, 'Pin');
  await page.getByText('Revision 7 is pinned', { exact: false }).waitFor();
  await history.act(7, 'Edit label and notes');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Label', { exact: true }).fill('x'.repeat(256));
  await dialog.getByText('At most 255 characters.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Label', { exact: true }).fill('Sent to the printer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await history.list.getByText('Sent to the printer', { exact: true }).waitFor();
  await history.list.getByRole('listitem').filter({ hasText: 'Revision 7' }).getByText('Pinned').waitFor();
});

it('says so where there is no such revision', async () => {
  const { page } = await openBrowser({ url: app.url });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'Seven hundred jam jars');
  await history.panel.waitFor();
  await page.goto(`${page.url()}&plugins[revisions][revisionId]=987654`);
  await history.banner.getByText('This revision does not exist').waitFor();
  await page.getByRole('button', { name: 'Back to editing' }).first().click();
  await page.locator(`${title}:enabled`).waitFor();
});

it.each([
  ['de', 'Revisionen', 'Notizen zu Ihren Änderungen', /^Verlauf ansehen/, 'Zurück zur Bearbeitung'],
  ['fr', 'Révisions', 'Notes sur vos modifications', /^Voir l’historique/, 'Retour à l’édition'],
] as const)('speaks %s', async (language, heading, notes, link, back) => {
  const { page } = await openBrowser({ url: app.url, language });
  await signIn(page, 'camille');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await page.getByRole('heading', { name: heading }).waitFor();
  await page.getByLabel(notes).waitFor();
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('button', { name: back }).waitFor();
  await takePicture(page, `history-${language}`);
});

it('looks right: the picture of the README, and the others', async () => {
  const { page } = await openBrowser({ url: app.url, height: 900 });
  const history = historyPage(page);
  await signIn(page, 'amina');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await history.panel.waitFor();
  await takePictures(page, 'panel', () =>
    page.locator('[data-revision]').first().waitFor({ state: 'attached' })
  );
  await history.enter();
  await history.show(12);
  await takePicture(page, 'history', { to: PICTURE });
  await takePictures(page, 'history', () =>
    page.locator('[data-revision][aria-current]').waitFor({ state: 'attached' })
  );
});

it('lists the revisions in a drawer where there is no room beside the form', async () => {
  const { page } = await openBrowser({ url: app.url, width: 800, theme: 'dark' });
  const history = historyPage(page);
  await signIn(page, 'jonas');
  await openByTitle(page, ARTICLE, 'Salt roads');
  await page.getByRole('button', { name: 'Open more actions' }).click();
  await history.enter();
  await history.show(12);
  await takePicture(page, 'history-drawer-800-dark');
  await page.getByRole('button', { name: 'Close more actions' }).click();
  await page.getByRole('button', { name: 'Restore…' }).waitFor();
});

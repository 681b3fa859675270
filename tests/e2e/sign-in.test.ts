import type { Child } from '../helpers/child';
import { openBrowser, openByTitle, signIn, startApp, takePicture, takePictures } from './helpers';

let app: Child;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

it('opens an article of the magazine for an editor', async () => {
  const { page, complaints } = await openBrowser({ url: app.url });
  await signIn(page, 'jonas');
  await takePicture(page, 'home');

  await openByTitle(page, 'api::article.article', 'Salt roads');
  await page.getByRole('heading', { name: 'Salt roads' }).waitFor();
  expect(await page.locator('input[name="title"]').inputValue()).toBe('Salt roads');

  await takePictures(page, 'article');
  expect(complaints).toEqual([]);
});

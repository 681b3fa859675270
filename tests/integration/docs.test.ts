import { startClock } from './support/docs/clock';
import { openMagazine } from './support/docs/magazine';
import { examplesIn, listPages, rewrite, type Example } from './support/docs/pages';
import { runExample, type Site } from './support/docs/run-example';

// Every request in the pages under docs/ is made, and answers what the page says. With UPDATE_DOCS=1 the page is given
// what came.

const isUpdate = process.env.UPDATE_DOCS === '1';
const pages = listPages().map((page) => ({ page, examples: examplesIn(page) }));

let site: Site;

beforeAll(async () => {
  site = await openMagazine();
});

afterAll(async () => {
  await site.booted.stop();
  startClock();
});

describe.each(pages.filter(({ examples }) => examples.length > 0))('$page', ({ page, examples }) => {
  const answers: { example: Example; answer: unknown }[] = [];

  test.each(examples)('$request', async (example) => {
    const answer = await runExample(site, example);
    answers.push({ example, answer });
    if (!isUpdate) expect(answer).toEqual(JSON.parse(example.answer));
  });

  afterAll(() => {
    if (isUpdate && answers.length === examples.length) rewrite(page, answers);
  });
});

import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Change } from '../contracts/compare';
import { diff } from '../server/src/core/diff';
import type { Snapshot } from '../server/src/core/snapshot';
import type { AttributeShape, Structure } from '../server/src/core/structure';
import { openBrowser, signIn, startApp } from '../tests/e2e/helpers';
import { closeAll } from '../tests/e2e/helpers/open';
import { compareAddress, comparePage } from '../tests/e2e/support/compare-page';
import { ARTICLE } from '../tests/e2e/support/history-page';
import { prose } from './document';

/** How the compare page scrolls through many changed fields, in a real browser beside an empty page. */

export interface Scrolling {
  fields: number;
  /** ms from one frame to the next while scrolling: median, and what nineteen of twenty stay below */
  median: number;
  most: number;
  /** the same of an empty page of the same height: what the machine can do */
  empty: { median: number; most: number };
}

const FIELDS = 200;

const names = Array.from({ length: FIELDS }, (_, index) => `field${index}`);
const isList = (index: number): boolean => index % 4 === 0;
const structure: Structure = {
  uid: ARTICLE,
  localized: false,
  attributes: Object.fromEntries(
    names.map((name, index): [string, AttributeShape] => [
      name,
      isList(index)
        ? { type: 'component', component: 'bench.point', repeatable: true }
        : { type: 'richtext' },
    ])
  ),
  components: { 'bench.point': { heading: { type: 'string' }, text: { type: 'text' } } },
};

const content = (serial: number): Snapshot =>
  Object.fromEntries(
    names.map((name, index) => {
      const text = (seed: number) => `${prose(seed, 200)} Save ${serial} said so. ${prose(seed + 500, 200)}`;
      const item = (seed: number) => ({ heading: `Point ${seed} of ${serial}`, text: text(seed) });
      return [name, isList(index) ? [item(index), item(index + 1), item(index + 2)] : text(index)];
    })
  );

/** Steps of the wheel from the top to the bottom and back, a frame each. */
const scroll = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const scroller = Array.from(document.querySelectorAll<HTMLElement>('*')).find(
      (element) =>
        element.scrollHeight > element.clientHeight + 1000 &&
        ['auto', 'scroll'].includes(getComputedStyle(element).overflowY)
    )!;
    const times: number[] = [];
    let last = performance.now();
    for (const direction of [1, -1]) {
      for (let step = 0; step < 120; step += 1) {
        scroller.scrollTop += direction * 400;
        await new Promise(requestAnimationFrame);
        times.push(performance.now() - last);
        last = performance.now();
      }
    }
    return times.sort((a, b) => a - b);
  });

const summary = (times: number[]) => ({
  median: times[times.length >> 1]!,
  most: times[Math.floor(times.length * 0.95)]!,
});

/** Needs the run that browser tests need: the magazine and its admin panel. */
export const measureScrolling = async (): Promise<Scrolling> => {
  const app = await startApp({ script: path.join(__dirname, '../tests/e2e/support/staff.ts') });
  try {
    const person = await app.call<{ token: string; email: string; password: string }>('superAdmin');
    const list = `/content-manager/collection-types/${ARTICLE}?pageSize=1&locale=en`;
    const { body } = await app.as({ token: person.token }).get(list);
    const { page, context } = await openBrowser({ url: app.url });
    await signIn(page, person);
    const compare = comparePage(page);
    const changes: Change[] = diff({ from: content(1), to: content(2), structure });
    await compare.answerWith(changes);
    await page.goto(compareAddress(body.results[0].documentId, '?from=previous&to=current&locale=en'));
    await compare.ready(FIELDS);
    const found = summary(await scroll(page));

    const empty = await context.newPage();
    await empty.setContent(
      '<div style="height:100vh;overflow:auto"><div style="height:60000px"></div></div>'
    );
    return { fields: FIELDS, ...found, empty: summary(await scroll(empty)) };
  } finally {
    await closeAll();
    await app.stop();
  }
};

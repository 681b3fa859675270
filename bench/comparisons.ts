import { create } from 'jsondiffpatch';
import type { Change } from '../contracts/compare';
import { diff } from '../server/src/core/diff';
import type { Snapshot } from '../server/src/core/snapshot';
import type { Attributes, Structure } from '../server/src/core/structure';
import type { Comparing } from './compare';
import { prose, wholeContent } from './document';

/** The pairs of snapshots that are compared, and how. */

const text = (type = 'string') => ({ type });
const components: Record<string, Attributes> = {
  'bench.point': { heading: text(), text: text('text') },
  'bench.prose': { heading: text(), text: text('richtext') },
  'bench.quote': { by: text(), text: text('text') },
  'bench.callout': { text: text('text'), tone: text() },
  'bench.figure': { caption: text(), image: { type: 'media', multiple: false } },
};
const structure: Structure = {
  uid: 'bench',
  localized: false,
  attributes: {
    body: text('richtext'),
    featured: { type: 'boolean' },
    issueDate: { type: 'date' },
    kind: text('enumeration'),
    points: { type: 'component', component: 'bench.point', repeatable: true },
    rating: { type: 'decimal' },
    readingTime: { type: 'integer' },
    sections: { type: 'dynamiczone', components: Object.keys(components) },
    slug: text('uid'),
    summary: text('text'),
    title: text(),
  },
  components,
};

const nobody = { authors: ['a'], categories: ['c'], tags: ['t'], files: [1] };
/** The document of the saves, without what points elsewhere. */
const page = (serial: number): Snapshot => {
  const content = wholeContent(serial, nobody);
  return Object.fromEntries(
    Object.keys(structure.attributes).map((name) => [name, content[name as keyof typeof content]])
  );
};
const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const long: Snapshot = {
  points: Array.from({ length: 3_000 }, (_, index) => ({
    heading: `Point ${index}`,
    text: prose(index, 620),
  })),
};
type Point = { heading: string; text: string };
const reordered = (arrange: (points: Point[]) => Point[]): Snapshot => ({
  points: arrange(copyOf(long.points as Point[])),
});

const PAIRS: { name: string; from: Snapshot; to: Snapshot; runs: number }[] = [
  {
    name: '20 KB document, a sentence in it changed',
    from: page(1),
    to: { ...copyOf(page(1)), body: page(2).body },
    runs: 201,
  },
  { name: '20 KB document, every attribute changed', from: page(1), to: page(2), runs: 201 },
  {
    name: '2 MB document of 3,000 items, one edited',
    from: long,
    to: reordered((points) =>
      points.map((point, index) => (index === 1_500 ? { ...point, heading: 'Edited' } : point))
    ),
    runs: 11,
  },
  {
    name: '2 MB document of 3,000 items, one moved',
    from: long,
    to: reordered((points) => {
      const [moved] = points.splice(400, 1);
      points.splice(2_400, 0, moved!);
      return points;
    }),
    runs: 11,
  },
  {
    name: '2 MB document of 3,000 items, all reversed',
    from: long,
    to: reordered((points) => points.reverse()),
    runs: 11,
  },
];

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!;

const timesOf = (runs: number, work: () => unknown): number[] =>
  Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });

const count = (changes: Change[]): number =>
  changes.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);

export const sizeOf = (pair: number): number => Buffer.byteLength(JSON.stringify(PAIRS[pair]!.from));

export const comparisons = (): Omit<Comparing, 'memory'>[] =>
  PAIRS.map(({ name, from, to, runs }, index) => {
    const compare = () => diff({ from, to, structure });
    const other = create({ objectHash: (item) => JSON.stringify(item) });
    timesOf(3, compare);
    const ms = median(timesOf(runs, compare));
    const jsondiffpatch = median(timesOf(runs > 100 ? 21 : 3, () => other.diff(from, to)));
    return { name, size: sizeOf(index), ms, jsondiffpatch, changes: count(compare()) };
  });

/** Compares once, between two lines that say how much of the heap is in use. */
export const compareOnce = (pair: number): void => {
  const { from, to } = PAIRS[pair]!;
  const tell = () => process.stdout.write(`heap ${process.memoryUsage().heapUsed}\n`);
  (globalThis as { gc?: () => void }).gc!();
  tell();
  diff({ from, to, structure });
  tell();
};

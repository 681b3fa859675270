import os from 'node:os';
import type { Comparing } from './compare';
import type { Figures } from './figures';
import { isNoisy, type Timing } from './measure';
import type { Options, Sizes } from './options';
import type { Scrolling } from './page';
import type { StoredBytes } from './replay';

/** The figures as a Markdown table, the targets beside. */

type Kind = Options['databases'][number];
const KINDS: Kind[] = ['sqlite', 'postgres'];
const NAMES: Record<Kind, string> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

/** A cell's text, and the number that the target is held against. */
interface Cell {
  text: string;
  value: number;
}

interface Line {
  name: string;
  cell: (figures: Partial<Figures>) => Cell | null | undefined;
  /** at most; by database where they differ */
  target?: number | Record<Kind, number>;
  show?: (value: number) => string;
}

const ratio = (value: number): string => value.toFixed(2);
const ms = (value: number): string => value.toFixed(1);
const bytes = (value: number): string => Math.round(value).toLocaleString('en');
const percent = (value: number): string => `${value.toFixed(1)} %`;

const timing = (found: Timing | undefined): Cell | null => {
  if (!found) return null;
  const noise = isNoisy(found) ? `; noisy, undisturbed ${ratio(found.undisturbed)}` : '';
  const detail = `${ratio(found.from)}–${ratio(found.to)}${noise}; ${ms(found.off)} → ${ms(found.on)} ms`;
  return { value: found.ratio, text: `**${ratio(found.ratio)}** (${detail})` };
};

const plain = (value: number | undefined, show: (value: number) => string): Cell | null =>
  value === undefined ? null : { value, text: `**${show(value)}**` };

const share = ({ json, payloads, keyframes }: StoredBytes): number => ((payloads + keyframes) / json) * 100;

const replayCell = (stored: StoredBytes | null | undefined): Cell | null =>
  stored
    ? {
        value: share(stored),
        text: `**${percent(share(stored))}** (${bytes(stored.revisions)} revisions, ${bytes(stored.payloads)} + ${bytes(stored.keyframes)} of ${bytes(stored.json)} bytes)`,
      }
    : null;

const historyLines = (sizes: Sizes): Line[] => {
  const names = { saveField: 'one-field save', saveWhole: 'whole-document save', publish: 'publish' };
  const [smallest, largest] = [sizes.histories[0]!, sizes.histories.at(-1)!];
  return (Object.keys(names) as (keyof typeof names)[]).flatMap((operation) => [
    ...sizes.histories.map((size): Line => ({
      name: `${names[operation]}, ${bytes(size)} revisions of ${bytes(sizes.total)}`,
      cell: ({ histories }) => timing(histories?.[operation]?.[size]),
    })),
    {
      name: `${names[operation]}, the figure at ${bytes(largest)} over that at ${bytes(smallest)}`,
      cell: ({ histories }) => {
        const found = histories?.[operation];
        return found && plain(found[largest]!.ratio / found[smallest]!.ratio, ratio);
      },
      target: 1.1,
    },
  ]);
};

const linesOf = (sizes: Sizes): Line[] => [
  {
    name: 'one-field save',
    cell: ({ timings }) => timing(timings?.saveField),
    target: { sqlite: 1.2, postgres: 1.35 },
  },
  {
    name: 'whole-document save (components with their ids, as the admin sends them)',
    cell: ({ timings }) => timing(timings?.saveWhole),
    target: 1.1,
  },
  {
    name: 'whole-document save (components without ids, as REST clients send them)',
    cell: ({ timings }) => timing(timings?.replaceWhole),
  },
  { name: 'publish', cell: ({ timings }) => timing(timings?.publish) },
  {
    name: 'one-field save, localized, two locales that share attributes',
    cell: ({ timings }) => timing(timings?.saveLocalized),
  },
  ...historyLines(sizes),
  {
    name: `bytes on disk per revision, title changed (${bytes(sizes.saves)} saves)`,
    cell: (figures) => plain(figures.bytes?.title, bytes),
    target: 700,
    show: bytes,
  },
  {
    name: 'bytes on disk per revision, each time another sentence of the body rewritten for good',
    cell: (figures) => plain(figures.bytes?.body, bytes),
  },
  {
    name: 'SQL statements added to a one-field save',
    cell: ({ statements }) => plain(statements?.saveField, String),
    target: 4,
    show: String,
  },
  {
    name: 'SQL statements added to a whole-document save',
    cell: ({ statements }) => plain(statements?.saveWhole, String),
    target: 4,
    show: String,
  },
  {
    name: 'SQL statements added to a publish',
    cell: ({ statements }) => plain(statements?.publish, String),
  },
  {
    name: '20 newest of 10,000, in process, over a one-field save',
    cell: ({ timings }) => timing(timings?.listNewest),
    target: 0.25,
  },
  {
    name: 'SQL statements of that list',
    cell: ({ listStatements }) => plain(listStatements, String),
    target: 3,
    show: String,
  },
  {
    name: 'restore of all attributes over the same whole-document update, in process',
    cell: ({ timings }) => timing(timings?.restore),
    target: 1.15,
  },
  {
    name: 'the same over that update in a project without the plugin',
    cell: ({ timings }) => timing(timings?.restoreOverBare),
  },
  {
    name: 'SQL statements of that restore beyond those of the update',
    cell: ({ statements }) => plain(statements?.restore, String),
  },
  {
    name: 'restore over a whole-document update, over HTTP (content API, API token)',
    cell: ({ timings }) => timing(timings?.restoreByHttp),
  },
  {
    name: 'the same over that update in a project without the plugin',
    cell: ({ timings }) => timing(timings?.restoreByHttpOverBare),
  },
  {
    name: '`findMany` without any of our parameters',
    cell: ({ timings }) => timing(timings?.findMany),
    target: 1.01,
  },
  {
    name: 'a GET of a list without any of our parameters, over HTTP (content API, API token)',
    cell: ({ timings }) => timing(timings?.getPage),
    target: 1.01,
  },
  {
    name: `\`revisionOf\`: the 25 newest of ${bytes(sizes.histories.at(-1)!)} revisions (${bytes(sizes.queryTotal)} in all) over \`findMany\` of 25 documents`,
    cell: ({ timings }) => timing(timings?.revisionOf),
    target: 1.5,
  },
  {
    name: `\`draftOf=*\`: 25 of ${bytes(sizes.drafts)} drafts over the same \`findMany\``,
    cell: ({ timings }) => timing(timings?.draftOf),
    target: 2,
  },
  {
    name: '`asOf`: 25 documents as they were over the same `findMany`',
    cell: ({ timings }) => timing(timings?.asOf),
    target: 3,
  },
  {
    name: 'autosave of one field over a one-field save without the plugin',
    cell: ({ timings }) => timing(timings?.autosave),
    target: 0.5,
  },
  {
    name: 'SQL statements of an autosave',
    cell: ({ autosaveStatements }) => plain(autosaveStatements, String),
    target: 4,
    show: String,
  },
  {
    name: 'reading a draft over reading current, the whole document',
    cell: ({ timings }) => timing(timings?.readDraft),
    target: 1.3,
  },
  {
    name: 'applying a draft of one field over the same save',
    cell: ({ timings }) => timing(timings?.applyField),
    target: 1.2,
  },
  {
    name: 'applying a draft of all attributes over the same save',
    cell: ({ timings }) => timing(timings?.applyWhole),
    target: 1.2,
  },
  {
    name: 'replay of the real history through Strapi, payload bytes over JSON bytes',
    cell: ({ replay }) => replayCell(replay),
    target: 12,
    show: (value) => `${value} %`,
  },
];

const targetOf = ({ target, show = ratio }: Line): string => {
  if (target === undefined) return '–';
  if (typeof target === 'number') return `≤ ${show(target)}`;
  return KINDS.map((kind) => show(target[kind])).join(' / ');
};

const verdict = (line: Line, kind: Kind, value: number): string => {
  if (line.target === undefined) return '';
  return value <= (typeof line.target === 'number' ? line.target : line.target[kind]) ? ' ✓' : ' ✗';
};

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

const isLarge = ({ size }: Comparing): boolean => size > 1_000_000;

const comparingLines = (found: Comparing[]): string[] => [
  '',
  'Comparing two snapshots, without a database: the plugin beside jsondiffpatch, which is given an object hash.',
  '',
  row(['', 'plugin', 'jsondiffpatch', 'plugin over jsondiffpatch', 'memory over the document', 'to reach']),
  row(['---', '---', '---', '---', '---', '---']),
  ...found.map((comparing) => {
    const { name, ms: plugin, jsondiffpatch, memory } = comparing;
    const [limit, most] = isLarge(comparing) ? [150, 10] : [5, Infinity];
    const isReached = plugin <= limit && memory <= most;
    return row([
      name,
      `**${ms(plugin)} ms**`,
      `${ms(jsondiffpatch)} ms`,
      ratio(plugin / jsondiffpatch),
      isLarge(comparing) ? memory.toFixed(1) : '–',
      `≤ ${limit} ms${isLarge(comparing) ? `, ≤ ${most}` : ''} ${isReached ? '✓' : '✗'}`,
    ]);
  }),
];

const scrollingLines = ({ fields, median, most, empty }: Scrolling): string[] => [
  '',
  `The compare page with ${fields} changed fields, scrolled in Chromium: a frame takes **${ms(median)} ms**, nineteen of`,
  `twenty at most ${ms(most)} ms; those of an empty page ${ms(empty.median)} and ${ms(empty.most)} ms (**${ratio(median / empty.median)}** times as long).`,
];

export const report = ({
  results,
  codec,
  comparing,
  scrolling,
  options,
  sizes,
}: {
  results: Partial<Record<Kind, Partial<Figures>>>;
  codec: StoredBytes | null;
  comparing: Comparing[] | null;
  scrolling: Scrolling | null;
  options: Options;
  sizes: Sizes;
}): string => {
  const cellOf = (line: Line, kind: Kind): string => {
    const figures = results[kind];
    if (!figures) return 'left out';
    const cell = line.cell(figures);
    return cell ? cell.text + verdict(line, kind, cell.value) : 'left out';
  };
  const cpu = os.cpus();
  const document = Object.values(results)[0]?.document;
  const load = os.loadavg().map((value) => value.toFixed(1));

  const lines = [
    '',
    ...(options.same
      ? ['**The plugin was off on both sides: these figures are the noise of the bench.**', '']
      : []),
    `Ratios are medians over turns (${sizes.pairs}; without our parameters ${sizes.manyPairs}; ${sizes.inARow} in a row, their median) of the operation with the plugin`,
    'to the same one without it, in one run; in brackets the middle half of the turns, and the medians in ms. Statements are counted without',
    'those that open or close transactions. "Noisy": the middle half is wide, the machine had other things to do; then the',
    'ratio of the fastest tenths stands beside. Not localized where nothing is said of it, Draft & Publish everywhere.',
    ...(document ? [`The document is ${bytes(document)} bytes of canonical JSON.`] : []),
    '',
    `${new Date().toISOString().slice(0, 16)}Z, Node.js ${process.versions.node}, ${cpu.length} × ${cpu[0]?.model.trim()}, load ${load.join(', ')} at the end`,
    ...Object.values(results).map(({ database }) => database ?? ''),
    '',
    row(['', ...KINDS.map((kind) => NAMES[kind]), 'to reach']),
    row(['---', ...KINDS.map(() => '---'), '---']),
    ...linesOf(sizes).map((line) =>
      row([line.name, ...KINDS.map((kind) => cellOf(line, kind)), targetOf(line)])
    ),
  ];
  if (!options.same) {
    const cell = replayCell(codec);
    lines.push(
      '',
      cell
        ? `Replay of the real history through the codec alone: ${cell.text} – to reach ≤ 12 %`
        : 'Replay of the real history: **left out, no file of saves** (BENCH_HISTORY)'
    );
  }
  if (comparing) lines.push(...comparingLines(comparing));
  if (scrolling) lines.push(...scrollingLines(scrolling));
  return `${lines.join('\n')}\n`;
};

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { sizeOf } from './comparisons';

/** What comparing takes, without a database: the engine beside jsondiffpatch, which is given an object hash. */

export interface Comparing {
  name: string;
  /** canonical JSON of one side, in bytes */
  size: number;
  /** median, in ms */
  ms: number;
  /** median of jsondiffpatch on the same two snapshots, in ms */
  jsondiffpatch: number;
  /** the most of the heap that was in use beyond what both snapshots take, over the size of one */
  memory: number;
  /** changes in all, at every level */
  changes: number;
}

const runChild = (flags: string[], args: string[] = []): string => {
  const script = path.join(__dirname, 'compare-child.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, script, ...args], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`The comparisons ended with ${status}:\n${stderr}`);
  return stdout;
};

const MEGABYTE = 1024 * 1024;

/** The heap at its fullest, before each collection; little room for what is new keeps garbage from counting. */
const memoryOf = (pair: number): number => {
  const output = runChild(['--expose-gc', '--trace-gc', '--max-semi-space-size=1'], [String(pair)]);
  const [before, after] = [...output.matchAll(/^heap (\d+)$/gm)];
  const within = output.slice(before!.index, after!.index);
  const fullest = [...within.matchAll(/ ([\d.]+) \([\d.]+\) -> /g)].map(
    (found) => Number(found[1]) * MEGABYTE
  );
  const most = Math.max(Number(after![1]), ...fullest);
  return (most - Number(before![1])) / sizeOf(pair);
};

/** In processes of their own, where nothing else is compiled. */
export const measureComparing = (): Comparing[] => {
  const timed = JSON.parse(runChild([])) as Omit<Comparing, 'memory'>[];
  return timed.map((found, pair) => ({ ...found, memory: memoryOf(pair) }));
};

/** Interleaved measuring: machines that others work on are slower now and faster then, and both sides must feel it. */

/**
 * Does something once for each serial, in a row, and says how long it took, in ms: the median. Both sides of a pair get
 * the same: `serials` that no save had before, and which `turn` it is.
 */
export type Operation = (serials: number[], turn: number) => Promise<number>;

export interface Timing {
  pairs: number;
  /** median of the ratios on/off, pair by pair, with the middle half of them */
  ratio: number;
  from: number;
  to: number;
  /** the fastest tenth of one side over that of the other: what is left when the machine is busy with other things */
  undisturbed: number;
  /** medians in ms */
  on: number;
  off: number;
}

export const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  return sorted[low]! + (sorted[Math.ceil(place)]! - sorted[low]!) * (place - low);
};

export const timingOf = (on: number[], off: number[]): Timing => {
  const ratios = on.map((ms, index) => ms / off[index]!);
  return {
    pairs: on.length,
    ratio: quantile(ratios, 0.5),
    from: quantile(ratios, 0.25),
    to: quantile(ratios, 0.75),
    undisturbed: quantile(on, 0.1) / quantile(off, 0.1),
    on: quantile(on, 0.5),
    off: quantile(off, 0.5),
  };
};

/** Whether the middle half of the pairs is so wide that the median says little. */
export const isNoisy = ({ ratio, from, to }: Timing): boolean => to - from > 0.2 * ratio;

let serial = 0;
/** A number that no save had before: the same on both sides of a pair. */
export const nextSerial = (): number => (serial += 1);

/**
 * A B B A …: an operation on one side and the same one on the other, which of them first changing from turn to turn.
 *
 * @param inARow how often a side does it in one turn, of which the median counts: after the first the caches are that
 *   side's, as they are on a site that has something to do
 */
export const interleave = async <Name extends string>(
  cases: Record<Name, { on: Operation; off: Operation }>,
  { warmUp, pairs, inARow = 1 }: { warmUp: number; pairs: number; inARow?: number }
): Promise<Record<Name, Timing>> => {
  const entries = Object.entries(cases) as [Name, { on: Operation; off: Operation }][];
  const times = new Map(entries.map(([name]) => [name, { on: [] as number[], off: [] as number[] }]));

  for (let round = 0; round < warmUp + pairs; round += 1) {
    for (const [name, { on, off }] of entries) {
      const serials = Array.from({ length: inARow }, nextSerial);
      const first = round % 2 === 0 ? on : off;
      const second = first === on ? off : on;
      const found = new Map([[first, await first(serials, round)]]);
      found.set(second, await second(serials, round));
      if (round < warmUp) continue;
      times.get(name)!.on.push(found.get(on)!);
      times.get(name)!.off.push(found.get(off)!);
    }
  }
  return Object.fromEntries([...times].map(([name, { on, off }]) => [name, timingOf(on, off)])) as Record<
    Name,
    Timing
  >;
};

import type { Entry } from '../match-in-stages';
import type { Deadline } from './deadline';

/** What an item says, by attribute: its words. */
export type Profile = Map<string, string[]>;

export interface Pair<T> {
  from: Entry<T>;
  to: Entry<T>;
  /** 0: not a word in common, 1: all of them */
  likeness: number;
}

interface Params<T> {
  from: Entry<T>[];
  to: Entry<T>[];
  /** only what is of the same kind is compared; null: with nothing */
  kindOf: (item: T) => string | null;
  profileOf: (item: T) => Profile;
  deadline: Deadline;
}

/** A word that more pairs than this have in common tells none of them from the others. */
const TOO_COMMON = 400;
/** Characters of an attribute that are enough to know it by. */
const ENOUGH = 2000;

const WORD = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

export const wordsOf = (text: string): string[] => text.slice(0, ENOUGH).match(WORD) ?? [];

interface Counted {
  place: number;
  /** words, of all attributes and of each */
  total: number;
  sizes: Map<string, number>;
  counts: Map<string, { attribute: string; count: number }>;
}

const counted = ({ place, kind, profile }: { place: number; kind: string; profile: Profile }): Counted => {
  const result: Counted = { place, total: 0, sizes: new Map(), counts: new Map() };
  for (const [attribute, words] of profile) {
    if (words.length === 0) continue;
    result.total += words.length;
    result.sizes.set(attribute, words.length);
    for (const word of words) {
      const key = `${kind}\n${attribute}\n${word}`;
      const known = result.counts.get(key);
      if (known) known.count += 1;
      else result.counts.set(key, { attribute, count: 1 });
    }
  }
  return result;
};

interface Postings {
  from: Counted[];
  to: Counted[];
}

/**
 * How alike the items of two lists are, of those pairs that have anything in common; the most alike first, and among
 * those the nearest. Half of it is how many of all words are the same, half how many of each attribute's: a long text
 * makes a section the same one under a new heading, but a heading such as "Note" does not make two texts the same.
 *
 * Empty once the time is over.
 */
export const likenesses = <T>({ from, to, kindOf, profileOf, deadline }: Params<T>): Pair<T>[] => {
  const postings = new Map<string, Postings>();
  const post = (entries: Entry<T>[], side: keyof Postings): void => {
    entries.forEach(({ item }, place) => {
      const kind = kindOf(item);
      if (kind === null || deadline.isOver()) return;
      const words = counted({ place, kind, profile: profileOf(item) });
      for (const key of words.counts.keys()) {
        const known = postings.get(key);
        if (known) known[side].push(words);
        else if (side === 'from') postings.set(key, { from: [words], to: [] });
      }
    });
  };
  post(from, 'from');
  post(to, 'to');

  const scores = new Map<number, { a: Counted; b: Counted; words: number; attributes: number }>();
  for (const [key, posting] of postings) {
    if (deadline.isOver()) return [];
    if (posting.from.length * posting.to.length > TOO_COMMON) continue;
    for (const a of posting.from) {
      for (const b of posting.to) {
        const { attribute, count } = a.counts.get(key)!;
        const shared = 2 * Math.min(count, b.counts.get(key)!.count);
        const pair = a.place * to.length + b.place;
        let score = scores.get(pair);
        if (!score) scores.set(pair, (score = { a, b, words: 0, attributes: 0 }));
        score.words += shared;
        score.attributes += shared / (a.sizes.get(attribute)! + b.sizes.get(attribute)!);
      }
    }
  }

  const pairs = [...scores.values()].map(({ a, b, words, attributes }) => ({
    from: from[a.place]!,
    to: to[b.place]!,
    likeness: (words / (a.total + b.total) + attributes / Math.max(a.sizes.size, b.sizes.size)) / 2,
  }));
  const distance = (pair: Pair<T>): number => Math.abs(pair.from.place - pair.to.place);
  const place = (pair: Pair<T>): number => pair.from.place + pair.to.place;
  return pairs.sort((x, y) => y.likeness - x.likeness || distance(x) - distance(y) || place(x) - place(y));
};

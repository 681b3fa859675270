import fc from 'fast-check';
import type { Structure } from '../../../server/src/core/structure';
import { randomFrom, shuffled, type Random } from './edits';
import { repeatable, single, structureWith, toMany, zone } from './structures';

/** A document, and what two people made of it, each item with its row: what is which needs no guessing. */

export const versionsStructure: Structure = structureWith(
  {
    facts: repeatable('page.fact'),
    sections: zone('page.fact', 'page.group'),
    seo: single('page.seo'),
    tags: toMany('api::tag.tag'),
    title: { type: 'string' },
  },
  {
    'page.fact': { name: { type: 'string' }, text: { type: 'text' } },
    'page.group': { facts: repeatable('page.fact'), seo: single('page.seo'), title: { type: 'string' } },
    'page.seo': { options: { type: 'json' }, title: { type: 'string' } },
  }
);

export type Content = Record<string, unknown>;

export interface Versions {
  base: Content;
  draft: Content;
  current: Content;
}

interface Author {
  random: Random;
  /** a text that nobody else writes */
  word: () => string;
  /** row of an item that is new; undefined where it gets none before it is applied */
  row: () => number | undefined;
  /** whether nothing is removed */
  keeps?: boolean;
}

const withRow = (row: number | undefined, content: Content): Content =>
  row === undefined ? content : { id: row, ...content };

const newFact = ({ row, word }: Author): Content => withRow(row(), { name: word(), text: word() });
const newSeo = ({ row, word }: Author): Content => withRow(row(), { options: { a: word() }, title: word() });
const newGroup = (author: Author): Content =>
  withRow(author.row(), {
    facts: list(author, newFact, 2),
    seo: author.random() < 0.5 ? null : newSeo(author),
    title: author.word(),
  });
const newSection = (author: Author): Content =>
  author.random() < 0.5
    ? { __component: 'page.fact', ...newFact(author) }
    : { __component: 'page.group', ...newGroup(author) };

const list = (author: Author, make: (author: Author) => Content, most: number): Content[] =>
  Array.from({ length: Math.floor(author.random() * (most + 1)) }, () => make(author));

const newDocument = (author: Author): Content => ({
  facts: list(author, newFact, 5),
  sections: list(author, newSection, 5),
  seo: author.random() < 0.3 ? null : newSeo(author),
  tags: [{ documentId: author.word(), locale: null }],
  title: author.word(),
});

/** One of them stays, so that the others are known to be rows. */
const NEW: Record<string, (author: Author) => Content> = { facts: newFact, sections: newSection };

const worked = (value: unknown, name: string, author: Author): unknown => {
  const dice = author.random();
  if (name === 'id' || name === '__component') return value;
  if (name === 'seo') {
    if (value === null) return dice < 0.8 ? null : newSeo(author);
    return dice < 0.2 && !author.keeps ? null : workedContent(value as Content, author);
  }
  if (name in NEW) {
    const kept = (value as Content[]).filter(
      (_, place) => place === 0 || author.keeps || author.random() < 0.8
    );
    const items = kept.map((item) => (author.random() < 0.5 ? item : workedContent(item, author)));
    const moved = author.random() < 0.7 ? items : shuffled(items, author.random);
    return moved
      .flatMap((item) => (author.random() < 0.15 ? [NEW[name]!(author), item] : [item]))
      .concat(author.random() < 0.3 ? NEW[name]!(author) : []);
  }
  if (dice < 0.7) return value;
  // Now and then both write the same.
  const text = dice < 0.8 ? 'the same' : author.word();
  if (name === 'tags') return [{ documentId: text, locale: null }];
  return name === 'options' ? { a: text } : text;
};

const workedContent = (content: Content, author: Author): Content =>
  Object.fromEntries(Object.entries(content).map(([name, value]) => [name, worked(value, name, author)]));

const versionsFrom = (seed: number): Versions & { later: Content } => {
  const random = randomFrom(seed);
  let rows = 0;
  let words = 0;
  const author = (hasRows: boolean): Author => ({
    random,
    word: () => `${(words += 1)}`,
    row: () => (hasRows ? (rows += 1) : undefined),
  });
  const base = newDocument(author(true));
  const current = workedContent(base, author(true));
  return {
    base,
    draft: workedContent(base, author(false)),
    current,
    later: workedContent(current, { ...author(true), keeps: true }),
  };
};

/** `later` is what became of current thereafter; nothing of it is gone. */
export const versions: fc.Arbitrary<Versions & { later: Content }> = fc.nat().map(versionsFrom);

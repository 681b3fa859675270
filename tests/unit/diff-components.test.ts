import type { Change } from '../../contracts/compare';
import { diff } from '../../server/src/core/diff';
import type { Snapshot } from '../../server/src/core/snapshot';
import { file, repeatable, single, structureWith, toMany, zone } from './support/structures';

const structure = structureWith(
  {
    facts: repeatable('page.fact'),
    sections: zone('page.text', 'page.quote', 'page.group'),
    seo: single('page.seo'),
  },
  {
    'page.fact': { name: { type: 'string' }, value: { type: 'integer' } },
    'page.group': { facts: repeatable('page.fact') },
    'page.quote': { text: { type: 'text' } },
    'page.seo': { image: file, metaTitle: { type: 'string' } },
    'page.text': { body: { type: 'richtext' }, heading: { type: 'string' }, tags: toMany('api::tag.tag') },
  }
);

const changesOf = (from: Snapshot | null, to: Snapshot | null, budget = Infinity): Change[] =>
  diff({ from, to, structure, budget });

const text = (heading: string | null, body: string) => ({
  __component: 'page.text',
  body,
  heading,
  tags: [],
});
const quote = (words: string) => ({ __component: 'page.quote', text: words });

const BODY = 'An introduction in which there is a little of everything, as one may have expected.';
const OTHER = 'What others said about it, and why most of that turned out to be wrong after all.';
const THIRD = 'Finally, some words on how to go on from here.';

/** Of the only list that differs: path, kind and paths below of each of its items that do. */
const items = (from: unknown[], to: unknown[]): unknown[] => {
  const [change] = changesOf({ sections: from }, { sections: to });
  return (change?.children ?? []).map(({ path, kind, children }) =>
    children && kind !== 'added' && kind !== 'removed'
      ? [path, kind, ...children.map((child) => child.path)]
      : [path, kind]
  );
};

describe('single components', () => {
  const seo = (metaTitle: string | null) => ({ image: null, metaTitle });

  it('by attribute', () => {
    expect(changesOf({ seo: seo('a') }, { seo: seo('b') })).toMatchObject([
      {
        path: 'seo',
        label: 'seo',
        type: 'component',
        kind: 'changed',
        component: 'page.seo',
        children: [{ path: 'seo.metaTitle', label: 'metaTitle', type: 'string', from: 'a', to: 'b' }],
      },
    ]);
  });

  it('whole, where it came or went', () => {
    const head = { path: 'seo', label: 'seo', type: 'component', component: 'page.seo' };
    const title = { path: 'seo.metaTitle', label: 'metaTitle', type: 'string' };
    expect(changesOf({ seo: null }, { seo: seo('a') })).toEqual([
      { ...head, kind: 'added', to: seo('a'), children: [{ ...title, kind: 'added', to: 'a' }] },
    ]);
    expect(changesOf({ seo: seo('a') }, null)).toEqual([
      { ...head, kind: 'removed', from: seo('a'), children: [{ ...title, kind: 'removed', from: 'a' }] },
    ]);
  });

  it('coarsely, where it is no component', () => {
    expect(changesOf({ seo: seo('a') }, { seo: 'a' })).toMatchObject([
      { kind: 'changed', to: 'a', coarse: true },
    ]);
  });

  it('is the same with nothing in it written in other ways', () => {
    expect(changesOf({ seo: { metaTitle: 'a' } }, { seo: seo('a') })).toEqual([]);
    const named = (name: string) => ({ seo: { image: { hash: 'h', id: 1, name }, metaTitle: 'a' } });
    expect(changesOf(named('a.png'), named('b.png'))).toEqual([]);
  });
});

describe('lists of components', () => {
  const [a, b, c, q] = [text('A', BODY), text('B', OTHER), text('C', THIRD), quote('To be, or not to be.')];

  it('tells what was added and removed, with all of it', () => {
    const [change] = changesOf({ sections: [a, b] }, { sections: [q, b] });
    expect(change).toEqual({
      path: 'sections',
      label: 'sections',
      type: 'dynamiczone',
      kind: 'changed',
      children: [
        {
          path: 'sections[0]',
          label: 'text',
          type: 'component',
          component: 'page.text',
          title: 'A',
          kind: 'removed',
          from: a,
          fromIndex: 0,
          children: [
            { path: 'sections[0].body', label: 'body', type: 'richtext', kind: 'removed', from: a.body },
            { path: 'sections[0].heading', label: 'heading', type: 'string', kind: 'removed', from: 'A' },
          ],
        },
        {
          path: 'sections[0]',
          label: 'quote',
          type: 'component',
          component: 'page.quote',
          title: 'To be, or not to be.',
          kind: 'added',
          to: q,
          toIndex: 0,
          children: [
            {
              path: 'sections[0].text',
              label: 'text',
              type: 'text',
              kind: 'added',
              to: 'To be, or not to be.',
            },
          ],
        },
      ],
    });
  });

  it('moves nothing when something comes or goes', () => {
    expect(items([a, b, c], [q, a, b, c])).toEqual([['sections[0]', 'added']]);
    expect(items([q, a, b, c], [a, b, c])).toEqual([['sections[0]', 'removed']]);
    expect(items([a, b], [a, q, b, c])).toEqual([
      ['sections[1]', 'added'],
      ['sections[3]', 'added'],
    ]);
  });

  it('calls one move one move', () => {
    expect(items([a, b, c, q], [q, a, b, c])).toEqual([['sections[0]', 'moved']]);
    expect(items([a, b, c, q], [b, c, q, a])).toEqual([['sections[3]', 'moved']]);
    const [change] = changesOf({ sections: [a, b, c] }, { sections: [c, a, b] });
    expect(change!.children).toEqual([
      {
        path: 'sections[0]',
        label: 'text',
        type: 'component',
        component: 'page.text',
        title: 'C',
        kind: 'moved',
        fromIndex: 2,
        toIndex: 0,
      },
    ]);
  });

  it('knows an item again that was edited', () => {
    const edited = { ...b, body: `${OTHER} Nearly.` };
    expect(items([a, b, c], [a, edited, c])).toEqual([['sections[1]', 'changed', 'sections[1].body']]);
    expect(items([a, b, c], [edited, a, c])).toEqual([['sections[0]', 'moved', 'sections[0].body']]);
    expect(items([a, b, c], [q, a, edited, c])).toEqual([
      ['sections[0]', 'added'],
      ['sections[2]', 'changed', 'sections[2].body'],
    ]);
    expect(items([a, b, c], [a, { ...b, heading: 'Else' }])).toEqual([
      ['sections[1]', 'changed', 'sections[1].heading'],
      ['sections[2]', 'removed'],
    ]);
  });

  it('takes what stands in the place of another for it, written anew or not', () => {
    expect(items([a, b, c], [a, text('New', 'Nothing of it is left'), c])).toEqual([
      ['sections[1]', 'changed', 'sections[1].body', 'sections[1].heading'],
    ]);
  });

  it('does not make one of two that have nothing in common', () => {
    expect(items([a, b, c], [text('New', 'Quite another matter'), a, b])).toEqual([
      ['sections[0]', 'added'],
      ['sections[2]', 'removed'],
    ]);
    const [note, other] = [text('Note', 'Mind the gap.'), text('Note', 'Beware dogs!')];
    expect(items([note, a, b], [a, b, other])).toEqual([
      ['sections[0]', 'removed'],
      ['sections[2]', 'added'],
    ]);
  });

  it('never makes one of two components', () => {
    expect(items([quote(BODY)], [text(null, BODY)])).toEqual([
      ['sections[0]', 'removed'],
      ['sections[0]', 'added'],
    ]);
  });

  it('finds the one that was doubled new, not the one that was there', () => {
    expect(items([a, b], [a, a, b])).toHaveLength(1);
    expect(items([a, a, a], [a])).toHaveLength(2);
    expect(items([a, b, a], [a, a, b, a])).toMatchObject([[expect.any(String), 'added']]);
  });

  it('tells changes at any depth', () => {
    const group = (...names: string[]) => ({
      __component: 'page.group',
      facts: names.map((name, value) => ({ name, value })),
    });
    const [change] = changesOf({ sections: [group('x', 'y')] }, { sections: [group('x', 'z')] });
    expect(change!.children![0]!.children![0]).toMatchObject({
      path: 'sections[0].facts',
      children: [{ path: 'sections[0].facts[1]', children: [{ path: 'sections[0].facts[1].name' }] }],
    });
  });

  it('is whole where all of it came or went', () => {
    expect(changesOf({ sections: [] }, { sections: [a] })).toMatchObject([
      { kind: 'added', children: [{ kind: 'added', to: a }] },
    ]);
    expect(changesOf({ sections: [a] }, { sections: null })).toMatchObject([
      { kind: 'removed', children: [{ kind: 'removed', from: a }] },
    ]);
    expect(changesOf({ sections: null }, { sections: [] })).toEqual([]);
  });

  it('has an answer for what fits nowhere', () => {
    expect(changesOf({ sections: [a] }, { sections: 7 })).toMatchObject([{ from: [a], to: 7, coarse: true }]);
    expect(items([{ __component: 'gone', x: 1 }], [{ __component: 'gone', x: 2 }])).toEqual([
      ['sections[0]', 'changed'],
    ]);
    expect(items([1, null], [null, 2])).toHaveLength(2);
  });

  it('matches by content and place when there is no time', () => {
    const edited = { ...b, body: `New. ${OTHER} Nearly.` };
    const [change] = changesOf({ sections: [a, b, c] }, { sections: [c, a, edited] }, 0);
    expect(change!.children).toMatchObject([
      { kind: 'moved', path: 'sections[0]' },
      { kind: 'changed', path: 'sections[2]', children: [{ path: 'sections[2].body', coarse: true }] },
    ]);
  });

  it('finds one of 3,000', () => {
    const many = Array.from({ length: 3000 }, (_, index) => text(`Heading ${index}`, `${BODY} ${index}`));
    const edited = many.map((item, index) => (index === 1500 ? { ...item, heading: 'New' } : item));
    expect(items(many, edited)).toEqual([['sections[1500]', 'changed', 'sections[1500].heading']]);
    expect(items(many, [many[2999], ...many.slice(0, -1)])).toEqual([['sections[0]', 'moved']]);
    expect(items(many, [...many].reverse())).toHaveLength(2999);
  });
});

describe('labels', () => {
  it('are given', () => {
    const changes = diff({
      from: { facts: [] },
      to: { facts: [{ name: 'Size', value: 1 }], seo: { image: null, metaTitle: 'x' } },
      structure,
      labels: {
        attribute: (uid, name) => `${name} of ${uid}`,
        component: (uid) => `a ${uid}`,
      },
    });
    expect(changes).toMatchObject([
      { label: 'facts of api::article.article', children: [{ label: 'a page.fact', title: 'Size' }] },
      { label: 'seo of api::article.article' },
    ]);
  });
});

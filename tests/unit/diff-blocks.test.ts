import type { Change } from '../../contracts/compare';
import { diff } from '../../server/src/core/diff';
import { structureWith } from './support/structures';

const structure = structureWith({ body: { type: 'blocks' } });

type Node = Record<string, unknown>;
const text = (content: string, marks: Node = {}): Node => ({ type: 'text', text: content, ...marks });
const link = (url: string, content: string): Node => ({ type: 'link', url, children: [text(content)] });
const block = (type: string, ...children: (Node | string)[]): Node => ({
  type,
  children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
const paragraph = (...children: (Node | string)[]): Node => block('paragraph', ...children);
const items = (...texts: string[]): Node => ({
  ...block('list', ...texts.map((item) => block('list-item', item))),
  format: 'unordered',
});

const changesOf = (from: unknown, to: unknown, budget = Infinity): Change[] => {
  const [change] = diff({ from: { body: from }, to: { body: to }, structure, budget });
  return change?.children ?? [];
};

describe('blocks', () => {
  it('by block, then by words', () => {
    const from = [paragraph('First one.'), paragraph('The slow fox.'), paragraph('Last one.')];
    const to = [paragraph('First one.'), paragraph('The quick fox.'), paragraph('Last one.')];
    expect(changesOf(from, to)).toEqual([
      {
        path: 'body[1]',
        label: 'paragraph',
        type: 'block',
        title: 'The quick fox.',
        kind: 'changed',
        from: from[1],
        to: to[1],
        parts: [
          { kind: 'same', text: 'The ' },
          { kind: 'removed', text: 'slow' },
          { kind: 'added', text: 'quick' },
          { kind: 'same', text: ' fox.' },
        ],
        fromIndex: 1,
        toIndex: 1,
      },
    ]);
  });

  it('then by marks', () => {
    const from = [paragraph('all is plain', text(' but this', { italic: true }))];
    const to = [paragraph('all ', text('is', { bold: true }), ' plain', text(' but this', { code: true }))];
    expect(changesOf(from, to)[0]!.parts).toEqual([
      { kind: 'same', text: 'all ' },
      { kind: 'marked', text: 'is', marks: { added: ['bold'], removed: [] } },
      { kind: 'same', text: ' plain' },
      { kind: 'marked', text: ' but this', marks: { added: ['code'], removed: ['italic'] } },
    ]);
  });

  it('tells links that came, went and lead elsewhere', () => {
    const marks = (from: Node, to: Node) =>
      changesOf([paragraph(from)], [paragraph(to)])[0]!.parts![0]!.marks;
    expect(marks(text('here'), link('/a', 'here'))).toEqual({
      added: ['link'],
      removed: [],
      link: { from: null, to: '/a' },
    });
    expect(marks(link('/a', 'here'), text('here'))).toEqual({
      added: [],
      removed: ['link'],
      link: { from: '/a', to: null },
    });
    expect(marks(link('/a', 'here'), link('/b', 'here'))).toEqual({
      added: [],
      removed: [],
      link: { from: '/a', to: '/b' },
    });
  });

  it('tells words that changed from words that became bold', () => {
    const from = [paragraph('one two three')];
    const to = [paragraph('one ', text('2 three', { bold: true }))];
    expect(changesOf(from, to)[0]!.parts).toEqual([
      { kind: 'same', text: 'one ' },
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: '2' },
      { kind: 'marked', text: ' three', marks: { added: ['bold'], removed: [] } },
    ]);
  });

  it('finds blocks that moved, and what was edited in them', () => {
    const from = ['The first one.', 'The second of them.', 'And the third is here.'].map((line) =>
      paragraph(line)
    );
    const to = [paragraph('And the third is there.'), from[0], from[1]];
    expect(changesOf(from, to)).toMatchObject([
      { path: 'body[0]', kind: 'moved', fromIndex: 2, toIndex: 0, title: 'And the third is there.' },
    ]);
    expect(changesOf(from, [from[1], from[2], from[0]])).toEqual([
      {
        path: 'body[2]',
        label: 'paragraph',
        type: 'block',
        title: 'The first one.',
        kind: 'moved',
        fromIndex: 0,
        toIndex: 2,
      },
    ]);
  });

  it('knows a block that became one of another type', () => {
    const to = { ...block('heading', 'A headline'), level: 2 };
    expect(changesOf([paragraph('A headline')], [to])).toMatchObject([
      {
        path: 'body[0]',
        label: 'heading',
        kind: 'changed',
        parts: [{ kind: 'same', text: 'A headline' }],
        children: [
          { path: 'body[0].level', type: 'json', kind: 'added', to: 2 },
          { path: 'body[0].type', type: 'json', kind: 'changed', from: 'paragraph', to: 'heading' },
        ],
      },
    ]);
  });

  it('takes the items of a list for blocks', () => {
    const from = [items('buy milk', 'feed the cat', 'go home')];
    const to = [{ ...items('feed the cat', 'buy oat milk', 'go home'), format: 'ordered' }];
    const [change] = changesOf(from, to);
    expect(change).toMatchObject({ path: 'body[0]', label: 'list', kind: 'changed' });
    expect(change!.children!.map(({ path, kind }) => [path, kind])).toEqual([
      ['body[0].format', 'changed'],
      ['body[0].children[0]', 'moved'],
      ['body[0].children[1]', 'changed'],
    ]);
  });

  it('shows what is different in an image', () => {
    const image = (alternativeText: string) => ({
      ...block('image', ''),
      image: { url: '/a.png', alternativeText },
    });
    const [change] = changesOf([image('a fox')], [image('a cat')]);
    expect(change!.children).toMatchObject([
      {
        path: 'body[0].image',
        children: [{ path: 'body[0].image.alternativeText', from: 'a fox', to: 'a cat' }],
      },
    ]);
  });

  it('puts nothing together that has nothing in common', () => {
    const from = [paragraph('one'), paragraph('two'), paragraph('three')];
    const to = [paragraph('four'), paragraph('one'), paragraph('two')];
    expect(changesOf(from, to).map(({ path, kind }) => [path, kind])).toEqual([
      ['body[0]', 'added'],
      ['body[2]', 'removed'],
    ]);
  });

  it('says coarsely what cannot be seen', () => {
    const [change] = changesOf([paragraph('one two')], [paragraph('one', ' two')]);
    expect(change).toMatchObject({ kind: 'changed', coarse: true });
    expect(change!.parts).toBeUndefined();
    expect(changesOf([paragraph('a b c')], [paragraph('a x c y')], 0)[0]).toMatchObject({ coarse: true });
    expect(changesOf([paragraph('a'), 1], [paragraph('a'), 2])).toMatchObject([
      { kind: 'removed' },
      { kind: 'added' },
    ]);
  });
});

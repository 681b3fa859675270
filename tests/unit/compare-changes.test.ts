import type { Change } from '../../contracts/compare';
import { countChanges } from '../../admin/src/compare/countChanges';
import { describeKind } from '../../admin/src/compare/describeKind';
import { readReference } from '../../admin/src/compare/readReference';
import { summarize } from '../../admin/src/summary/summarize';

const field = (path: string, change: Partial<Change> = {}): Change => ({
  path,
  label: path,
  type: 'string',
  kind: 'changed',
  ...change,
});
const item = (kind: Change['kind'], change: Partial<Change> = {}): Change =>
  field('sections[1]', { type: 'component', kind, fromIndex: 0, toIndex: 1, ...change });

describe('summing up', () => {
  const summaryOf = (children: Change[], type = 'dynamiczone') =>
    summarize([field('sections', { type, children })]).get('sections');

  it('counts what happened to the items of a list', () => {
    const edits = [field('sections[1].heading')];
    expect(
      summaryOf([
        item('changed', { children: edits }),
        item('changed', { children: edits }),
        item('moved'),
        item('added', { fromIndex: undefined }),
        item('removed', { toIndex: undefined }),
      ])
    ).toEqual({ edited: 2, added: 1, removed: 1, moved: 1 });
  });

  it('counts what was moved and edited as both', () => {
    expect(summaryOf([item('moved', { children: [field('sections[1].heading')] })])).toMatchObject({
      edited: 1,
      moved: 1,
    });
    const parts = [{ kind: 'added' as const, text: 'more' }];
    expect(summaryOf([item('moved', { type: 'block', parts })], 'blocks')).toMatchObject({
      edited: 1,
      moved: 1,
    });
  });

  it('says nothing of what is no list', () => {
    const changes = [
      field('title'),
      field('seo', { type: 'component', children: [field('seo.metaTitle')] }),
      field('metadata', {
        type: 'json',
        children: [field('metadata.a', { type: 'json', children: [item('added', { type: 'json' })] })],
      }),
    ];
    expect(summarize(changes).size).toBe(0);
  });
});

it('counts differences at any depth', () => {
  expect(countChanges(field('title'))).toBe(1);
  const edits = [field('sections[1].heading'), field('sections[1].text')];
  const changes = [item('changed', { children: edits }), item('moved', { children: edits }), item('added')];
  expect(countChanges(field('sections', { children: changes }))).toBe(2 + 3 + 1);
  // what is in a component that came is no difference of its own
  const section = item('added', { to: { heading: 'a', text: 'b' }, children: edits });
  expect(countChanges(section)).toBe(1);
  expect(countChanges(field('sections', { kind: 'added', children: [section, section] }))).toBe(2);
  // a heading with other words, and of another level
  const heading = {
    type: 'block',
    parts: [{ kind: 'added' as const, text: 'a' }],
    children: [field('level')],
  };
  expect(countChanges(item('changed', heading))).toBe(2);
});

it('says in words what happened', () => {
  const t = (key: string, values: Record<string, string | number> = {}) =>
    [key, ...Object.values(values)].join(' ');
  const words = (change: Change) => describeKind(change, t as never);

  expect(words(item('added', { toIndex: 2 }))).toBe('kind.added.at 3');
  expect(words(field('title', { kind: 'added' }))).toBe('kind.added');
  expect(words(item('removed', { fromIndex: 0 }))).toBe('kind.removed.from 1');
  expect(words(item('moved', { fromIndex: 1, toIndex: 3 }))).toBe('kind.moved.down 2');
  expect(words(item('moved', { fromIndex: 3, toIndex: 1 }))).toBe('kind.moved.up 2');
  expect(words(item('moved', { fromIndex: 1, toIndex: 1 }))).toBe('kind.moved');
  expect(words(item('moved', { children: [field('a')] }))).toBe('kind.moved.edited kind.moved.down 1');
});

describe('references', () => {
  it('knows files and entries, as a change and as a revision has them', () => {
    const side = { target: 'api::tag.tag', documentId: 'a', id: null, locale: null, label: 'Sea' };
    expect(readReference(side)).toMatchObject({ name: 'Sea', isFile: false, isGone: false });
    expect(readReference({ ...side, label: null, gone: true })).toMatchObject({ name: null, isGone: true });
    const file = { id: 1, documentId: 'f', name: 'a.png', mime: 'image/png', url: '/a.png', hash: 'a' };
    expect(readReference(file)).toMatchObject({ name: 'a.png', isFile: true, picture: '/a.png' });
    expect(readReference({ ...file, mime: 'application/pdf' })).toMatchObject({ picture: null });
    expect(readReference({ documentId: 'a', name: 'Sea' })).toMatchObject({ name: 'Sea' });
  });

  it('knows what was recorded', () => {
    expect(readReference({ documentId: 'a', locale: 'en' })).toMatchObject({ name: null });
    expect(readReference({ hash: 'a_1', id: 1, name: 'a' })).toMatchObject({
      name: 'a',
      isFile: true,
    });
  });

  it.each([null, 'a', 1, [], {}, { __component: 'sections.quote', documentId: 'a' }, { text: 'a' }])(
    'takes nothing else for one: %j',
    (value) => expect(readReference(value)).toBeNull()
  );
});

import { paddedLists } from '../../admin/src/drafts/engine/paddedLists';

const item = (key: string, id?: number) => ({ ...(id !== undefined && { id }), __temp_key__: key });

it('pads lists that get longer, with entries that none of both has', () => {
  const now = { title: 'a', list: [item('a0', 1)], same: [item('a0', 2)] };
  const next = { title: 'b', list: [item('a0', 1), item('a1')], same: [item('a0', 2)], fresh: [item('a0')] };
  const padded = paddedLists(now, next)!;
  expect(padded).toEqual({
    title: 'a',
    list: [item('a0', 1), item('a0-passing'), item('a1-passing')],
    same: [item('a0', 2)],
    fresh: [item('a0-passing')],
  });
});

it('has nothing to do for other lists', () => {
  expect(paddedLists({ list: [item('a0'), item('a1')] }, { list: [item('a1')] })).toBeNull();
  expect(paddedLists({}, { images: [{ id: 1 }], json: [1, 2], title: 'x' })).toBeNull();
});

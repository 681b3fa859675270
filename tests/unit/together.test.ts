import { together } from '../../server/src/query/together';

describe('together', () => {
  it('looks up once what is asked for in one turn, and anew what is asked for later', async () => {
    const asked: number[][] = [];
    const double = together(async (keys: number[]) => {
      asked.push(keys);
      return keys.map((key) => key * 2);
    });
    expect(await Promise.all([double(1), double(2), double(1)])).toEqual([2, 4, 2]);
    expect(await double(3)).toBe(6);
    expect(asked).toEqual([[1, 2, 1], [3]]);
  });

  it('tells everybody that a look-up failed, and tries again', async () => {
    let isBroken = true;
    const find = together(async (keys: number[]) => {
      if (isBroken) throw new Error('broken');
      return keys;
    });
    const found = await Promise.allSettled([find(1), find(2)]);
    expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isBroken = false;
    expect(await find(1)).toBe(1);
  });
});

import fc from 'fast-check';
import { convertScalar } from '../../server/src/core/convert-scalar';
import { snapshotOf } from './support/arbitraries';
import { structureWith } from './support/structures';

const convert = (value: unknown, from: string | undefined, to: string, allowed?: string[]): unknown =>
  convertScalar({ value, from, to: allowed ? { type: to, enum: allowed } : { type: to } });

const NO = undefined;
const long = 'é'.repeat(256);

describe('convertScalar', () => {
  it.each([
    // text
    ['a', 'string', 'text', 'a'],
    ['<p>', 'richtext', 'string', '<p>'],
    ['a@b.c', 'email', 'uid', 'a@b.c'],
    ['red', 'enumeration', 'string', 'red'],
    [long, 'text', 'string', NO],
    [long.slice(1), 'text', 'string', long.slice(1)],
    [long, 'text', 'richtext', long],
    [long, 'string', 'string', long],
    [long, undefined, 'string', long],
    // numbers into text and back
    [1.5, 'float', 'string', '1.5'],
    ['9007199254740993', 'biginteger', 'text', '9007199254740993'],
    ['42', 'string', 'integer', 42],
    ['042', 'string', 'integer', NO],
    ['1.50', 'string', 'float', NO],
    ['', 'string', 'integer', NO],
    ['Infinity', 'string', 'float', NO],
    ['NaN', 'text', 'float', NO],
    ['-12', 'string', 'biginteger', '-12'],
    ['+12', 'string', 'biginteger', NO],
    ['-0', 'string', 'biginteger', NO],
    // numbers among each other
    [3, 'integer', 'biginteger', '3'],
    [3, 'integer', 'decimal', 3],
    [3, 'decimal', 'integer', 3],
    [3.5, 'decimal', 'integer', NO],
    [3_000_000_000, 'float', 'integer', NO],
    [3.14, 'float', 'decimal', 3.14],
    [3.141, 'float', 'decimal', NO],
    [123_456_789, 'float', 'decimal', NO],
    [1e300, 'float', 'biginteger', NO],
    [3.141, 'decimal', 'float', 3.141],
    ['7', 'biginteger', 'integer', 7],
    ['3000000000', 'biginteger', 'integer', NO],
    ['3000000000', 'biginteger', 'float', 3_000_000_000],
    ['9007199254740993', 'biginteger', 'float', NO],
    ['-30793349605442550', 'biginteger', 'float', NO],
    ['9223372036854775808', 'string', 'biginteger', NO],
    // booleans
    [true, 'boolean', 'string', 'true'],
    ['false', 'string', 'boolean', false],
    ['yes', 'string', 'boolean', NO],
    [1, 'integer', 'boolean', NO],
    [true, 'boolean', 'integer', NO],
    // times
    ['2024-02-29', 'date', 'datetime', '2024-02-29T00:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'datetime', 'date', '2024-02-29'],
    ['2024-02-29T08:00:00.000Z', 'datetime', 'date', NO],
    ['2024-02-29T08:00:00.000Z', 'datetime', 'time', NO],
    ['2024-02-29T08:00:00.000Z', 'datetime', 'timestamp', '2024-02-29T08:00:00.000Z'],
    ['1700000000000', 'timestamp', 'datetime', '2023-11-14T22:13:20.000Z'],
    ['2024-02-29', 'date', 'string', '2024-02-29'],
    ['2024-02-29', 'string', 'date', '2024-02-29'],
    ['2024-02-30', 'string', 'date', NO],
    ['soon', 'string', 'date', NO],
    ['soon', 'string', 'datetime', NO],
    ['2024-02-29T08:00:00+01:00', 'string', 'datetime', NO],
    ['12:30:00.000', 'string', 'time', '12:30:00.000'],
    ['24:00:00', 'string', 'time', NO],
    ['12:30:00.000', 'time', 'date', NO],
    ['1700000000000', 'string', 'datetime', NO],
    // structured text
    [[], 'blocks', 'json', []],
    [{ a: 1 }, 'json', 'blocks', NO],
    ['a', 'json', 'string', NO],
    ['a', 'string', 'json', NO],
    [1, 'integer', 'json', NO],
    [[{ type: 'paragraph' }], 'json', 'blocks', NO],
    // what was recorded under the same type stays, odd or not
    ['soon', 'date', 'date', 'soon'],
    [3.5, 'integer', 'integer', 3.5],
    ['12.50', 'decimal', 'decimal', 12.5],
    [12, 'biginteger', 'biginteger', '12'],
    [{ any: null }, 'vector', 'vector', { any: null }],
    ['x', 'vector', 'string', NO],
    ['x', 'string', 'vector', NO],
    // of another kind than its type
    [{}, 'string', 'string', NO],
    ['x', 'integer', 'integer', NO],
    [null, 'string', 'string', NO],
    // unknown where from
    ['x', undefined, 'string', 'x'],
    ['x', undefined, 'date', NO],
    ['2024-02-29', undefined, 'date', '2024-02-29'],
    [3.141, undefined, 'decimal', 3.141],
    [{ a: 1 }, undefined, 'json', { a: 1 }],
    [{ a: 1 }, undefined, 'blocks', NO],
    [[{ type: 'paragraph', children: [] }], undefined, 'blocks', [{ type: 'paragraph', children: [] }]],
    ['x', undefined, 'vector', 'x'],
  ])('%j, %s → %s: %j', (value, from, to, expected) => {
    expect(convert(value, from, to)).toEqual(expected);
  });

  it('takes for an enumeration only what that allows', () => {
    expect(convert('red', 'string', 'enumeration', ['red'])).toBe('red');
    expect(convert('blue', 'string', 'enumeration', ['red'])).toBe(NO);
    expect(convert('blue', 'enumeration', 'enumeration', ['red'])).toBe(NO);
    expect(convert(1, 'integer', 'enumeration', ['1'])).toBe('1');
    expect(convert({}, 'json', 'enumeration', ['red'])).toBe(NO);
    expect(convert('red', 'string', 'enumeration')).toBe(NO);
  });

  it('brings back exactly what it was, whatever it could convert', () => {
    const types = [
      'string',
      'text',
      'richtext',
      'email',
      'uid',
      'enumeration',
      'integer',
      'biginteger',
      'decimal',
    ]
      .concat(['float', 'boolean', 'date', 'time', 'datetime', 'timestamp', 'json', 'blocks'])
      .map((type) =>
        type === 'enumeration' ? { type, enum: ['red', '1', 'true', '2024-02-29'] } : { type }
      );
    const recorded = fc
      .constantFrom(...types)
      .chain((from) => snapshotOf(structureWith({ value: from })).map(({ value }) => ({ from, value })));
    let converted = 0;
    fc.assert(
      fc.property(recorded, fc.constantFrom(...types), ({ from, value }, to) => {
        const there = convertScalar({ value, from: from.type, to });
        if (there === undefined || from.type === to.type) return;
        const back = convertScalar({ value: there, from: to.type, to: from });
        if (back !== undefined) expect(back).toEqual(value);
        converted += 1;
      }),
      { numRuns: 10_000 }
    );
    expect(converted).toBeGreaterThan(1000);
  });
});

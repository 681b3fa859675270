import { decodeValue } from '../../server/src/store/reading/decode-value';

const decode = (type: string, value: unknown, timezone?: string) => decodeValue(type, value, { timezone });

test.each([
  ['string', 'a', 'a'],
  ['string', 12, '12'],
  ['boolean', 1, true],
  ['boolean', false, false],
  ['boolean', '0', false],
  ['boolean', 7, null],
  ['integer', 12, 12],
  ['decimal', '12.30', 12.3],
  ['float', '0.10000000000000001', 0.1],
  ['biginteger', '9223372036854775807', '9223372036854775807'],
  ['date', '2024-02-29', '2024-02-29'],
  ['time', '10:20:30.500', '10:20:30.500'],
  ['json', '{"a":[1]}', { a: [1] }],
  ['json', '"{\\"a\\":1}"', { a: 1 }],
  ['json', '"text"', '"text"'],
  ['json', 'no json', 'no json'],
  ['json', null, null],
  ['string', null, null],
])('a %s %j reads as %j', (type, value, expected) => {
  expect(decode(type, value)).toEqual(expected);
});

test.each([
  ['milliseconds, as SQLite keeps them', '1714980000123', undefined, '2024-05-06T07:20:00.123Z'],
  ['a MySQL connection in UTC', '2024-05-06 07:20:00.123000', 'Z', '2024-05-06T07:20:00.123Z'],
  ['a MySQL connection with an offset', '2024-05-06 09:20:00.123000', '+02:00', '2024-05-06T07:20:00.123Z'],
  ['PostgreSQL with a time zone', '2024-05-06 09:20:00.123+02', undefined, '2024-05-06T07:20:00.123Z'],
])('a date and time: %s', (_, value, timezone, expected) => {
  expect(decode('datetime', value, timezone)).toBe(expected);
  expect(decode('timestamp', value, timezone)).toBe(String(Date.parse(expected)));
});

test("a date and time without a zone is the process's, as the drivers have it", () => {
  expect(decode('datetime', '2024-05-06 07:20:00.5')).toBe(new Date(2024, 4, 6, 7, 20, 0, 500).toISOString());
  expect(decode('datetime', 'never')).toBeNull();
});

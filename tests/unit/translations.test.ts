import fs from 'node:fs';
import path from 'node:path';

import de from '../../admin/src/translations/de.json';
import en from '../../admin/src/translations/en.json';
import fr from '../../admin/src/translations/fr.json';

const SOURCE = path.resolve(__dirname, '../../admin/src');

const sources = (fs.readdirSync(SOURCE, { recursive: true }) as string[])
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => fs.readFileSync(path.join(SOURCE, name), 'utf8'))
  .join('\n');

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name!).sort();

const languages: [string, Record<string, string>][] = [
  ['de', de],
  ['fr', fr],
];

describe.each(languages)('%s', (_language, texts) => {
  it('has the texts that English has, in the same order', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(en));
  });

  it('leaves none empty, and fills in what English fills in', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(texts[key]?.trim()).not.toBe('');
      expect([key, ...new Set(placeholders(texts[key]!))]).toEqual([key, ...new Set(placeholders(text))]);
    }
  });
});

it('uses every text', () => {
  const unused = Object.keys(en).filter((key) => !sources.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

it('has every text that is used', () => {
  const used = [...sources.matchAll(/\bt\(\s*'([^']+)'|message\('([^']+)'\)/g)].map(([, a, b]) => (a ?? b)!);
  expect(used.filter((key) => !(key in en))).toEqual([]);
  expect(used.length).toBeGreaterThan(50);
});

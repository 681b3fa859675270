import { isRecord, own } from '../record';
import type { Attributes } from '../structure';

/** What an attribute is called that names its component. */
const NAMES = ['title', 'heading', 'headline', 'name', 'label', 'question', 'subject', 'key'];
const TEXTS = ['string', 'text', 'richtext', 'email', 'uid'];
const LONGEST = 80;

/** The first line of a text, cut short. */
export const firstWords = (text: string): string | undefined => {
  const [line = ''] = text
    .slice(0, 4 * LONGEST)
    .trim()
    .split('\n', 1);
  const cut = line
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
  return cut.length < line.trimEnd().length ? `${cut}…` : cut || undefined;
};

/** A few words by which one knows a component again: its title, or what it begins with; undefined where it has no text. */
export const titleOf = (item: unknown, attributes: Attributes): string | undefined => {
  if (!isRecord(item)) return undefined;
  const rank = (name: string): number => {
    const named = NAMES.indexOf(name);
    return named >= 0 ? named : NAMES.length + TEXTS.indexOf(attributes[name]!.type);
  };
  const texts = Object.keys(attributes).filter((name) => TEXTS.includes(attributes[name]!.type));
  for (const name of texts.sort((a, b) => rank(a) - rank(b))) {
    const value = own(item, name);
    const title = typeof value === 'string' ? firstWords(value) : undefined;
    if (title) return title;
  }
  return undefined;
};

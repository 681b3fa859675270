/**
 * What differs from run to run (ids, documentIds, tokens) under the names that the pages have for it: `toPage` for
 * what came, `toSite` for what a page asks for.
 */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever is answered
type Any = any;

const FIRST_ID = { revision: 41, draft: 7, preview: 3, row: 1 };
type Kind = keyof typeof FIRST_ID;

const WORDS: Record<string, Kind> = {
  _revision: 'revision',
  revision: 'revision',
  _draft: 'draft',
  draft: 'draft',
};

const IDS_IN_REQUESTS: [RegExp, Kind][] = [
  [/(\brevisionId["']?\s*[=:]\s*)(\d+)/g, 'revision'],
  [/(\bdraftId["']?\s*[=:]\s*)(\d+)/g, 'draft'],
];

const TOKENS = ['Vb1xN0pQe7rT2yUwZc5sLd8K', 'q3GmJ6hYxR9vTn4BfW0aSo1P', 'D8kLz2CjU5eMw7XiHt0bQr4N'];

export const createNames = () => {
  const ids: Record<Kind, unknown[]> = { revision: [], draft: [], preview: [], row: [] };
  const texts: [site: string, page: string][] = [];

  const idFor = (kind: Kind, id: unknown): unknown => {
    if (id === null || id === undefined) return id;
    const known = ids[kind].map(String).indexOf(String(id));
    const index = known < 0 ? ids[kind].push(id) - 1 : known;
    const named = FIRST_ID[kind] + index;
    return typeof id === 'string' ? String(named) : named;
  };

  const nameToken = (token: string): void => {
    if (texts.some(([site]) => site === token)) return;
    const page = TOKENS.find((name) => !texts.some(([, given]) => given === name));
    if (!page) throw new Error('there are more tokens in the pages than names for them');
    texts.push([token, page]);
  };

  const textToPage = (text: string): string =>
    texts.reduce((result, [site, page]) => result.replaceAll(site, page), text);

  const kindOf = (object: Any, key: string): Kind | null => {
    if (WORDS[key]) return WORDS[key];
    if (object._revision && object._revision.id === object.id) return 'revision';
    if (object._draft && object._draft.id === object.id) return 'draft';
    if ('token' in object) return 'preview';
    return 'documentId' in object ? 'row' : null;
  };

  const toPage = (value: Any, key = ''): Any => {
    if (typeof value === 'string') return textToPage(value);
    if (Array.isArray(value)) return value.map((item) => toPage(item, key));
    if (value === null || typeof value !== 'object') return value;
    if (typeof value.token === 'string') nameToken(value.token);
    const kind = kindOf(value, key);
    return Object.fromEntries(
      Object.entries(value).map(([name, held]) => {
        if (name === 'id' && kind) return [name, idFor(kind, held)];
        if (name === 'restoredFrom') return [name, idFor('revision', held)];
        return [name, toPage(held, name)];
      })
    );
  };

  const toSite = (text: string): string => {
    const named = texts.reduce((result, [site, page]) => result.replaceAll(page, site), text);
    return IDS_IN_REQUESTS.reduce(
      (result, [pattern, kind]) =>
        result.replace(
          pattern,
          (_, before: string, id: string) =>
            `${before}${String(ids[kind][Number(id) - FIRST_ID[kind]] ?? id)}`
        ),
      named
    );
  };

  return {
    /** The pages' name for a text of the site. */
    call: (site: string, page: string) => void texts.push([site, page]),
    /** Numbers what there is in its order. */
    number: (kind: Kind, found: unknown[]) => found.forEach((id) => idFor(kind, id)),
    toPage: (value: unknown): unknown => toPage(value),
    toSite,
  };
};

export type Names = ReturnType<typeof createNames>;

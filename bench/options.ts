/** What `npm run bench -- …` takes. */
export interface Options {
  databases: ('sqlite' | 'postgres')[];
  quick: boolean;
  /** Both sides without the plugin: what then differs from 1.00 is the noise of the bench itself. */
  same: boolean;
  /** Where to write the figures as JSON. */
  json: string | null;
}

export const USAGE = `npm run bench -- [options]

  --quick              fewer pairs, saves and revisions; every measure is still taken
  --database <names>   sqlite, postgres or both (the default), separated by a comma
  --same               the plugin off on both sides, to see the noise of the bench itself
  --json <file>        writes the figures to a file, too
  --help

PostgreSQL is found as the tests find it: TEST_POSTGRES_URL, or the local one.
BENCH_HISTORY names a file of real saves to replay; without it ../shared/data/docs-history.jsonl.gz is looked for.`;

const databasesOf = (names: string): Options['databases'] =>
  names.split(',').map((name) => {
    if (name !== 'sqlite' && name !== 'postgres') throw new Error(`--database: not ${name}\n\n${USAGE}`);
    return name;
  });

/** @throws with the usage where an argument is unknown */
export const parseOptions = (args: string[]): Options => {
  const options: Options = { databases: ['sqlite', 'postgres'], quick: false, same: false, json: null };
  const rest = [...args];
  const valueOf = (name: string): string => {
    const value = rest.shift();
    if (!value || value.startsWith('--')) throw new Error(`${name} needs a value\n\n${USAGE}`);
    return value;
  };
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--quick') options.quick = true;
    else if (name === '--same') options.same = true;
    else if (name === '--database') options.databases = databasesOf(valueOf(name));
    else if (name === '--json') options.json = valueOf(name);
    else throw new Error(`Unknown argument ${name}\n\n${USAGE}`);
  }
  return options;
};

/** How often each thing is done. */
export interface Sizes {
  warmUp: number;
  pairs: number;
  /** saves that a side does in a row */
  inARow: number;
  /** for what is quick and must be told to the per cent */
  manyPairs: number;
  /** saves for the bytes on disk */
  saves: number;
  /** revisions of the documents in the filled tables, and in all */
  histories: number[];
  total: number;
  /** revisions in all, and drafts, while queries are measured */
  queryTotal: number;
  drafts: number;
  /** how many documents share the smallest history, so that it does not grow far beyond its size in the measuring */
  smallest: number;
  /** whether the real history is also saved through Strapi, not only through the codec */
  replaySaves: boolean;
}

export const sizesOf = ({ quick }: Options): Sizes =>
  quick
    ? {
        warmUp: 10,
        pairs: 15,
        inARow: 5,
        manyPairs: 50,
        saves: 200,
        histories: [10, 1_000, 10_000],
        total: 100_000,
        queryTotal: 1_000_000,
        drafts: 10_000,
        smallest: 6,
        replaySaves: false,
      }
    : {
        warmUp: 25,
        pairs: 60,
        inARow: 5,
        manyPairs: 250,
        saves: 2_000,
        histories: [10, 1_000, 10_000],
        total: 100_000,
        queryTotal: 1_000_000,
        drafts: 10_000,
        smallest: 20,
        replaySaves: true,
      };

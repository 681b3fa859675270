import type { DatabaseKind } from '../tests/helpers/databases';
import { startApps, type App, type Apps } from './apps';
import type { Figures } from './figures';
import { interleave, nextSerial, type Operation, type Timing } from './measure';
import type { Options, Sizes } from './options';
import type { PageSave, RowTask } from './tasks';
import { TALE } from './schemas';

/** All measures on one database, in an order in which the tables grow: first short histories, then long ones. */

interface Context {
  apps: Apps;
  sizes: Sizes;
  say: (text: string) => void;
}

/** The same document on both sides. */
interface Twins {
  on: string;
  off: string;
}

const makeTwins = async ({ on, off }: Apps, argument: { saves: number; uid?: string }): Promise<Twins> => {
  const serial = nextSerial();
  return {
    on: await on.run('makeStory', { ...argument, serial }),
    off: await off.run('makeStory', { ...argument, serial }),
  };
};

const saving =
  (app: App, task: RowTask, documentId: string, uid?: string): Operation =>
  (serials) =>
    app.run('inARow', { task, argument: { documentId, uid }, serials });

const both = ({ on, off }: Apps, task: RowTask, twins: Twins, uid?: string) => ({
  on: saving(on, task, twins.on, uid),
  off: saving(off, task, twins.off, uid),
});

/** Each operation on a document with few revisions, in tables that are not filled yet. */
const measureSaves = async ({ apps, sizes }: Context, twins: Twins) => {
  const tale = await makeTwins(apps, { saves: 0, uid: TALE });
  const serial = nextSerial();
  await apps.on.run('addLocale', { documentId: tale.on, serial });
  await apps.off.run('addLocale', { documentId: tale.off, serial });
  return interleave(
    {
      saveField: both(apps, 'saveField', twins),
      saveWhole: both(apps, 'saveWhole', twins),
      replaceWhole: both(apps, 'replaceWhole', twins),
      publish: both(apps, 'publish', twins),
      saveLocalized: both(apps, 'saveField', tale, TALE),
    },
    sizes
  );
};

const countStatements = async (
  { apps }: Context,
  twins: Twins
): Promise<Omit<Figures['statements'], 'restore'>> => {
  const added = async (operation: 'saveField' | 'saveWhole' | 'publish'): Promise<number> => {
    const serial = nextSerial();
    const count = (app: App, documentId: string) =>
      app.run('countStatements', { operation, argument: { documentId, serial } });
    return (await count(apps.on, twins.on)) - (await count(apps.off, twins.off));
  };
  return {
    saveField: await added('saveField'),
    saveWhole: await added('saveWhole'),
    publish: await added('publish'),
  };
};

/**
 * Before anything else: larger rows would leave holes in PostgreSQL's pages, and these saves would cost nothing. The
 * other side saves as often, so that both are equally warm for what comes after.
 */
const measureBytes = async ({ apps, sizes }: Context): Promise<Figures['bytes']> => {
  const perRevision = async (field: 'title' | 'body'): Promise<number> => {
    const twins = await makeTwins(apps, { saves: 1 });
    const before = await apps.on.run('bytes');
    await apps.on.run('saveManyTimes', { documentId: twins.on, saves: sizes.saves, field });
    await apps.off.run('saveManyTimes', { documentId: twins.off, saves: sizes.saves, field });
    return ((await apps.on.run('bytes')) - before) / sizes.saves;
  };
  return { title: await perRevision('title'), body: await perRevision('body') };
};

/** Documents with histories of several lengths. The shortest has several, so that measuring does not lengthen it much. */
const makeHistories = async ({
  apps,
  sizes,
  say,
}: Context): Promise<{ twins: Map<number, Twins[]>; total: number }> => {
  const [smallest, ...longer] = sizes.histories as [number, ...number[]];
  const twins = new Map<number, Twins[]>([[smallest, []]]);
  for (let count = 0; count < sizes.smallest; count += 1) {
    twins.get(smallest)!.push(await makeTwins(apps, { saves: smallest - 1 }));
  }
  for (const size of longer) twins.set(size, [await makeTwins(apps, { saves: 12 })]);

  say(`filling the tables with ${sizes.total.toLocaleString('en')} revisions`);
  const filled = longer.map((size) => ({ documentId: twins.get(size)![0]!.on, size }));
  const total = await apps.on.run('fill', {
    histories: filled,
    model: filled[0]!.documentId,
    total: sizes.total,
  });
  return { twins, total };
};

const measureHistories = async (
  { apps, sizes }: Context,
  histories: Map<number, Twins[]>
): Promise<Figures['histories']> => {
  const measure = async (task: 'saveField' | 'saveWhole' | 'publish'): Promise<Record<number, Timing>> => {
    const cases = [...histories].map(([size, twins]) => {
      const inTurn =
        (side: keyof Twins): Operation =>
        (serials, turn) =>
          saving(apps[side], task, twins[turn % twins.length]![side])(serials, turn);
      return [String(size), { on: inTurn('on'), off: inTurn('off') }] as const;
    });
    return interleave(Object.fromEntries(cases), {
      warmUp: sizes.smallest,
      pairs: sizes.pairs,
      inARow: sizes.inARow,
    });
  };
  return {
    saveField: await measure('saveField'),
    saveWhole: await measure('saveWhole'),
    publish: await measure('publish'),
  };
};

/** The newest of the longest history over a one-field save without the plugin. */
const measureListing = async ({ apps, sizes }: Context, longest: Twins) =>
  interleave(
    {
      listNewest: {
        on: saving(apps.on, 'listNewest', longest.on),
        off: saving(apps.off, 'saveField', longest.off),
      },
    },
    { warmUp: 5, pairs: sizes.pairs, inARow: sizes.inARow }
  );

/**
 * Two revisions that differ in every attribute are restored in turn; beside it the same two contents are saved in turn,
 * as a whole: in the same project, where a save leaves a revision as a restore does, and in the one without the plugin.
 */
const measureRestore = async ({ apps, sizes }: Context) => {
  const twins = await makeTwins(apps, { saves: 2 });
  const saved = (await makeTwins(apps, { saves: 2 })).on;
  const sources: { serial: number; revision: number }[] = [];
  for (let count = 0; count < 2; count += 1) {
    const serial = nextSerial();
    await apps.on.run('saveWhole', { documentId: twins.on, serial });
    await apps.off.run('saveWhole', { documentId: twins.off, serial });
    sources.push({ serial, revision: await apps.on.run('newestRevision', twins.on) });
  }
  const [first, second] = sources as [(typeof sources)[number], (typeof sources)[number]];
  const { on, off } = apps;
  // the second is current when this begins, and again after every round
  const timings = await interleave(
    {
      restore: {
        on: () => on.run('restore', first.revision),
        off: () => on.run('saveWhole', { documentId: saved, serial: first.serial }),
      },
      restoreByHttp: {
        on: () => on.run('restoreByHttp', second.revision),
        off: () => on.run('putWhole', { documentId: saved, serial: second.serial }),
      },
      restoreOverBare: {
        on: () => on.run('restore', first.revision),
        off: () => off.run('saveWhole', { documentId: twins.off, serial: first.serial }),
      },
      restoreByHttpOverBare: {
        on: () => on.run('restoreByHttp', second.revision),
        off: () => off.run('putWhole', { documentId: twins.off, serial: second.serial }),
      },
    },
    { warmUp: sizes.warmUp, pairs: 2 * sizes.pairs }
  );
  const restoring = await on.run('countStatements', { operation: 'restore', argument: first.revision });
  const updating = await on.run('countStatements', {
    operation: 'saveWhole',
    argument: { documentId: saved, serial: first.serial },
  });
  return { timings, statements: restoring - updating };
};

/**
 * An autosave over an ordinary save in a project without the plugin; reading and applying over reading and saving the
 * same in the same project, where a save leaves a revision as an applied draft does.
 */
const measureDrafts = async ({ apps, sizes }: Context) => {
  const twins = await makeTwins(apps, { saves: 1 });
  const other = (await makeTwins(apps, { saves: 1 })).on;
  const { on, off } = apps;
  const rows = await interleave(
    {
      autosave: { on: saving(on, 'autosave', twins.on), off: saving(off, 'saveField', twins.off) },
      readDraft: { on: saving(on, 'readDraft', twins.on), off: saving(on, 'readCurrent', twins.on) },
      applyField: { on: saving(on, 'applyField', twins.on), off: saving(on, 'saveField', other) },
      applyWhole: { on: saving(on, 'applyWhole', twins.on), off: saving(on, 'saveWhole', other) },
    },
    { warmUp: sizes.warmUp, pairs: sizes.pairs, inARow: sizes.inARow }
  );
  const argument = { documentId: twins.on, serial: nextSerial() };
  const statements = await on.run('countStatements', { operation: 'autosave', argument });
  return { timings: rows, statements };
};

/**
 * Pages of 25 revisions, of drafts and of documents as they were, over a page of 25 documents, all with the same
 * `populate`, in one project.
 */
const measureQueries = async (
  { apps: { on }, sizes, say }: Context,
  { longest, shelf }: { longest: string; shelf: string[] }
) => {
  say(`filling the tables with ${sizes.queryTotal.toLocaleString('en')} revisions`);
  const total = await on.run('fill', { histories: [], model: longest, total: sizes.queryTotal });
  await on.run('makeDrafts', { documentIds: shelf, serial: nextSerial(), total: sizes.drafts });
  const asOf = await on.run('moveOn', { documentIds: shelf, serial: nextSerial() });

  say('pages of revisions and drafts');
  const page =
    (query: Record<string, unknown>): Operation =>
    (serials) =>
      on.run('inARow', { task: 'findPage', argument: { query }, serials });
  const over = (query: Record<string, unknown>) => ({ on: page(query), off: page({}) });
  const timings = await interleave(
    { revisionOf: over({ revisionOf: longest }), draftOf: over({ draftOf: '*' }), asOf: over({ asOf }) },
    sizes
  );
  return { timings, total };
};

const measureFinding = ({ apps, sizes }: Context) =>
  interleave(
    {
      findMany: { on: saving(apps.on, 'findMany', ''), off: saving(apps.off, 'findMany', '') },
      getPage: { on: saving(apps.on, 'getPage', ''), off: saving(apps.off, 'getPage', '') },
    },
    { warmUp: sizes.warmUp, pairs: sizes.manyPairs, inARow: sizes.inARow }
  );

/** Without the plugin on either side there is nothing to list, restore or count: only what both can do is timed. */
const runSame = async (context: Context): Promise<Partial<Figures>> => {
  const twins = await makeTwins(context.apps, { saves: 9 });
  const timings = { ...(await measureSaves(context, twins)), ...(await measureFinding(context)) };
  return { timings: timings as Figures['timings'] };
};

const runAll = async (context: Context, history: PageSave[] | null): Promise<Partial<Figures>> => {
  const { apps, sizes, say } = context;
  say('bytes on disk');
  const bytes = await measureBytes(context);

  say('saves in short histories');
  const twins = await makeTwins(apps, { saves: 9 });
  const saves = await measureSaves(context, twins);
  const document = await apps.on.run('snapshotSize', twins.on);
  const statements = await countStatements(context, twins);

  const serials = Array.from({ length: 25 }, nextSerial);
  const shelf = await apps.on.run('makeShelf', { serials });
  await apps.off.run('makeShelf', { serials });
  const { twins: histories, total } = await makeHistories(context);
  say('saves in long histories');
  const longest = [...histories.values()].at(-1)![0]!;
  const measured = await measureHistories(context, histories);

  say('listing, restoring, finding');
  const listing = await measureListing(context, longest);
  const listStatements = await apps.on.run('countStatements', {
    operation: 'listNewest',
    argument: { documentId: longest.on },
  });
  const { timings: restoring, statements: restoreStatements } = await measureRestore(context);
  const finding = await measureFinding(context);
  say('drafts');
  const { timings: drafts, statements: autosaveStatements } = await measureDrafts(context);
  const { timings: queries, total: queryTotal } = await measureQueries(context, {
    longest: longest.on,
    shelf,
  });

  let replay: Figures['replay'] = null;
  if (history && sizes.replaySaves) {
    say('the real history, through Strapi');
    replay = await apps.on.run('replayPages', history);
  }
  return {
    document,
    timings: { ...saves, ...listing, ...restoring, ...finding, ...drafts, ...queries },
    histories: measured,
    total,
    queryTotal,
    bytes,
    statements: { ...statements, restore: restoreStatements },
    listStatements,
    autosaveStatements,
    replay,
  };
};

export const runOn = async (
  kind: DatabaseKind,
  { options, sizes, history }: { options: Options; sizes: Sizes; history: PageSave[] | null }
): Promise<Partial<Figures>> => {
  const started = Date.now();
  const say = (text: string) =>
    process.stderr.write(
      `${kind}, ${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s: ${text}\n`
    );
  say('starting Strapi twice');
  const apps = await startApps(kind, options);
  try {
    await apps.on.run('makeTargets');
    await apps.off.run('makeTargets');
    const context = { apps, sizes, say };
    const figures = await (options.same ? runSame(context) : runAll(context, history));
    return { database: await apps.off.run('describeDatabase'), ...figures };
  } finally {
    await apps.stop();
  }
};

import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Booted } from '../tests/helpers/boot';
import { bytesOnDisk } from './disk';
import { rewriteSentence, wholeContent, type Targets } from './document';
import { checkNumbers, fillDrafts, fillHistory, fillOthers, settleTables } from './fill';
import { PAGE, SECTIONS, STORY, TALE, TARGETS } from './schemas';
import { quantile } from './measure';
import { statementsOf } from './statements';

/**
 * What either of the two Strapis is told to do; the parent calls these by name. All of it is in process, through the
 * Document Service, so that nothing dilutes the plugin's share; only `restoreByHttp` and `putWhole` are requests.
 */

const documentsOf = (strapi: Core.Strapi, uid: string) => strapi.documents(uid as never);
const knexOf = ({ strapi }: Booted): Knex => strapi.db.connection as unknown as Knex;

/** Turns of the event loop in which no connection is in use, after which nothing goes on any more. */
const QUIET_TURNS = 20;

/**
 * Waits for what Strapi does after a save was answered: it loads the entry for its events, and nobody waits for that.
 * Without it that would fall into the other side's time. The tests' `settled` pauses for longer, and what comes after
 * a pause is measured with cold caches.
 */
const quiet = async ({ strapi }: Booted): Promise<void> => {
  const { pool } = strapi.db.connection.client;
  const isQuiet = () => pool.numUsed() === 0 && pool.numPendingAcquires() === 0;
  for (let turns = 0; turns < QUIET_TURNS; turns = isQuiet() ? turns + 1 : 0) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};

/** Where the statements of the next timed work go; null: they are not counted. */
let counted: string[] | null = null;

/** How long the work took. */
const timed = async (booted: Booted, work: () => Promise<unknown>): Promise<number> => {
  if (counted) {
    const workAndAfter = async () => {
      await work();
      await quiet(booted);
    };
    counted.push(...(await statementsOf(booted.strapi, workAndAfter)));
    return 0;
  }
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  await quiet(booted);
  return ms;
};

let targets: Targets;

/** What documents refer to: published, as on a living site. */
export const makeTargets = async ({ strapi }: Booted): Promise<void> => {
  const make = async (uid: string, count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let index = 1; index <= count; index += 1) {
      const entry = await documentsOf(strapi, uid).create({
        data: { name: `${uid} ${index}` },
        status: 'published',
      } as never);
      ids.push(entry.documentId);
    }
    return ids;
  };
  const files: number[] = [];
  for (const name of ['harbour.jpg', 'winter.jpg']) {
    const hash = `${name.replace('.', '_')}_0123456789`;
    const data = {
      name,
      hash,
      ext: '.jpg',
      mime: 'image/jpeg',
      size: 120,
      url: `/${name}`,
      provider: 'local',
    };
    files.push((await strapi.db.query('plugin::upload.file').create({ data })).id);
  }
  targets = {
    authors: await make(TARGETS.author, 2),
    categories: await make(TARGETS.category, 2),
    tags: await make(TARGETS.tags, 3),
    files,
  };
};

/** A new document with so many saves of one field after it. @returns its documentId */
export const makeStory = async (
  { strapi }: Booted,
  { serial, saves, uid = STORY }: { serial: number; saves: number; uid?: string }
): Promise<string> => {
  const documents = documentsOf(strapi, uid);
  const { documentId } = await documents.create({ data: wholeContent(serial, targets) } as never);
  for (let save = 1; save <= saves; save += 1) {
    await documents.update({ documentId, data: { title: `The harbour, ${serial}.${save}` } } as never);
  }
  return documentId;
};

export const addLocale = async (
  { strapi }: Booted,
  { documentId, serial }: { documentId: string; serial: number }
): Promise<void> => {
  const data = wholeContent(serial, targets);
  await documentsOf(strapi, TALE).update({ documentId, locale: 'fr', data } as never);
};

export interface Save {
  documentId: string;
  serial: number;
  uid?: string;
}

const title = (serial: number) => ({ title: `The harbour in spring, ${serial}` });

export const saveField = (booted: Booted, { documentId, serial, uid = STORY }: Save): Promise<number> =>
  timed(booted, () => documentsOf(booted.strapi, uid).update({ documentId, data: title(serial) } as never));

/** As the admin's form sends it: components with the ids of their rows, which are read before and not timed. */
const wholeInput = async ({ strapi }: Booted, { documentId, serial, uid = STORY }: Save) => {
  const current = (await documentsOf(strapi, uid).findOne({
    documentId,
    populate: ['points', 'sections'],
  } as never)) as unknown as Record<'points' | 'sections', { id: number }[]>;
  const content = wholeContent(serial, targets);
  const withId = (name: 'points' | 'sections') =>
    content[name].map((item, index) => ({ ...item, id: current[name][index]!.id }));
  return { ...content, points: withId('points'), sections: withId('sections') };
};

export const saveWhole = async (booted: Booted, save: Save): Promise<number> => {
  const data = await wholeInput(booted, save);
  const { documentId, uid = STORY } = save;
  return timed(booted, () => documentsOf(booted.strapi, uid).update({ documentId, data } as never));
};

/** As a REST client sends it: components without ids, which Strapi makes anew. */
export const replaceWhole = (booted: Booted, { documentId, serial }: Save): Promise<number> => {
  const data = wholeContent(serial, targets);
  return timed(booted, () => documentsOf(booted.strapi, STORY).update({ documentId, data } as never));
};

/** Publishes a save that is not timed. */
export const publish = async (booted: Booted, { documentId, serial }: Save): Promise<number> => {
  const documents = documentsOf(booted.strapi, STORY);
  await documents.update({ documentId, data: title(serial) } as never);
  await quiet(booted);
  return timed(booted, () => documents.publish!({ documentId } as never));
};

/** A page of entries as a site asks for it: none of our parameters. */
export const findMany = async ({ strapi }: Booted): Promise<number> => {
  const start = performance.now();
  await documentsOf(strapi, STORY).findMany({
    limit: 10,
    sort: 'id',
    populate: ['points', 'author'],
  } as never);
  return performance.now() - start;
};

/** A document with all that it refers to. */
const POPULATE = {
  points: true,
  author: true,
  category: true,
  tags: true,
  cover: true,
  sections: { on: Object.fromEntries(SECTIONS.map((uid) => [uid, { populate: '*' }])) },
};

const PAGE_SIZE = 25;

/** A page of entries with all that they refer to: documents, or what the query asks for in their place. */
export const findPage = async (
  { strapi }: Booted,
  { query }: { query: Record<string, unknown> }
): Promise<number> => {
  const start = performance.now();
  const entries = (await documentsOf(strapi, STORY).findMany({
    ...query,
    limit: PAGE_SIZE,
    populate: POPULATE,
  } as never)) as unknown as { sections: unknown[]; author: unknown; cover: unknown }[];
  const ms = performance.now() - start;
  const isWhole = entries.every(
    ({ sections, author, cover }) => sections.length === 4 && Boolean(author && cover)
  );
  if (entries.length !== PAGE_SIZE || !isWhole) {
    throw new Error(`A page of ${JSON.stringify(query)} lacks something of ${PAGE_SIZE} whole entries`);
  }
  return ms;
};

/** The sentence is replaced for good, so that the content moves away from its keyframe. */
export const saveSentence = async ({ strapi }: Booted, { documentId, serial }: Save): Promise<void> => {
  const documents = documentsOf(strapi, STORY);
  const { body } = (await documents.findOne({ documentId, fields: ['body'] } as never)) as unknown as {
    body: string;
  };
  await documents.update({ documentId, data: { body: rewriteSentence(body, serial) } } as never);
};

/** Many saves of one field, in one call. */
export const saveManyTimes = async (
  booted: Booted,
  { documentId, saves, field }: { documentId: string; saves: number; field: 'title' | 'body' }
): Promise<void> => {
  const documents = documentsOf(booted.strapi, STORY);
  for (let serial = 1; serial <= saves; serial += 1) {
    if (field === 'body') await saveSentence(booted, { documentId, serial });
    else await documents.update({ documentId, data: title(serial) } as never);
  }
  await quiet(booted);
};

export const bytes = (booted: Booted): Promise<number> => bytesOnDisk(knexOf(booted), booted.database.kind);

/** The SQL statements that an operation sends, without those that prepare it. */
export const countStatements = async (
  booted: Booted,
  {
    operation,
    argument,
  }: {
    operation: 'saveField' | 'saveWhole' | 'publish' | 'listNewest' | 'restore' | 'autosave';
    argument: unknown;
  }
): Promise<number> => {
  const operations = { saveField, saveWhole, publish, listNewest, restore, autosave };
  const statements: string[] = [];
  counted = statements;
  try {
    await operations[operation](booted, argument as never);
  } finally {
    counted = null;
  }
  return statements.length;
};

const service = ({ strapi }: Booted, name: string) =>
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- the plugin under test is the built one, without types
  strapi.plugin('revisions').service(name) as any;

/** The 20 newest, in process, as the endpoint asks for them. */
export const listNewest = (booted: Booted, { documentId }: Pick<Save, 'documentId'>): Promise<number> =>
  timed(booted, async () => {
    const page = { page: 1, pageSize: 20 };
    const { revisions } = await service(booted, 'revisions').list({ uid: STORY, documentId }, page);
    if (revisions.length !== 20) throw new Error(`${revisions.length} revisions listed instead of 20`);
  });

/** Does one of these for each serial, as a busy site does: nothing waits in between. @returns the median */
export const inARow = async (
  booted: Booted,
  { task, argument, serials }: { task: RowTask; argument: object; serials: number[] }
): Promise<number> => {
  const tasks: Record<RowTask, (booted: Booted, argument: never) => Promise<number>> = {
    saveField,
    saveWhole,
    replaceWhole,
    publish,
    listNewest,
    findMany,
    findPage,
    getPage,
    autosave,
    readDraft,
    readCurrent,
    applyField,
    applyWhole,
  };
  const times: number[] = [];
  for (const serial of serials) times.push(await tasks[task](booted, { ...argument, serial } as never));
  return quantile(times, 0.5);
};

export type RowTask =
  | 'saveField'
  | 'saveWhole'
  | 'replaceWhole'
  | 'publish'
  | 'listNewest'
  | 'findMany'
  | 'findPage'
  | 'getPage'
  | 'autosave'
  | 'readDraft'
  | 'readCurrent'
  | 'applyField'
  | 'applyWhole';

/** The newest revision of a document. */
export const newestRevision = async (booted: Booted, documentId: string): Promise<number> => {
  const page = { page: 1, pageSize: 1 };
  const { revisions } = await service(booted, 'revisions').list({ uid: STORY, documentId }, page);
  return revisions[0].id;
};

/** A caller who may do everything: what permissions cost is not the restore's. */
const ANYBODY = {
  adminId: null,
  entityOf: async (document: object) => document,
  can: async () => true,
  sanitize: async (content: unknown) => content,
  sanitizeInput: async (data: unknown) => data,
  sanitizeQuery: async (query: unknown) => query,
  readable: (names: string[]) => names,
};

/** Loads a revision and restores it, in process. */
export const restore = (booted: Booted, revisionId: number): Promise<number> =>
  timed(booted, async () => {
    const revision = await service(booted, 'content').load(revisionId, { shown: true });
    const { result } = await service(booted, 'restore').run({ revision, access: ANYBODY });
    if (result.unchanged || result.warnings.length > 0) {
      throw new Error(`The restore was to change everything: ${JSON.stringify(result.warnings)}`);
    }
  });

const ACTOR = { type: 'admin', id: 1, name: 'Bench' };

const edit = (data: Record<string, unknown>) => ({ locale: '', data, access: ANYBODY, entity: {} });

const typeInto = async (
  booted: Booted,
  documentId: string,
  data: Record<string, unknown>
): Promise<number> => {
  const key = { uid: STORY, documentId, actor: ACTOR };
  return (await service(booted, 'autosave').run(key, edit(data))).draft.id;
};

/** One field into the provisional draft, in process, as the endpoint does. */
export const autosave = (booted: Booted, { documentId, serial }: Save): Promise<number> =>
  timed(booted, () => typeInto(booted, documentId, title(serial)));

/** The whole document with a draft's changes, in process, as the endpoint answers it. */
export const readDraft = async (booted: Booted, { documentId, serial }: Save): Promise<number> => {
  const id = await typeInto(booted, documentId, title(serial));
  return timed(booted, async () => {
    const draft = await service(booted, 'drafts').find(id);
    const { look } = await service(booted, 'draft-looks').in(draft, '');
    await service(booted, 'draft-looks').present(draft, look, ANYBODY);
  });
};

/** The whole document as Strapi gives it. */
export const readCurrent = ({ strapi, ...rest }: Booted, { documentId }: Save): Promise<number> =>
  timed({ strapi, ...rest }, () =>
    documentsOf(strapi, STORY).findOne({
      documentId,
      populate: POPULATE,
    } as never)
  );

const applyDraft = (booted: Booted, id: number): Promise<unknown> =>
  service(booted, 'apply').run({ id, accessTo: () => ANYBODY, check: () => undefined });

/** Applies a draft that changes one field; it is made before, and not timed. */
export const applyField = async (booted: Booted, { documentId, serial }: Save): Promise<number> => {
  const id = await typeInto(booted, documentId, title(serial));
  await quiet(booted);
  return timed(booted, () => applyDraft(booted, id));
};

/** Applies a draft that changes every attribute. */
export const applyWhole = async (booted: Booted, save: Save): Promise<number> => {
  const id = await typeInto(booted, save.documentId, await wholeInput(booted, save));
  await quiet(booted);
  return timed(booted, () => applyDraft(booted, id));
};

let token: string | undefined;
const tokenOf = async ({ strapi }: Booted): Promise<string> => {
  const settings = { name: 'bench', description: '', type: 'full-access', lifespan: null };
  return (token ??= (await strapi.service('admin::api-token').create(settings)).accessKey as string);
};

export const restoreByHttp = async (booted: Booted, revisionId: number): Promise<number> => {
  const client = booted.as({ token: await tokenOf(booted) });
  return timed(booted, async () => {
    const { status, body } = await client.post(`/api/revisions/revisions/${revisionId}/restore`, {});
    if (status !== 200 || body.data.unchanged) throw new Error(`Restore: ${status} ${JSON.stringify(body)}`);
  });
};

/** The same content through REST, as a draft. */
export const putWhole = async (booted: Booted, save: Save): Promise<number> => {
  const client = booted.as({ token: await tokenOf(booted) });
  const data = await wholeInput(booted, save);
  return timed(booted, async () => {
    const url = `/api/bench-stories/${save.documentId}?status=draft`;
    const { status, body } = await client.put(url, { data });
    if (status !== 200) throw new Error(`PUT: ${status} ${JSON.stringify(body)}`);
  });
};

/** A page as {@link findMany} finds it, as a site asks for it over HTTP. */
export const getPage = async (booted: Booted): Promise<number> => {
  const client = booted.as({ token: await tokenOf(booted) });
  const url =
    '/api/bench-stories?pagination[limit]=10&sort=id&populate[0]=points&populate[1]=author&status=draft';
  const start = performance.now();
  const { status, body } = await client.get(url);
  const ms = performance.now() - start;
  if (status !== 200 || body.data.length !== 10) throw new Error(`GET: ${status} ${JSON.stringify(body)}`);
  return ms;
};

/** Documents for a page of them: published, with a save since. */
export const makeShelf = async (booted: Booted, { serials }: { serials: number[] }): Promise<string[]> => {
  const documentIds: string[] = [];
  for (const serial of serials) {
    const documentId = await makeStory(booted, { serial, saves: 1 });
    await documentsOf(booted.strapi, STORY).publish!({ documentId } as never);
    await saveField(booted, { documentId, serial });
    documentIds.push(documentId);
  }
  return documentIds;
};

/** Publishes what was saved since, and saves again. @returns a time before, at which they were something else */
export const moveOn = async (
  booted: Booted,
  { documentIds, serial }: { documentIds: string[]; serial: number }
): Promise<string> => {
  const at = new Date();
  for (const documentId of documentIds) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    await documentsOf(booted.strapi, STORY).publish!({ documentId } as never);
    await saveSentence(booted, { documentId, serial });
  }
  return at.toISOString();
};

/**
 * Drafts until there are `total`: of each document one, which are then cloned. They change the title, and in turn
 * nothing else, the body, a component.
 */
export const makeDrafts = async (
  booted: Booted,
  { documentIds, serial, total }: { documentIds: string[]; serial: number; total: number }
): Promise<void> => {
  const models: number[] = [];
  for (const [index, documentId] of documentIds.entries()) {
    const { points, body } = await wholeInput(booted, { documentId, serial });
    const data = { ...title(serial), ...[{}, { body }, { points }][index % 3] };
    const key = { uid: STORY, documentId };
    const draft = await service(booted, 'drafts').create(key, { actor: ACTOR, edit: edit(data) });
    models.push(draft.id);
  }
  await fillDrafts(knexOf(booted), models, total);
  await settleTables(knexOf(booted), booted.database.kind);
};

/** Fills the tables. @returns revisions in all */
export const fill = async (
  booted: Booted,
  {
    histories,
    model,
    total,
  }: { histories: { documentId: string; size: number }[]; model: string; total: number }
): Promise<number> => {
  const knex = knexOf(booted);
  for (const { documentId, size } of histories) await fillHistory(knex, documentId, size);
  await fillOthers(knex, model, total);
  await settleTables(knex, booted.database.kind);
  return checkNumbers(knex);
};

export interface PageSave {
  slug: string;
  data: Record<string, unknown>;
}

/** Saves a real history through Strapi. @returns what it came to, read back from the tables */
export const replayPages = async (booted: Booted, saves: PageSave[]) => {
  const documents = documentsOf(booted.strapi, PAGE);
  const ids = new Map<string, string>();
  for (const { slug, data } of saves) {
    const documentId = ids.get(slug);
    if (documentId) await documents.update({ documentId, data } as never);
    else ids.set(slug, (await documents.create({ data } as never)).documentId);
  }
  await quiet(booted);
  return storedBytes(knexOf(booted), booted, [...ids.values()]);
};

const storedBytes = async (knex: Knex, booted: Booted, documentIds: string[]) => {
  const documents = await knex('revisions_documents').whereIn('document_id', documentIds).pluck('id');
  const revisions = await knex('revisions_revisions')
    .whereIn('document', documents)
    .select('keyframe_id', 'payload');
  const keyframes = await knex('revisions_keyframes').whereIn('document', documents).select('payload');
  let json = 0;
  for (const { keyframe_id: keyframeId, payload } of revisions) {
    const text: string = await service(booted, 'recorder').textOf(knex, { keyframeId, payload });
    json += Buffer.byteLength(text);
  }
  const length = (rows: { payload: Buffer }[]) => rows.reduce((sum, { payload }) => sum + payload.length, 0);
  return { revisions: revisions.length, json, payloads: length(revisions), keyframes: length(keyframes) };
};

/** Size of the document as it is recorded, in bytes of canonical JSON. */
export const snapshotSize = async (booted: Booted, documentId: string): Promise<number> => {
  const row = await knexOf(booted)('revisions_revisions as r')
    .join('revisions_documents as d', 'd.id', 'r.document')
    .where('d.document_id', documentId)
    .orderBy('r.number', 'desc')
    .select('r.keyframe_id', 'r.payload')
    .first();
  const stored = { keyframeId: row.keyframe_id, payload: row.payload };
  return Buffer.byteLength(await service(booted, 'recorder').textOf(knexOf(booted), stored));
};

/** What the figures depend on beside the plugin. */
export const describeDatabase = async (booted: Booted): Promise<string> => {
  const knex = knexOf(booted);
  if (booted.database.kind === 'sqlite') {
    const [{ version }] = await knex.raw('select sqlite_version() as version');
    const [{ journal_mode: journal }] = await knex.raw('pragma journal_mode');
    const [{ synchronous }] = await knex.raw('pragma synchronous');
    return `SQLite ${version}, journal_mode ${journal}, synchronous ${synchronous}`;
  }
  const setting = async (name: string) => (await knex.raw(`show ${name}`)).rows[0][name];
  return `PostgreSQL ${await setting('server_version')}, fsync ${await setting('fsync')}, synchronous_commit ${await setting('synchronous_commit')}`;
};

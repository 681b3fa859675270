import path from 'node:path';
import { createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { startChild } from '../helpers/child';
import { databaseOfRun } from '../helpers/databases';
import { hashOf } from '../../server/src/core/hash';

const ARTICLE = 'api::article.article';
const script = path.join(__dirname, 'support/writer.ts');

let booted: Booted | undefined;

afterEach(async () => {
  await booted?.stop();
  booted = undefined;
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;
const articles = ({ strapi }: Booted): Any => strapi.documents(ARTICLE as never);

interface Stored {
  id: number;
  number: number;
  locale: string;
  hash: string;
  snapshot: Record<string, unknown>;
}

/** All revisions of a document, oldest first, read back and checked against their hashes. */
const historyOf = async ({ strapi }: Booted, documentId: string) => {
  const knex = strapi.db.connection;
  const document = await knex('revisions_documents').where({ document_id: documentId }).first();
  const rows = await knex('revisions_revisions').where({ document: document.id }).orderBy('number');
  const revisions: Stored[] = [];
  for (const { id, number, locale, hash } of rows) {
    const snapshot = await strapi.plugin('revisions').service('content').snapshotOf(id);
    expect(hashOf(JSON.stringify(snapshot))).toBe(hash);
    revisions.push({ id, number, locale, hash, snapshot });
  }
  return { lastNumber: Number(document.last_number), revisions };
};

/** Numbers from 1 without a gap, the last one given is the last one there, and it is what the database holds. */
const expectWhole = async (instance: Booted, documentId: string) => {
  const { lastNumber, revisions } = await historyOf(instance, documentId);
  expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, index) => index + 1));
  expect(revisions).toHaveLength(lastNumber);

  const reader = instance.strapi.plugin('revisions').service('tracking').reader(ARTICLE);
  const { locales } = await instance.strapi.db.transaction(({ trx }) =>
    reader.read(trx, { documentId, version: 'current', heads: true })
  );
  expect(locales).toHaveLength(1);
  expect(hashOf(JSON.stringify(locales[0].snapshot))).toBe(revisions.at(-1)!.hash);
  return revisions;
};

test('20 saves of one document at once are numbered 1 to 20', async () => {
  booted = await bootStrapi();
  const { documentId } = await articles(booted).create({ data: { title: 'Save 0' } });
  await Promise.all(
    Array.from({ length: 19 }, (_, index) =>
      articles(booted!).update({ documentId, data: { title: `Save ${index + 1}` } })
    )
  );
  const revisions = await expectWhole(booted, documentId);
  expect(revisions).toHaveLength(20);
  expect(new Set(revisions.map(({ snapshot }) => snapshot.title)).size).toBe(20);
});

test('20 first saves at once of a document that predates the plugin record one baseline', async () => {
  booted = await bootStrapi();
  const { documentId } = await booted.strapi.db
    .query(ARTICLE)
    .create({ data: { documentId: 'predates', locale: 'en', publishedAt: null, title: 'Old' } });
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      articles(booted!).update({ documentId, data: { title: `Save ${index + 1}` } })
    )
  );
  const revisions = await expectWhole(booted, documentId);
  expect(revisions).toHaveLength(21);
  expect(revisions[0]!.snapshot.title).toBe('Old');
});

// SQLite is one process's: what several instances share is a PostgreSQL or a MariaDB
if (databaseOfRun() !== 'sqlite') {
  test('two instances on one database number one document together', async () => {
    const first = await startChild({ script });
    const second = await startChild({ script, database: first.database });
    booted = await bootStrapi({ reuse: first });
    const { documentId } = await articles(booted).create({ data: { title: 'Start' } });
    await Promise.all(
      [first, second].map((instance, index) =>
        instance.call('saveAtOnce', { documentId, count: 20, prefix: `Instance ${index}` })
      )
    );
    await Promise.all([first.stop(), second.stop()]);
    expect(await expectWhole(booted, documentId)).toHaveLength(41);
  });
}

test('what one types into a draft on two instances in turn is all in it, also after one that failed', async () => {
  booted = await bootStrapi();
  const second = await startChild({ database: booted.database });
  try {
    const admin = await createAdmin(booted.strapi);
    const { documentId } = await articles(booted).create({ data: { title: 'Start' } });
    const turns = [booted, second].map((instance) => instance.as(admin));
    const typed = [
      { title: 'One' },
      { rating: 2 },
      { wordBudget: 3 },
      { standfirst: 'Four' },
      { title: 'Five' },
      { body: 'Six' },
    ];
    const answers: Any[] = [];
    const type = async (turn: number, data: object): Promise<void> => {
      const url = `/revisions/documents/${ARTICLE}/${documentId}/provisional`;
      answers.push(await turns[turn]!.put(url, { data, locale: 'en' }));
    };
    // twice on either: the second time it goes on with what it knows
    for (const [index, data] of typed.entries()) await type(Math.floor(index / 2) % 2, data);
    await type(0, { rating: 'none' });
    await type(1, { views: '7' });
    await type(0, { featured: true });

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 400, 200, 200]);
    const { id, lockVersion } = answers.at(-1).body.data;
    expect(lockVersion).toBe(8);
    const { body } = (await turns[0]!.get(`/revisions/drafts/${id}`)) as Any;
    expect(body.data).toMatchObject({
      title: 'Five',
      rating: 2,
      wordBudget: 3,
      standfirst: 'Four',
      body: 'Six',
      views: '7',
      featured: true,
    });
  } finally {
    await second.stop();
  }
});

test('killed in the middle of saving, each committed save has its revision and no other exists', async () => {
  booted = await bootStrapi();
  const { database } = booted;
  const documentIds: string[] = [];
  for (let index = 0; index < 3; index += 1) {
    documentIds.push((await articles(booted).create({ data: { title: 'Start' } })).documentId);
  }
  await booted.stop();

  const child = await startChild({ reuse: { database }, script });
  await child.call('saveForEver', { documentIds });
  // some rounds, and then in the midst of the next
  while ((await child.call<number>('countSaves')) < 25) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.kill('SIGKILL');

  booted = await bootStrapi({ reuse: { database } });
  let total = 0;
  for (const documentId of documentIds) {
    const revisions = await expectWhole(booted, documentId);
    total += revisions.length;
    const published = await articles(booted).findOne({ documentId, status: 'published' });
    const events = await booted.strapi.db
      .connection('revisions_publications as e')
      .join('revisions_documents as d', 'd.id', 'e.document')
      .where('d.document_id', documentId)
      .orderBy('e.id', 'desc')
      .select('e.revision');
    const live = revisions.find(({ id }) => id === events[0]?.revision);
    expect(live?.snapshot.standfirst ?? null).toBe(published?.standfirst ?? null);
  }
  expect(total).toBeGreaterThan(25);
});

import { createAdmin } from '../helpers/actors';
import { bootStrapi, type Booted } from '../helpers/boot';
import { ARTICLE, TAG } from '../helpers/random-edits';
import type { Client } from '../helpers/request';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// A project's lifecycles and middlewares make writes within writes, in the same transaction: of other documents, and of
// the one that is being saved.

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let editor: Client;
let revisions: RevisionsClient;

beforeAll(async () => {
  booted = await bootStrapi();
  editor = booted.as(await createAdmin(booted.strapi));
  revisions = revisionsClient(editor);
});

afterAll(() => booted.stop());

const documents = (uid: string): Any => booted.strapi.documents(uid as never);

/** Does something after the first such event of the articles while the work is under way. */
const whenever = async <T>(
  event: 'beforeUpdate' | 'afterUpdate' | 'afterCreate',
  then: (documentId: string) => Promise<unknown>,
  work: () => Promise<T>
): Promise<T> => {
  let isDone = false;
  const unsubscribe = booted.strapi.db.lifecycles.subscribe({
    models: [ARTICLE],
    async [event]({ result, params }: Any) {
      if (isDone) return;
      isDone = true;
      await then(result?.documentId ?? params.where.id);
    },
  } as never) as unknown as () => void;
  try {
    return await work();
  } finally {
    unsubscribe();
  }
};

const made = async (documentId: string, uid = ARTICLE): Promise<string[]> =>
  (await revisions.all(uid, documentId)).map(
    ({ number, action, locale, changed }) => `${number} ${action} ${locale ? `${locale} ` : ''}${changed}`
  );

const create = async (data: object, uid = ARTICLE): Promise<string> =>
  (await documents(uid).create({ data })).documentId;

/** What there is in the database, in order: without a gap, and the last one is the last that was given. */
const numbersOf = async (documentId: string): Promise<{ action: string; locale: string }[]> => {
  const { connection } = booted.strapi.db;
  const row = await connection('revisions_documents').where({ document_id: documentId }).first();
  const rows = await connection('revisions_revisions').where({ document: row.id }).orderBy('number');
  expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, index) => index + 1));
  expect(rows).toHaveLength(Number(row.last_number));
  return rows;
};

/** Whatever went before, the next saves are recorded. */
const goesOn = async (documentId: string, expected: string[]) => {
  const number = expected.length;
  await documents(ARTICLE).update({ documentId, data: { views: '1' } });
  await documents(ARTICLE).update({ documentId, data: { views: '2' } });
  expect(await made(documentId)).toEqual([
    ...expected,
    `${number + 1} update en views`,
    `${number + 2} update en views`,
  ]);
};

test('a save that saves the same again is one revision, with what is there in the end', async () => {
  const documentId = await create({ title: 'One' });
  const again = () => documents(ARTICLE).update({ documentId, data: { rating: 5 } });
  await whenever('afterUpdate', again, () =>
    documents(ARTICLE).update({ documentId, data: { title: 'Two' }, revisionNotes: 'why' } as Any)
  );
  await goesOn(documentId, ['1 create en featured,format,title', '2 update en rating,title']);
  expect((await revisions.all(ARTICLE, documentId))[1]).toMatchObject({ notes: 'why' });

  await whenever('beforeUpdate', again, () =>
    documents(ARTICLE).update({ documentId, data: { rating: 4, title: 'Three' } })
  );
  expect((await made(documentId)).at(-1)).toBe('5 update en rating,title');
});

test('what is saved while it is being made was made first', async () => {
  const then = (documentId: string) => documents(ARTICLE).update({ documentId, data: { title: 'Named' } });
  const documentId = await whenever('afterCreate', then, () => create({ rating: 1, title: 'New' }));
  await goesOn(documentId, ['1 create en featured,format,rating,title', '2 update en title']);
});

test('a save that publishes, of the same and of another locale, has its publication', async () => {
  const documentId = await create({ title: 'One' });
  const publish = () => documents(ARTICLE).publish({ documentId });
  await whenever('afterUpdate', publish, () =>
    documents(ARTICLE).update({ documentId, data: { title: 'Two' } })
  );
  await goesOn(documentId, ['1 create en featured,format,title', '2 publish en title']);
  const second = (await revisions.all(ARTICLE, documentId))[1];
  expect(second).toMatchObject({ isPublished: true, publications: [{ unpublishedAt: null }] });

  const translate = () =>
    documents(ARTICLE).update({ documentId, locale: 'fr', data: { title: 'Un' }, status: 'published' });
  await whenever('afterUpdate', translate, () =>
    documents(ARTICLE).update({ documentId, data: { title: 'Three' } })
  );
  // what a new locale begins with, Strapi takes from any row of the others
  const last = (await made(documentId)).slice(4).map((text) => text.split(' ', 3).join(' '));
  expect(last).toEqual(['5 create fr', '6 update en']);
});

test('a save that deletes the document leaves its deletion', async () => {
  const documentId = await create({ title: 'One' });
  const remove = () => documents(ARTICLE).delete({ documentId, locale: '*' });
  await whenever('afterUpdate', remove, () =>
    documents(ARTICLE).update({ documentId, data: { title: 'Two' } })
  );
  expect((await numbersOf(documentId)).at(-1)).toMatchObject({ action: 'delete' });
});

test('a deletion before which the document is saved comes after that save', async () => {
  const documentId = await create({ title: 'One' });
  let isDone = false;
  const unsubscribe = booted.strapi.db.lifecycles.subscribe({
    models: [ARTICLE],
    async beforeDelete() {
      if (isDone) return;
      isDone = true;
      await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
    },
  } as never) as unknown as () => void;
  await documents(ARTICLE).delete({ documentId, locale: '*' });
  unsubscribe();
  expect((await numbersOf(documentId)).map(({ action }) => action)).toEqual(['create', 'update', 'delete']);
});

test('saves of one document side by side in one transaction are numbered one after the other', async () => {
  const documentId = await create({ title: 'One' });
  await booted.strapi.db.transaction(async () => {
    const data = { title: 'Again' };
    await Promise.all([
      ...['de', 'fr', 'en'].map((locale) => documents(ARTICLE).update({ documentId, locale, data })),
      documents(TAG).create({ data: { name: 'beside' } }),
    ]);
    await documents(ARTICLE).publish({ documentId, locale: '*' });
    await documents(ARTICLE).update({ documentId, data: { title: 'Last' } });
  });
  const rows = await numbersOf(documentId);
  expect(rows.filter(({ locale }) => locale === 'en').map(({ action }) => action)).toEqual([
    'create',
    'update',
    'update',
  ]);
  expect(new Set(rows.map(({ locale }) => locale))).toEqual(new Set(['de', 'en', 'fr']));
  await documents(ARTICLE).update({ documentId, data: { title: 'After' } });
  expect(await numbersOf(documentId)).toHaveLength(rows.length + 1);
});

describe('what lifecycles write meanwhile', () => {
  let tag: string;
  let other: string;
  const write = async () => {
    await documents(TAG).update({ documentId: tag, data: { name: `busy ${tag}` } });
    await documents(ARTICLE).update({ documentId: other, data: { title: 'Told' } });
  };
  beforeEach(async () => {
    tag = await create({ name: 'quiet' }, TAG);
    other = await create({ title: 'Other' });
  });
  const areTheirs = async () => {
    for (const [uid, documentId] of [
      [TAG, tag],
      [ARTICLE, other],
    ] as const) {
      expect(await revisions.newest(uid, documentId)).toMatchObject({
        number: 2,
        action: 'update',
        notes: null,
        restoredFrom: null,
        draftName: null,
      });
    }
  };

  test('is no restore, and has not its notes', async () => {
    const documentId = await create({ title: 'One' });
    await documents(ARTICLE).update({ documentId, data: { title: 'Two' } });
    const [first] = await revisions.all(ARTICLE, documentId);
    const both = async () => {
      await write();
      await documents(ARTICLE).update({ documentId, data: { rating: 5 } });
    };
    const { status, body } = await whenever('afterUpdate', both, () =>
      revisions.restore(first.id, { notes: 'back' })
    );
    expect(status).toBe(200);
    expect(body.data).toMatchObject({
      document: { title: 'One', rating: 5 },
      revision: { number: 3, action: 'restore', notes: 'back', changed: ['rating', 'title'] },
    });
    await areTheirs();
    await goesOn(documentId, [
      '1 create en featured,format,title',
      '2 update en title',
      '3 restore en rating,title',
    ]);
  });

  test('is no draft that is applied, and ends no other', async () => {
    const documentId = await create({ title: 'One' });
    const at = `/revisions/documents/${ARTICLE}`;
    await editor.put(`${at}/${other}/provisional`, { data: { standfirst: 'typed' }, locale: 'en' });
    const { body } = (await editor.post(`${at}/${documentId}/drafts`, { data: { title: 'Two' } })) as Any;
    const applied = (await whenever('afterUpdate', write, () =>
      editor.post(`/revisions/drafts/${body.data.id}/apply`, {})
    )) as Any;
    expect(applied.status).toBe(200);
    expect(await revisions.newest(ARTICLE, documentId)).toMatchObject({
      number: 2,
      action: 'apply',
      draftName: 'Draft 1',
    });
    await areTheirs();
    const left = (await editor.get(`${at}/${other}/drafts`)) as Any;
    expect(left.body.data).toMatchObject([{ kind: 'provisional', modified: ['standfirst'] }]);
    await goesOn(documentId, ['1 create en featured,format,title', '2 apply en title']);
  });
});

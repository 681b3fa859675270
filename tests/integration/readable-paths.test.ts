import { contentPermissions, createAdmin, createApiToken, type Permission } from '../helpers/actors';
import { bootStrapi, type Booted, type BootOptions } from '../helpers/boot';
import { ARTICLE, AUTHOR, createFile, PAGE, TAG } from '../helpers/random-edits';
import { revisionsClient, type RevisionsClient } from '../helpers/revisions-client';

// What an answer says beside the content names attributes and targets, too: `changed`, `missing`, `dropped`, `added`,
// `warnings`. A caller is told of what they may see, at any depth, and of nothing else (public interface, section 3).

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
type Any = any;

let booted: Booted;
let article: string;
let page: string;
const gone: string[] = [];
const made: Record<string, number> = {};

const documents = (uid: string): Any => booted.strapi.documents(uid as never);
const own = (...actions: string[]) => actions.map((action) => `plugin::revisions.revision.${action}`);
const on = (uid: string, ...actions: string[]) => actions.map((action) => `${uid}.${action}`);

const withToken = async (...permissions: string[]): Promise<RevisionsClient> => {
  const token = await createApiToken(booted.strapi, permissions.length > 0 ? { permissions } : {});
  return revisionsClient(booted.as(token), '/api/revisions');
};
const withRole = async (permissions?: Permission[]): Promise<RevisionsClient> =>
  revisionsClient(booted.as(await createAdmin(booted.strapi, { permissions })));

const restart = async (options: BootOptions) => {
  await booted.stop();
  booted = await bootStrapi({ ...options, reuse: booted });
};

/** Every answer about a revision, and the paths that it names. */
const answersOf = async (client: RevisionsClient, uid: string, documentId: string, id: number) => {
  const list = await client.list(uid, documentId);
  const state = await client.state(uid, documentId);
  const shown = await client.get(id);
  const dry = await client.restore(id, { dryRun: true });
  for (const answer of [list, state, shown, dry]) expect(answer).toMatchObject({ status: 200 });
  const paths = (items: { path: string }[]) => items.map(({ path }) => path).sort();
  const { meta, data } = shown.body;
  expect(data._revision.missing).toEqual(meta.missing);
  return {
    text: JSON.stringify([list.body, state.body, shown.body, dry.body]),
    changed: list.body.data.at(-1).changed,
    restores: dry.body.meta.changes[0].changed,
    missing: paths(meta.missing),
    dropped: paths(meta.dropped),
    added: paths(meta.added),
    warnings: paths(dry.body.data.warnings),
  };
};

beforeAll(async () => {
  booted = await bootStrapi();
  const file = await createFile(booted.strapi);
  const author = await documents(AUTHOR).create({ data: { name: 'Ida' } });
  const tag = await documents(TAG).create({ data: { name: 'salt' } });
  ({ documentId: article } = await documents(ARTICLE).create({
    data: {
      title: 'One',
      author: author.documentId,
      tags: [tag.documentId],
      seo: { metaTitle: 'M', shareImage: file, social: { text: 'S' } },
      sections: [
        { __component: 'sections.quote', text: 'Q' },
        { __component: 'sections.related', heading: 'H', author: author.documentId },
      ],
    },
  }));
  ({ documentId: page } = await documents(PAGE).create({
    data: {
      title: 'P',
      featuredItems: {
        set: [
          { id: author.id, __type: AUTHOR },
          { id: tag.id, __type: TAG },
        ],
      },
    },
  }));
  const everything = await withRole();
  made.article = (await everything.newest(ARTICLE, article)).id;
  made.page = (await everything.newest(PAGE, page)).id;
  await documents(ARTICLE).update({
    documentId: article,
    data: { title: 'Two', seo: null, tags: [], author: null, sections: [] },
  });
  for (const [uid, { documentId }] of [
    [AUTHOR, author],
    [TAG, tag],
  ] as const) {
    await documents(uid).delete({ documentId });
    gone.push(documentId);
  }
  await booted.strapi.db.query('plugin::upload.file').delete({ where: { id: file } });
});

describe('on the content API', () => {
  const rights = (uid: string) => [...own('find', 'restore'), ...on(uid, 'find', 'update')];

  it('relations are named to who may find their targets', async () => {
    const answers = await answersOf(await withToken(), ARTICLE, article, made.article!);
    const missing = ['author', 'sections[1].author', 'seo.shareImage', 'tags[0]'];
    expect(answers).toMatchObject({
      changed: ['author', 'featured', 'format', 'sections', 'seo', 'tags', 'title'],
      restores: ['sections', 'seo', 'title'],
      missing,
      warnings: missing,
    });
    expect(gone.every((documentId) => answers.text.includes(documentId))).toBe(true);
  });

  it('and to nobody else, at no depth', async () => {
    const answers = await answersOf(await withToken(...rights(ARTICLE)), ARTICLE, article, made.article!);
    expect(answers).toMatchObject({
      changed: ['featured', 'format', 'sections', 'seo', 'title'],
      restores: ['sections', 'seo', 'title'],
      missing: ['seo.shareImage'],
      warnings: ['seo.shareImage'],
    });
    expect(answers.text).not.toMatch(new RegExp([...gone, 'author', 'tags'].join('|')));
  });

  it('each by its own target', async () => {
    const client = await withToken(...rights(ARTICLE), ...on(TAG, 'find'));
    const answers = await answersOf(client, ARTICLE, article, made.article!);
    expect(answers).toMatchObject({
      changed: ['featured', 'format', 'sections', 'seo', 'tags', 'title'],
      missing: ['seo.shareImage', 'tags[0]'],
      warnings: ['seo.shareImage', 'tags[0]'],
    });
    expect(answers.text).not.toContain(gone[0]);
  });

  it('by what they point at, where that could be anything', async () => {
    const client = await withToken(...rights(PAGE), ...on(TAG, 'find'));
    const answers = await answersOf(client, PAGE, page, made.page!);
    expect(answers).toMatchObject({ changed: ['featuredItems', 'title'], missing: ['featuredItems[1]'] });
    expect(answers.text).not.toContain(gone[0]);
  });
});

describe('within components', () => {
  beforeAll(() =>
    restart({
      schemas({ components }) {
        const seo = components['shared.seo'].attributes;
        seo.robots = { type: 'string', private: true };
        seo.metaTitle = { type: 'integer', private: true };
        seo.canonical = { type: 'string' };
        components['shared.social'].attributes.handle = { type: 'string' };
      },
    })
  );
  const everywhere = {
    added: ['seo.canonical', 'seo.robots', 'seo.social.handle'],
    dropped: ['seo.metaTitle'],
  };

  it('private attributes are not named on the content API', async () => {
    expect(await answersOf(await withToken(), ARTICLE, article, made.article!)).toMatchObject({
      added: ['seo.canonical', 'seo.social.handle'],
      dropped: [],
      warnings: ['author', 'sections[1].author', 'seo.shareImage', 'tags[0]'],
    });
    expect(await answersOf(await withRole(), ARTICLE, article, made.article!)).toMatchObject({
      ...everywhere,
      warnings: ['author', 'sections[1].author', 'seo.metaTitle', 'seo.shareImage', 'tags[0]'],
    });
  });

  it.each([
    [
      ['title', 'seo.metaTitle'],
      { changed: ['seo', 'title'], missing: [], added: [], dropped: ['seo.metaTitle'] },
    ],
    [['seo.social.handle'], { changed: ['seo'], missing: [], added: ['seo.social.handle'], dropped: [] }],
    [
      ['sections', 'seo.canonical', 'seo.shareImage'],
      {
        changed: ['sections', 'seo'],
        missing: ['sections[1].author', 'seo.shareImage'],
        added: ['seo.canonical'],
        dropped: [],
      },
    ],
    [['title'], { changed: ['title'], missing: [], added: [], dropped: [] }],
  ])('a role that reads %j is told of those', async (fields, expected) => {
    const properties = { fields, locales: ['en'] };
    const client = await withRole([
      ...contentPermissions(ARTICLE, ['read', 'update'], { properties }),
      ...own('read', 'restore').map((action) => ({ action })),
    ]);
    const {
      text: _,
      restores: _restores,
      warnings,
      ...told
    } = await answersOf(client, ARTICLE, article, made.article!);
    expect(told).toEqual(expected);
    expect(warnings.filter((path) => !fields.some((field) => path.startsWith(field)))).toEqual([]);
  });
});

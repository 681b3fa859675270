import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { clientOf, sender } from '../helpers/request';
import { createProject, type Project } from './project';
import { serve, type Server } from './serve';

// What somebody does who finds the package: a new project, `npm install`, build, start. Nothing of this repository is
// in it but the tarball.

const UID = 'api::article.article';
const ROOT = path.join(__dirname, '../..');

let folder: string;
let project: Project;
let server: Server | undefined;

jest.setTimeout(30 * 60 * 1000);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'revisions-install-'));
  project = await createProject({ folder, repository: ROOT });
});

afterAll(async () => {
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

it('installs from the tarball, and only what it needs', () => {
  const installed = path.join(project.dir, 'node_modules/strapi-plugin-drafts-and-revisions');
  expect(fs.readdirSync(installed).sort()).toEqual(
    expect.arrayContaining(['LICENSE', 'dist', 'package.json', 'strapi-admin.js', 'strapi-server.js'])
  );
  // Neither sources nor tests; and libraries that Strapi shares are not there twice.
  expect(fs.existsSync(path.join(installed, 'server'))).toBe(false);
  expect(fs.existsSync(path.join(installed, 'tests'))).toBe(false);
  expect(fs.existsSync(path.join(installed, 'node_modules/react'))).toBe(false);
  expect(fs.existsSync(path.join(installed, 'node_modules/@strapi'))).toBe(false);
});

it('builds with the plugin in the admin panel', async () => {
  await project.npm('run', 'build');

  const build = path.join(project.dir, 'dist/build');
  const scripts = fs.readdirSync(build).filter((file) => file.endsWith('.js'));
  const withPlugin = scripts.filter((file) =>
    fs.readFileSync(path.join(build, file), 'utf8').includes('/revisions/documents/')
  );
  expect(withPlugin.length).toBeGreaterThan(0);
});

it('starts, and a save leaves a revision', async () => {
  server = await serve(project);
  const send = sender(server.url);

  const listOf = (documentId: string) => `/revisions/documents/${UID}/${documentId}/revisions`;
  expect(await send(listOf('abc'))).toMatchObject({ status: 401 });

  const registered = await send('/admin/register-admin', {
    method: 'POST',
    body: { email: 'first@example.com', password: 'Passw0rd!', firstname: 'First', lastname: 'Admin' },
  });
  expect(registered).toMatchObject({ status: 200 });
  const admin = clientOf(send, { token: registered.body.data.accessToken ?? registered.body.data.token });

  const created = await admin.post('/admin/api-tokens', {
    name: 'test',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  const rest = clientOf(send, { token: created.body.data.accessKey });

  const article = await rest.post('/api/articles', { data: { title: 'One' } });
  expect(article).toMatchObject({ status: 201 });
  const { documentId } = article.body.data;
  expect(await rest.put(`/api/articles/${documentId}`, { data: { title: 'Two' } })).toMatchObject({
    status: 200,
  });

  const listed = await admin.get(listOf(documentId));
  expect(listed).toMatchObject({
    status: 200,
    body: {
      data: [
        { number: 2, action: 'update', origin: 'rest', changed: ['title'], isCurrent: true },
        { number: 1, action: 'create', origin: 'rest', isCurrent: false },
      ],
      meta: { pagination: { total: 2 } },
    },
  });
});

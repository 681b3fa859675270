import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { cleanEnvironment } from './environment';

const execute = promisify(execFile);

const VERSION = '5.54.0';

export interface Project {
  dir: string;
  npm: (...args: string[]) => Promise<void>;
}

const runIn = (cwd: string) => async (command: string, args: string[]) => {
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      env: cleanEnvironment(),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
};

const write = (file: string, content: string) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
};

const addArticle = (project: string) => {
  const dir = path.join(project, 'src/api/article');
  const schema = {
    kind: 'collectionType',
    collectionName: 'articles',
    info: { singularName: 'article', pluralName: 'articles', displayName: 'Article' },
    options: { draftAndPublish: true },
    attributes: { title: { type: 'string', required: true }, body: { type: 'richtext' } },
  };
  write(path.join(dir, 'content-types/article/schema.json'), JSON.stringify(schema, null, 2));

  for (const [part, factory] of [
    ['controllers', 'createCoreController'],
    ['routes', 'createCoreRouter'],
    ['services', 'createCoreService'],
  ]) {
    write(
      path.join(dir, `${part}/article.ts`),
      `import { factories } from '@strapi/strapi';\n\nexport default factories.${factory}('api::article.article');\n`
    );
  }
};

/** `npm pack`, `create-strapi-app`, `npm install <tarball>`; with one content type, to have something to save. */
export const createProject = async (options: { folder: string; repository: string }): Promise<Project> => {
  const [packed] = JSON.parse(
    await runIn(options.repository)('npm', [
      'pack',
      '--json',
      '--silent',
      '--pack-destination',
      options.folder,
    ])
  ) as { filename: string }[];

  await runIn(options.folder)('npx', [
    '--yes',
    `create-strapi-app@${VERSION}`,
    'fresh',
    ...['--non-interactive', '--typescript', '--use-npm', '--skip-cloud', '--no-run', '--no-install'],
    ...['--no-example', '--no-git-init', '--dbclient', 'sqlite', '--dbfile', '.tmp/data.db'],
  ]);

  const dir = path.join(options.folder, 'fresh');
  addArticle(dir);
  const run = runIn(dir);
  await run('npm', ['install', path.join(options.folder, packed!.filename)]);

  return { dir, npm: async (...args) => void (await run('npm', args)) };
};

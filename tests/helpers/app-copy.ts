import fs from 'node:fs';
import path from 'node:path';
import { runDir, testRun, uniqueName } from './test-run';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests write schemas as they like, wrong ones too
export type SchemaJson = any;

export interface Schemas {
  /** By uid, `api::article.article`. */
  contentTypes: Record<string, SchemaJson>;
  /** By uid, `shared.seo`. */
  components: Record<string, SchemaJson>;
}

const readJson = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8'));

const writeJson = (file: string, value: unknown) => {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value, null, 2));
};

const apiDir = (dist: string, uid: string) => path.join(dist, 'src/api', uid.split('.')[1]!);
const schemaFile = (dist: string, uid: string) => {
  const name = uid.split('.')[1]!;
  return path.join(apiDir(dist, uid), 'content-types', name, 'schema.json');
};
const componentFile = (dist: string, uid: string) =>
  path.join(dist, 'src/components', `${uid.replace('.', '/')}.json`);

const readSchemas = (dist: string): Schemas => {
  const contentTypes = fs
    .readdirSync(path.join(dist, 'src/api'))
    .map((name) => `api::${name}.${name}`)
    .map((uid) => [uid, readJson(schemaFile(dist, uid))]);

  const components = fs
    .readdirSync(path.join(dist, 'src/components'))
    .flatMap((category) =>
      fs
        .readdirSync(path.join(dist, 'src/components', category))
        .map((file) => `${category}.${path.basename(file, '.json')}`)
    )
    .map((uid) => [uid, readJson(componentFile(dist, uid))]);

  return { contentTypes: Object.fromEntries(contentTypes), components: Object.fromEntries(components) };
};

const addFactories = (dist: string, uid: string) => {
  const name = uid.split('.')[1]!;
  for (const [folder, factory] of [
    ['controllers', 'createCoreController'],
    ['routes', 'createCoreRouter'],
    ['services', 'createCoreService'],
  ] as const) {
    const file = path.join(apiDir(dist, uid), folder, `${name}.js`);
    if (fs.existsSync(file)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `module.exports = require('@strapi/strapi').factories.${factory}('${uid}');\n`);
  }
};

const writeSchemas = (dist: string, before: Schemas, after: Schemas) => {
  for (const uid of Object.keys(before.contentTypes)) {
    if (!after.contentTypes[uid]) fs.rmSync(apiDir(dist, uid), { recursive: true });
  }
  for (const uid of Object.keys(before.components)) {
    if (!after.components[uid]) fs.rmSync(componentFile(dist, uid));
  }
  for (const [uid, schema] of Object.entries(after.contentTypes)) {
    writeJson(schemaFile(dist, uid), schema);
    addFactories(dist, uid);
  }
  for (const [uid, schema] of Object.entries(after.components)) writeJson(componentFile(dist, uid), schema);
};

/**
 * The playground's compiled side with its content types changed: `change` edits them in place, and may add some
 * (`contentTypes['api::book.book'] = {…}`) or delete some.
 */
export const distWithSchemas = (change: (schemas: Schemas) => void): string => {
  const dist = path.join(runDir(), 'apps', uniqueName());
  fs.cpSync(testRun().distDir, dist, { recursive: true });

  const before = readSchemas(dist);
  const after = structuredClone(before);
  change(after);
  writeSchemas(dist, before, after);
  return dist;
};

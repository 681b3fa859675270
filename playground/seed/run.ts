import path from 'path';
import { setTimeout as sleep } from 'timers/promises';
import { createStrapi, type Core } from '@strapi/strapi';
import { setClock, startClock } from './clock';
import { drawScene, scenes } from './images';
import { openNewsroom } from './newsroom';
import { openPress, type Press } from './press';
import { stories } from './stories';
import type { Desk, Entry, Step, Story } from './story';

// Fills an empty database by doing what a magazine's people would do: signing in, saving, publishing. Run as
// `node dist/seed/run.js` in the playground; `npm run demo` does so once.

const listen = async (strapi: Core.Strapi) => {
  strapi.server.mount();
  const { httpServer } = strapi.server;
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(httpServer.address() as { port: number }).port}`;
};

const uploadScenes = async (url: string, token: string): Promise<Record<string, Entry>> => {
  const uploaded: Record<string, Entry> = {};
  for (const [name, scene] of Object.entries(scenes)) {
    const form = new FormData();
    form.append('files', new Blob([drawScene(scene)], { type: 'image/png' }), `${name}.png`);
    form.append('fileInfo', JSON.stringify({ name, alternativeText: name.replace(/-/g, ' ') }));
    const response = await fetch(`${url}/upload`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: form,
    });
    if (!response.ok) throw new Error(`upload of ${name}: ${response.status} ${await response.text()}`);
    const [file] = (await response.json()) as Entry[];
    uploaded[name] = file;
  }
  return uploaded;
};

const toRelations = (ids: Map<string, string>, keys: string[]) =>
  keys.map((key) => {
    const documentId = ids.get(key);
    if (!documentId) throw new Error(`${key} is not written yet`);
    return { documentId };
  });

const work = async (press: Press, images: Record<string, Entry>) => {
  const ids = new Map<string, string>();
  const desk: Desk = {
    connect: (...keys) => ({ connect: toRelations(ids, keys) }),
    disconnect: (...keys) => ({ disconnect: toRelations(ids, keys) }),
    image(name) {
      if (!images[name]) throw new Error(`there is no picture ${name}`);
      return images[name];
    },
  };

  const inOrder = stories
    .flatMap((story) => story.steps.map((step) => ({ story, step })))
    .sort((a: { step: Step }, b: { step: Step }) => b.step.daysAgo - a.step.daysAgo);

  for (const { story, step } of inOrder as { story: Story; step: Step }[]) {
    setClock(step.daysAgo);
    try {
      ids.set(story.key, await press({ uid: story.uid, documentId: ids.get(story.key), step, desk }));
    } catch (error) {
      throw new Error(`${story.key}, ${step.daysAgo} days ago, by ${step.by}: ${(error as Error).message}`);
    }
  }
  return { documents: ids.size, saves: inOrder.length };
};

const main = async () => {
  startClock();
  setClock(60);

  const appDir = process.env.PLAYGROUND_DIR ?? path.resolve(__dirname, '../..');
  const distDir = path.resolve(__dirname, '..');
  const strapi = await createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: false }).load();

  if ((await strapi.db.query('admin::user').count()) > 0) {
    console.log('There is content already; nothing was added.');
  } else {
    const url = await listen(strapi);
    const newsroom = await openNewsroom(strapi);
    const images = await uploadScenes(url, await newsroom.signIn('amina'));
    const { documents, saves } = await work(openPress(strapi, url, newsroom), images);
    setClock(0);
    console.log(`${documents} documents, ${saves} saves`);
    // What runs after the last commit, unawaited.
    await sleep(500);
  }

  await strapi.destroy();
  process.exit(0);
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});

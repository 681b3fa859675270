import type { Booted } from '../../helpers/boot';

/** What the child processes of concurrency.test.ts do. */

const ARTICLE = 'api::article.article';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the playground has no generated types
const articles = (booted: Booted): any => booted.strapi.documents(ARTICLE as never);

/** Saves one document many times at once. */
export const saveAtOnce = async (
  booted: Booted,
  { documentId, count, prefix }: { documentId: string; count: number; prefix: string }
) => {
  await Promise.all(
    Array.from({ length: count }, (_, index) =>
      articles(booted).update({ documentId, data: { title: `${prefix} ${index}` } })
    )
  );
  return null;
};

let saves = 0;

/** Saves documents in turn, each several times at once, until the process is killed. */
export const saveForEver = async (booted: Booted, { documentIds }: { documentIds: string[] }) => {
  const save = async (params: object) => {
    await articles(booted).update(params);
    saves += 1;
  };
  const work = async () => {
    for (let round = 1; ; round += 1) {
      // SQLite answers within the same turn of the event loop, again and again: others want theirs
      await new Promise(setImmediate);
      // On MySQL two of Strapi's own statements on component links can deadlock: the one that gives way saved nothing
      await Promise.allSettled(
        documentIds.flatMap((documentId) => [
          save({
            documentId,
            data: { title: `Round ${round}`, facts: [{ label: 'round', value: String(round) }] },
          }),
          save({ documentId, data: { standfirst: `Round ${round}` }, status: 'published' }),
        ])
      );
    }
  };
  void work();
  return null;
};

/** How many saves were committed. */
export const countSaves = async () => saves;

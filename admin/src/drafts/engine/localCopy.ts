import type { Unsent } from './autosave';

/**
 * What was typed and has not reached the server, in the browser's own database: a crashed tab, a dead network or an
 * expired session must not cost a word. Where there is no database, it is kept as long as the page lives.
 */

const DATABASE = 'strapi-revisions';
const STORE = 'unsent';

const memory = new Map<string, Unsent>();
let opening: Promise<IDBDatabase> | null = null;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const open = (): Promise<IDBDatabase> => {
  opening ??= (async () => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return settled(request);
  })();
  return opening;
};

const inStore = async <T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> => {
  const database = await open();
  return settled(act(database.transaction(STORE, mode).objectStore(STORE)));
};

export const readCopy = async (key: string): Promise<Unsent | null> => {
  try {
    return (await inStore('readonly', (store) => store.get(key) as IDBRequest<Unsent | undefined>)) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
};

/** @returns whether it will be there after the page is gone */
export const writeCopy = async (key: string, unsent: Unsent | null): Promise<boolean> => {
  try {
    await inStore(
      'readwrite',
      (store) => (unsent ? store.put(unsent, key) : store.delete(key)) as IDBRequest<unknown>
    );
    return true;
  } catch {
    if (unsent) memory.set(key, unsent);
    else memory.delete(key);
    return unsent === null;
  }
};

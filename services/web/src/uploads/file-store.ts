import { chosenFile, type ChosenFile } from './chosen-file.js';

const DATABASE = 'hsl';
const STORE = 'photos';
const BY_FORM = 'form';
const KEPT_MS = 7 * 86_400_000;

interface Kept {
  id: string;
  /** The form it belongs to; of a resident's report that was received, the tracking code it is to be sent under. */
  form: string;
  name: string;
  blob: Blob;
  savedAt: number;
  position: number;
}

/**
 * Files stay on the device until they have been sent, beside the words of the form (drafts/draft.ts). Where a browser
 * keeps nothing, as in a private window, the form works without: what fails here is told and costs the draft only.
 */
export async function keptFiles(form: string): Promise<ChosenFile[]> {
  const rows = await inStore('readonly', (store): IDBRequest<Kept[]> => store.index(BY_FORM).getAll(form));
  const fresh = (rows ?? []).filter(({ savedAt }) => Date.now() - savedAt < KEPT_MS);
  return fresh.toSorted((a, b) => a.position - b.position).map(({ id, name, blob }) => chosenFile(id, name, blob));
}

/** These files and no others of that form. */
export async function keepFiles(form: string, files: readonly ChosenFile[]): Promise<void> {
  const old = await inStore('readonly', (store): IDBRequest<Kept[]> => store.index(BY_FORM).getAll(form));
  const ids = new Set(files.map(({ id }) => id));
  for (const { id } of old ?? []) if (!ids.has(id)) await forgetFile(id);
  for (const [position, { id, name, blob }] of files.entries()) {
    const row: Kept = { id, form, name, blob, position, savedAt: Date.now() };
    await inStore('readwrite', (store) => store.put(row));
  }
}

export async function forgetFile(id: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(id));
}

/** At sign-out: what one person chose is not for the next at this device. @param prefix of the names of forms */
export async function forgetFilesOf(prefix: string): Promise<void> {
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const keys = await inStore('readonly', (store) => store.index(BY_FORM).getAllKeys(range));
  for (const key of keys ?? []) await inStore('readwrite', (store) => store.delete(key));
}

async function inStore<Answer>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Answer>,
): Promise<Answer | undefined> {
  try {
    const database = await opened();
    try {
      return await answerOf(ask(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch (error) {
    console.info('this browser keeps no files', error);
    return undefined;
  }
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1);
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex(BY_FORM, 'form');
  });
  return answerOf(asked);
}

const answerOf = <Answer>(asked: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('no answer of the store')));
  });

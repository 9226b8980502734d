// Answers too large for the small storage of a browser, such as the list at the door of an expo of thousands: in its database (IndexedDB), one record each.
import type { QueryKey } from '@tanstack/react-query';
import { isRecord } from '../outbox/outbox.ts';

/** One answer: what was asked, when it was answered (UTC milliseconds), and what. */
export interface KeptAnswer {
  readonly key: QueryKey;
  readonly at: number;
  readonly answer: unknown;
}

interface LargeAnswer extends KeptAnswer {
  /** The account whose answer it is. */
  readonly holder: string;
}

const place = 'hansa.pocket';
const records = 'answers';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser keeps nothing')));
  });

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(place, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(records));
  return done(request);
}

/** Null where the browser keeps nothing (a private window, no room): the page then opens with a network alone. */
async function use<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  try {
    const database = await opened();
    try {
      return await done(act(database.transaction(records, mode).objectStore(records)));
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}

const nameOf = (key: QueryKey): string => JSON.stringify(key);

export const keepLarge = (holder: string, { key, at, answer }: KeptAnswer): Promise<unknown> =>
  use('readwrite', (store) => store.put({ holder, key, at, answer } satisfies LargeAnswer, nameOf(key)));

export const dropLarge = (key: QueryKey): Promise<unknown> => use('readwrite', (store) => store.delete(nameOf(key)));

export const emptyLarge = (): Promise<unknown> => use('readwrite', (store) => store.clear());

const isLarge = (value: unknown): value is LargeAnswer =>
  isRecord(value) && typeof value['holder'] === 'string' && Array.isArray(value['key']) && typeof value['at'] === 'number';

/** What is kept of this account. */
export async function readLarge(holder: string): Promise<readonly KeptAnswer[]> {
  const all = await use<unknown[]>('readonly', (store) => store.getAll());
  return (all ?? []).filter(isLarge).filter((one) => one.holder === holder);
}

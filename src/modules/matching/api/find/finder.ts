// Compares in a thread of its own, which is begun with the first question and kept a while: what it has read need not be read again.
import { Worker } from 'node:worker_threads';
import { readVectors, type Tables } from '#matcher/run/read-vectors.ts';
import { SentenceError } from '#platform/sentence-error.ts';
import type { FindReply, FindRequest, FindStart, Found } from './find-thread.ts';
import type { PoolRequest } from './pool-thread.ts';

/** A thread that nobody has asked for so long is ended: its words take some fifty megabytes. */
const KEPT_MS = 900_000;

type Waiting = PromiseWithResolvers<Found | null>;

interface Finder {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
  readonly end: NodeJS.Timeout;
}

let finder: Finder | null = null;
let vectors: Tables | null = null;

/**
 * From now on offers and needs are compared with an operator's folder of word vectors, or without any. For the start: who has asked meanwhile asks again.
 * @throws SentenceError saying what is wrong with the folder
 */
export function useVectors(folder: string | null): void {
  const read = folder === null ? null : readVectors(folder);
  if (read?.ok === false) throw new SentenceError(`The folder of HANSA_VECTORS, ${folder}, cannot be used: ${read.problems.join('; ')}.`);
  if (vectors === null && read === null) return;
  vectors = read?.tables ?? null;
  void finder?.worker.terminate();
  finder = null;
}
let asked = 0;

function opened(): Finder {
  if (finder !== null) return finder;
  const worker = new Worker(new URL('./find-thread.ts', import.meta.url), { name: 'finder', workerData: { vectors } satisfies FindStart });
  const waiting = new Map<number, Waiting>();
  const forget = (error: Error): void => {
    if (finder?.worker === worker) finder = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, found }: FindReply) => {
    waiting.get(id)?.resolve(found);
    waiting.delete(id);
    // An idle thread neither keeps the process alive nor brings it down.
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', forget);
  worker.on('exit', (code) => {
    forget(new Error(`the thread that compares ended with ${code}`));
  });
  const end = setTimeout(() => {
    if (finder?.worker === worker) finder = null;
    void worker.terminate();
  }, KEPT_MS).unref();
  finder = { worker, waiting, end };
  return finder;
}

/** What was asked of the sides of this stamp; null where the thread does not know them yet. Waits for its turn: call it outside a transaction. */
export async function find(request: Omit<FindRequest, 'id'> | Omit<PoolRequest, 'id'>): Promise<Found | null> {
  const { worker, waiting, end } = opened();
  end.refresh();
  asked += 1;
  const answer = Promise.withResolvers<Found | null>();
  waiting.set(asked, answer);
  worker.ref();
  worker.postMessage({ ...request, id: asked } satisfies FindRequest | PoolRequest);
  return answer.promise;
}

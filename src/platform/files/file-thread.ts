// Runs work on files in worker threads with bounds on memory and time, so that no file can stall or exhaust the server.
import { Worker } from 'node:worker_threads';
import { refuse, type Result } from '#kernel/result.ts';
import { makeRoom } from '../memory.ts';
import { refuseFile } from './sheets.ts';

export interface FileThread {
  /** The module that the thread runs; it answers every message with one. */
  readonly module: URL;
  /** How long it may work, in time of a processor: what it waits for on a busy machine says nothing of the file. */
  readonly milliseconds: number;
  /** By the clock it may take so many times as long; then the machine has too much to do. */
  readonly patience?: number;
  readonly heapMegabytes: number;
}

/** How far a file is; a thread may tell it as often as it likes before it answers. */
export interface FileProgress {
  readonly done: number;
  readonly of: number;
}

/** What goes on beside the work: who hears how far it is, and whether anybody still wants it. */
export interface Beside {
  readonly onProgress?: (progress: FileProgress) => void;
  /** Aborted, the thread ends at once. */
  readonly signal?: AbortSignal;
}

const cancelled: Result<never> = refuseFile('files.cancelled');

const isProgress = (said: object): said is { readonly progress: FileProgress } => 'progress' in said;

/** Two files at a time: more would share the same processors and add up their memory. */
const MOST_AT_ONCE = 2;
/** Each of them holds its file in memory. */
const MOST_WAITING = 20;
/** What is waited for by the clock where nothing else is said, in times of the work. */
const PATIENCE = 4;
const LOOKS = 20;
/** Threads that may take so much begin once the server has given back what it does not need. */
const LARGE_MEGABYTES = 512;
/** A thread that has loaded its modules is kept for the next file a while: loading them takes longer than most files. */
const KEPT_MS = 30_000;

let running = 0;
const waiting: (() => void)[] = [];
const online = new WeakSet<Worker>();
const idle = new Map<string, { readonly worker: Worker; readonly end: NodeJS.Timeout }>();

/**
 * Gives the message to a thread and answers with what it answers; a file that takes too long or too much is refused, and so is one
 * behind too many others (`kernel.too_many`). Waits for its turn: call it outside a transaction.
 */
export const runFileThread = <T>(thread: FileThread, message: unknown, beside: Beside = {}): Promise<Result<T>> =>
  runFileThreadOn<T>(thread, () => ({ message }), beside);

/** What a thread is given; of the message these bytes become the thread's own, and are not copied. */
interface Handed {
  readonly message: unknown;
  readonly handedOver?: readonly ArrayBuffer[];
}

/** The same with what is handed out when its turn has come, so that nobody who waits for the answer holds it. */
export async function runFileThreadOn<T>(thread: FileThread, take: () => Handed, beside: Beside): Promise<Result<T>> {
  if (running < MOST_AT_ONCE) running++;
  else if (waiting.length < MOST_WAITING) await new Promise<void>((resolve) => waiting.push(resolve));
  else return refuse({ kind: 'too_many', code: 'kernel.too_many', params: { seconds: 60 } });
  try {
    if (thread.heapMegabytes >= LARGE_MEGABYTES) await makeRoom();
    return beside.signal?.aborted === true ? cancelled : await answerOf<T>(thread, take, beside);
  } finally {
    // The turn goes on to who waits longest, so that nobody who comes just now takes it as well.
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

function takeWorker({ module, heapMegabytes }: FileThread): Worker {
  const kept = idle.get(module.href);
  if (kept === undefined) return newWorker(module, heapMegabytes);
  idle.delete(module.href);
  clearTimeout(kept.end);
  kept.worker.ref();
  return kept.worker;
}

function newWorker(module: URL, heapMegabytes: number): Worker {
  const worker = new Worker(module, { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 } });
  // A thread that dies while idle is forgotten; an error that nobody hears would end the server.
  const forget = (): void => {
    if (idle.get(module.href)?.worker === worker) idle.delete(module.href);
  };
  return worker.on('error', forget).on('exit', forget);
}

function keepWorker({ module }: FileThread, worker: Worker): void {
  if (idle.has(module.href)) return void worker.terminate();
  // An idle thread neither keeps the process alive nor brings it down.
  worker.unref();
  const end = setTimeout(() => {
    idle.delete(module.href);
    void worker.terminate();
  }, KEPT_MS).unref();
  idle.set(module.href, { worker, end });
}

const tooBusy: Result<never> = refuse({ kind: 'too_many', code: 'files.too_busy' });

const workedBy = async (worker: Worker): Promise<number> => {
  const { user, system } = await worker.cpuUsage();
  return (user + system) / 1000;
};

/** Calls `onOver` once when the thread has worked too long, or nothing has come of it for much longer still; answers what stops the watching. */
function watched({ milliseconds, patience = PATIENCE }: FileThread, worker: Worker, onOver: (refusal: Result<never>) => void): () => void {
  const until = performance.now() + milliseconds * patience;
  let before: number | null = null;
  const look = async (): Promise<void> => {
    const worked = await workedBy(worker);
    before ??= worked;
    if (worked - before >= milliseconds) onOver(refuseFile('files.takes_too_long', { seconds: Math.round(milliseconds / 1000) }));
    else if (performance.now() >= until) onOver(tooBusy);
  };
  // One that has ended meanwhile has nothing left to be asked.
  const ask = (): void => void look().catch(() => undefined);
  ask();
  const timer = setInterval(ask, milliseconds / LOOKS);
  return () => clearInterval(timer);
}

function answerOf<T>(thread: FileThread, take: () => Handed, { onProgress, signal }: Beside): Promise<Result<T>> {
  const worker = takeWorker(thread);
  return new Promise<Result<T>>((resolve, reject) => {
    // Before it runs, nobody can tell how much a thread works.
    const give = (): void => {
      online.add(worker);
      const { message, handedOver = [] } = take();
      worker.postMessage(message, handedOver);
    };
    const stopWatching = watched(thread, worker, (refusal) => {
      settled();
      void worker.terminate();
      resolve(refusal);
    });
    const answered = (answer: Result<T> | { readonly progress: FileProgress }): void => {
      if (isProgress(answer)) return onProgress?.(answer.progress);
      settled();
      keepWorker(thread, worker);
      resolve(answer);
    };
    const failed = (error: Error & { readonly code?: string }): void => {
      settled();
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuseFile('files.needs_too_much_memory'));
      else reject(error);
    };
    const dropped = (): void => {
      settled();
      void worker.terminate();
      resolve(cancelled);
    };
    const ended = (code: number): void => {
      settled();
      reject(new Error(`file thread ended with ${code}`));
    };
    // Only our own listeners are taken off: the worker hears of its port by listeners too.
    const settled = (): void => {
      stopWatching();
      signal?.removeEventListener('abort', dropped);
      worker.off('message', answered).off('error', failed).off('exit', ended).off('online', give);
    };
    worker.on('message', answered).on('error', failed).on('exit', ended);
    signal?.addEventListener('abort', dropped);
    if (online.has(worker)) give();
    else worker.once('online', give);
  });
}

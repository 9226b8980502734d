// Runs work on a file in a worker thread with bounds on memory and time, so that no file can stall or exhaust the server.
import { Worker } from 'node:worker_threads';
import type { Result } from '#kernel/result.ts';
import { refuseFile } from './sheets.ts';

export interface FileThread {
  /** The module that the thread runs; it answers with one message. */
  readonly module: URL;
  readonly milliseconds: number;
  readonly heapMegabytes: number;
}

/** Two files at a time: more would share the same processors and add up their memory. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Gives the message to a fresh thread and answers with what it answers; a file that takes too long or too much is refused. */
export async function runFileThread<T>(thread: FileThread, message: unknown): Promise<Result<T>> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await answerOf<T>(thread, message);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function answerOf<T>(thread: FileThread, message: unknown): Promise<Result<T>> {
  const worker = new Worker(thread.module, { workerData: message, resourceLimits: { maxOldGenerationSizeMb: thread.heapMegabytes } });
  return new Promise<Result<T>>((resolve, reject) => {
    const timer = setTimeout(() => {
      resolve(refuseFile('files.takes_too_long', { seconds: Math.round(thread.milliseconds / 1000) }));
    }, thread.milliseconds);
    const settled = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    worker.once('message', (answer: Result<T>) => {
      resolve(answer);
      settled();
    });
    worker.once('error', (error: Error & { readonly code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuseFile('files.needs_too_much_memory'));
      else reject(error);
      settled();
    });
    worker.once('exit', (code) => {
      // Without an answer the thread was ended from outside.
      reject(new Error(`file thread ended with ${code}`));
      clearTimeout(timer);
    });
  }).finally(() => void worker.terminate());
}

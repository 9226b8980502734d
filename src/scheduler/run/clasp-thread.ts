// One thread with clasp in it, started early so that it is warm when the formula is ready, and ended from outside.

import { Worker } from 'node:worker_threads';
import type { ClaspOrder, ClaspReport } from './clasp.worker.ts';

export interface ClaspThread {
  /** Answers the report; never, once the thread has been stopped. A crash is thrown. */
  readonly ask: (text: Uint8Array, options: string) => Promise<ClaspReport>;
  /** Whether an answer is there that has not been heard yet: true even while this thread is too busy to hear. */
  readonly hasAnswered: () => boolean;
  readonly stop: () => void;
}

/** Starts a thread; it keeps the process alive only while it is asked. */
export const startClasp = (): ClaspThread => {
  const answered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./clasp.worker.ts', import.meta.url), { name: 'clasp', workerData: answered });
  let tickets = 0;
  let waiting: {
    readonly ticket: number;
    readonly resolve: (report: ClaspReport) => void;
    readonly reject: (fault: Error) => void;
  } | null = null;
  let fault: Error | null = null;
  worker.on('message', (report: ClaspReport) => {
    if (report.ticket !== waiting?.ticket) return;
    waiting.resolve(report);
    waiting = null;
  });
  worker.on('error', (reason: unknown) => {
    fault = reason instanceof Error ? reason : new Error('The solver thread crashed.');
    waiting?.reject(fault);
  });
  return {
    ask: (text, options) =>
      new Promise<ClaspReport>((resolve, reject) => {
        if (fault !== null) {
          reject(fault);
          return;
        }
        tickets += 1;
        waiting = { ticket: tickets, resolve, reject };
        worker.postMessage({ ticket: tickets, text, options } satisfies ClaspOrder);
      }),
    hasAnswered: () => waiting !== null && Atomics.load(answered, 0) === waiting.ticket,
    stop: () => {
      waiting = null;
      void worker.terminate();
    },
  };
};

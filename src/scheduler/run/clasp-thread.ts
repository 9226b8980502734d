// One thread with clasp in it, started early so that it is warm when the formula is ready, and ended from outside.

import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { ClaspOrder, ClaspReport } from './clasp.worker.ts';
import { wasm, type WasmModule } from './wasm.ts';

export interface ClaspThread {
  /** Answers the report; never, once the thread has been stopped. A crash is thrown. */
  readonly ask: (text: Uint8Array, options: string) => Promise<ClaspReport>;
  readonly stop: () => void;
}

let compiled: Promise<WasmModule> | null = null;

/** The solver's code, compiled once a process and shared by all threads and questions. */
const claspModule = (): Promise<WasmModule> => {
  compiled ??= readFile(new URL('./clingo.wasm', import.meta.resolve('clingo-wasm'))).then((code) => wasm.compile(code));
  return compiled;
};

/** Starts a thread; it keeps the process alive only while it is asked. */
export const startClasp = (): ClaspThread => {
  const worker = new Worker(new URL('./clasp.worker.ts', import.meta.url), { name: 'clasp' });
  const code = claspModule();
  let tickets = 0;
  let waiting: {
    readonly ticket: number;
    readonly resolve: (report: ClaspReport) => void;
    readonly reject: (fault: Error) => void;
  } | null = null;
  let fault: Error | null = null;
  worker.on('message', (report: ClaspReport) => {
    if (report.ticket === waiting?.ticket) waiting.resolve(report);
  });
  worker.on('error', (reason: unknown) => {
    fault = reason instanceof Error ? reason : new Error('The solver thread crashed.');
    waiting?.reject(fault);
  });
  return {
    ask: async (text, options) => {
      const module = await code;
      return new Promise<ClaspReport>((resolve, reject) => {
        if (fault !== null) {
          reject(fault);
          return;
        }
        tickets += 1;
        waiting = { ticket: tickets, resolve, reject };
        worker.postMessage({ ticket: tickets, module, text, options } satisfies ClaspOrder);
      });
    },
    stop: () => {
      waiting = null;
      void worker.terminate();
    },
  };
};

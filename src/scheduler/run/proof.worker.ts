// The thread behind `proveInThread`: presolve and formulas take long on large days, so they are not made where requests are answered.

import { parentPort, workerData } from 'node:worker_threads';
import type { ProofOrder, ProofReport } from './prove-in-thread.ts';
import { provePlan } from './prove.ts';

const report = (what: ProofReport): void => parentPort?.postMessage(what);

// The only reader is the caller, which sent a ProofOrder.
const { facts, ...allowed } = workerData as ProofOrder;
const stopping = new AbortController();
parentPort?.once('message', () => {
  stopping.abort();
});
const onProgress = (standing: { readonly value: number | null; readonly bound: number }): void => {
  report({ kind: 'standing', standing });
};
report({ kind: 'proof', proof: await provePlan(facts, { ...allowed, signal: stopping.signal, onProgress }) });

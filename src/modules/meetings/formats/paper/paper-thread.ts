// What runs in the thread that sets papers: one request in, how far it is now and then, one answer out.
import { parentPort } from 'node:worker_threads';
import { unpacked, type PackedFacts } from './packed-entries.ts';
import { setPaper, type PaperChoice } from './set-paper.ts';

export interface PaperRequest {
  readonly facts: PackedFacts;
  readonly choice: PaperChoice;
}

const EVERY_MS = 150;

parentPort?.on('message', ({ facts, choice }: PaperRequest) => {
  let told = 0;
  const tell = (progress: object): void => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    parentPort?.postMessage({ progress });
  };
  // A fault rejects, ends the thread and reaches the caller as its error.
  // Its bytes are handed over, not copied.
  void setPaper(unpacked(facts), choice, tell).then((answer) =>
    parentPort?.postMessage(answer, answer.ok ? [answer.value.bytes.buffer] : []),
  );
});

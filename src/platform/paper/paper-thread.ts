// What runs in the thread that sets papers of words: one paper in, how far it is now and then, one answer out.
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import type { Paper } from '#kernel/paper/paper.ts';
import { fitToPages, printPaper } from './print-paper.ts';
import type { PaperForm, SetPaper } from './paper-file.ts';

const EVERY_MS = 150;

async function set({ paper, form }: { readonly paper: Paper; readonly form: PaperForm | null }): Promise<SetPaper> {
  let told = 0;
  const tell = (done: number, of: number): void => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    parentPort?.postMessage({ progress: { done, of } });
  };
  const fitted = fitToPages(paper);
  if (form === null) return { ...fitted, bytes: null };
  if (form === 'pdf') return { ...fitted, bytes: await printPaper(fitted.paper, tell) };
  // Only who writes Word loads what writes it.
  const { writeWord } = await import('./write-word.ts');
  return { ...fitted, bytes: await writeWord(fitted.paper) };
}

parentPort?.on('message', (asked: { readonly paper: Paper; readonly form: PaperForm | null }) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void set(asked).then((answer) => parentPort?.postMessage(ok(answer)));
});

// The best offers for thousands of needs at once, in as many threads as are asked for.
import { Worker } from 'node:worker_threads';
import type { Best, OfferArrays } from '../core/bulk.ts';
import type { Terms } from '../core/read.ts';
import type { BulkWork } from './bulk-thread.ts';

const thread = new URL('./bulk-thread.ts', import.meta.url);

function work(workerData: BulkWork): Promise<readonly Best[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData });
    worker.once('message', (found: readonly Best[]) => {
      resolve(found);
    });
    worker.once('error', reject);
  });
}

/** For each need the best offers, exactly; the same whatever the number of threads. What the arrays hold is shared, not copied. */
export async function matchMany(
  needs: readonly Terms[],
  offers: OfferArrays,
  { top, threads }: { readonly top: number; readonly threads: number },
): Promise<readonly Best[]> {
  // Long needs and short ones lie side by side, so that no thread waits for another.
  const parts = Array.from({ length: threads }, (_, part) => needs.filter((_need, at) => at % threads === part));
  // Of a view the whole of what it looks at would be copied.
  const found = await Promise.all(
    parts.map((part) =>
      work({ needs: part.map(({ ids, weights, han }) => ({ ids: ids.slice(), weights: weights.slice(), han })), offers, top }),
    ),
  );
  return needs.map((_, at) => {
    const best = found[at % threads]?.[Math.floor(at / threads)];
    if (best === undefined) throw new Error('A thread has answered less than it was asked.');
    return best;
  });
}

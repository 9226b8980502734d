// A thread of its own that finds the best offers for its part of the needs.
import { parentPort, workerData } from 'node:worker_threads';
import { bestOffers, type Best, type OfferArrays } from '../core/bulk.ts';
import type { Terms } from '../core/read.ts';

export interface BulkWork {
  readonly needs: readonly Terms[];
  readonly offers: OfferArrays;
  readonly top: number;
}

const { needs, offers, top } = workerData as BulkWork;
const sums = new Float64Array(offers.lengths.length);
const found: readonly Best[] = needs.map((need) => bestOffers(need, offers, top, sums));
parentPort?.postMessage(found);

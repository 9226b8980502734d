// The balance of suggestions for a page, which must not wait: what takes longer is worked out behind it, and what was worked out last is told with its moment.
import { setTimeout as pause } from 'node:timers/promises';
import { ok, type Result } from '#kernel/result.ts';
import type { Transact } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { oversee } from '../open-edition.ts';
import { getBalance } from './show-balance.ts';

type Balance = Answer<'getBalance'>;

/** So long a page waits, milliseconds. */
const patience = 400;
/** Readers and editions whose last balance is kept: what a few organisers look at just now. */
const mostKept = 20;

const kept = new Map<string, Balance>();
const running = new Map<string, Promise<Result<Balance>>>();

const nothingYet: Balance = {
  ...{ exhibitors: 0, buyers: 0, slots: 0, points: [], smallCountries: 0, smallExhibitors: 0, without: [], remedies: [], topics: [] },
  ...{ workedOut: null, isWorking: true },
};

function keep(key: string, balance: Balance): void {
  kept.delete(key);
  kept.set(key, balance);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
}

/** Works it out, for whoever asks and for who asks meanwhile. */
function begin(key: string, transact: Transact, input: Asked<'getBalance'>): Promise<Result<Balance>> {
  const work = getBalance(transact, input);
  running.set(key, work);
  work.then(
    (found) => {
      running.delete(key);
      if (found.ok) keep(key, found.value);
    },
    // Whoever still waits is told; who does not asks again.
    () => running.delete(key),
  );
  return work;
}

/** Refuses as `getBalance`. What was begun before the question is never told as an answer to it: something may have changed since. */
export async function lookAtBalance(transact: Transact, input: Asked<'getBalance'>): Promise<Result<Balance>> {
  const reader = await transact(async (work) => {
    const opened = await oversee(work, input.editionId);
    return opened.ok ? ok(`${input.editionId} ${work.actor.account ?? ''} ${work.actor.language}`) : opened;
  });
  if (!reader.ok) return reader;
  const key = reader.value;
  const before = running.get(key);
  const found = await Promise.race([before ?? begin(key, transact, input), pause(patience, null, { ref: false })]);
  if (before === undefined && found !== null) return found;
  return ok({ ...(kept.get(key) ?? nothingYet), isWorking: true });
}

// The page of suggestions never waits for their comparison, and never shows what was worked out before a question as its answer.
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { ownTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum } from '../forum-fixture.ts';
import { lookAtBalance } from './look-at-balance.ts';

const db = await ownTestDatabase();
const f = await openForum(db);

/** Looks while the database takes its time after the first question, or none. */
function look(who: TestOffice, delay: number) {
  let asked = 0;
  const transact = async <T>(use: (work: Work) => Promise<Result<T>>) => {
    asked += 1;
    if (asked > 1) await pause(delay);
    return f.as(who, use);
  };
  return lookAtBalance(transact, { editionId: f.editionId });
}

test('what takes long is worked out behind the page; what was worked out last is told with its moment, and to its reader alone', async () => {
  const first = valueOf(await look(f.organiser, 500));
  expect([first.workedOut, first.isWorking, first.points]).toEqual([null, true, []]);
  // Who asks while it is worked out waits for the same, which is no answer to their question yet.
  expect(valueOf(await look(f.organiser, 0)).isWorking).toBe(true);
  await expect.poll(async () => valueOf(await look(f.organiser, 0)).isWorking, { timeout: 10_000, interval: 200 }).toBe(false);
  const known = valueOf(await look(f.organiser, 0));
  expect([known.workedOut === null, known.isWorking, known.exhibitors > 0]).toEqual([false, false, true]);
  const later = valueOf(await look(f.organiser, 500));
  expect(later).toEqual({ ...known, workedOut: later.workedOut, isWorking: true });
  expect(await look(f.chamber, 0)).toMatchObject({ ok: false, refusal: { code: 'expos.organiser_only' } });
});

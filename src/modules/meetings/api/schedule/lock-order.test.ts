import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { updateParticipant } from '#modules/expos/api/change-participants.ts';
import { ok } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { OrganiserScope, ParticipantScope } from '../../domain/scopes.ts';
import { lockSchedule, takeReleaseNumber } from '../../store/meetings.ts';
import { updateRequestRows } from '../../store/requests.ts';
import { updateRequest, withdrawRequest } from '../requests/change-requests.ts';
import { openForum, type Forum } from '../forum-fixture.ts';

const db = await shareTestDatabase();

/** Until some transaction of this database waits for a lock. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rows } = await db.owner.query<{ waits: boolean }>(
      'select exists (select 1 from pg_locks l join pg_stat_activity a using (pid) where a.datname = current_database() and not l.granted) as waits',
    );
    if (rows[0]?.waits === true) return;
    await wait(20);
  }
}

const scopeOf = (f: Forum) => ({ editionId: f.editionId, office: f.organiser.office }) as unknown as OrganiserScope & ParticipantScope;

test.each([
  ['changes', (w: Work, f: Forum, requestId: string) => updateRequest(w, { editionId: f.editionId, requestId, wish: 'must' })],
  ['withdraws', (w: Work, f: Forum, requestId: string) => withdrawRequest(w, { editionId: f.editionId, requestId })],
])('who %s a request holds nothing while it waits for the lock of the edition, so that nobody waits in a circle', async (_what, use) => {
  const f = await openForum(db);
  const requestId = await f.ask(f.ids.E01, f.ids.B01);
  let other: Promise<unknown> = Promise.resolve();
  const first = await f.as(f.organiser, async (w) => {
    await lockSchedule(w.tx, scopeOf(f));
    other = f.as<unknown>(f.organiser, (second) => use(second, f, requestId), 1);
    await somebodyWaits();
    return ok(await updateRequestRows(w.tx, scopeOf(f), [{ id: requestId, expectedVersion: 1, wish: 'no' }], w.now));
  });
  expect(valueOf(first)).toBe(true);
  expect(await other).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
});

test('requests are entered while somebody changes the roster', async () => {
  const f = await openForum(db);
  valueOf(
    await f.as(f.organiser, async (w) => {
      const changed = await updateParticipant(w, { editionId: f.editionId, participantId: f.ids.B02, seats: 2 });
      await f.ask(f.ids.E01, f.ids.B01, 'want', f.company);
      return changed;
    }),
  );
});

test('who is asked answers while somebody changes a meeting of the schedule', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01);
  valueOf(
    await f.as(f.organiser, async (w) => {
      await takeReleaseNumber(w.tx, scopeOf(f));
      await f.ask(f.ids.B01, f.ids.E01, 'want', f.buyerOne);
      return ok(null);
    }),
  );
});

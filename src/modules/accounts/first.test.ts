import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { getSession } from './api/get-session.ts';
let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
test('the session names the office and role', async () => {
  const { office, owner } = await db.foundOffice();
  const s = valueOf(await db.as(owner, getSession));
  expect(s.offices).toMatchObject([{ id: office, role: 'owner' }]);
  expect(valueOf(await db.as(null, getSession)).offices).toEqual([]);
});
test('enqueues', async () => {
  const { owner } = await db.foundOffice();
  await db.as(owner, async (w) => {
    await w.enqueue('plan-meetings', { planId: 'x' });
    return { ok: true, value: 1 };
  });
  expect((await db.owner.query('select data from jobs.job')).rows).toEqual([{ data: { planId: 'x' } }]);
});

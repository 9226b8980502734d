import { expect, test } from 'vitest';
import { ok } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { openForum, plannedForum, releaseForum } from '../forum-fixture.ts';
import { bookedOf } from './booked.ts';

const db = await shareTestDatabase();

test('a letter learns how many meetings each company has in the schedule in force, and nothing before there is one', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'must');
  const booked = async () => valueOf(await f.as(f.organiser, async (w) => ok(await bookedOf(w, editionId))));
  expect(await booked()).toBeNull();
  valueOf(await releaseForum(f, await plannedForum(db, f)));
  const found = await booked();
  expect([ids.E01, ids.B01, ids.B02].map((id) => found?.get(id))).toEqual([1, 1, undefined]);
});

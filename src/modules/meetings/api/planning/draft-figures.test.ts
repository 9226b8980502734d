// What is told of a draft is what is in it now, whatever became of the requests since it was searched for.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum, plannedForum } from '../forum-fixture.ts';
import { withdrawRequest } from '../requests/change-requests.ts';
import { getPlan, listPlans } from './get-plan.ts';
import { listDecisions } from './list-decisions.ts';

const db = await shareTestDatabase();

test('a meeting that was declined since is in no figure of the draft, wherever they are told', async () => {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  const requestId = await f.ask(f.ids.E02, f.ids.B02);
  const planId = await plannedForum(db, f);
  const { editionId } = f;
  const figures = async () => {
    const plan = valueOf(await f.as(f.organiser, (w) => getPlan(w, { editionId, planId })));
    const { entries } = valueOf(await f.as(f.organiser, (w) => listPlans(w, { editionId, limit: 10 })));
    const decisions = valueOf(await f.as(f.organiser, (w) => listDecisions(w, { editionId })));
    return [
      plan.summary?.params['placed'],
      plan.figures?.placed,
      entries[0]?.figures?.placed,
      JSON.stringify(decisions).includes('"placed":2'),
    ];
  };
  expect(await figures()).toEqual([2, 2, 2, true]);
  const later = (work: Work): Work => ({ ...work, now: new Date(work.now.getTime() + 60_000) });
  valueOf(await f.as(f.organiser, (w) => withdrawRequest(later(w), { editionId, requestId }), 1));
  expect(await figures()).toEqual([1, 1, 1, false]);
});

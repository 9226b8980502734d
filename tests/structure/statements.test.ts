// How often an answer may ask the database: round trips are what it costs most, and one more in a helper is one more in every answer.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headFiller } from '#app/server/page-head.ts';
import { statementsAsked } from '#platform/postgres/preparing-client.ts';
import { origin } from '../fixtures/app.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { openWorld } from '../fixtures/open-world.ts';
import type { World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 300_000);
afterAll(() => world.app.close());

const id = (name: string): string => world.thing(name).id;
const slug = (name: string): string => String(world.thing(name)['slug']);
const agenda = (): Input => ({ editionId: id('main'), participantId: id('E1') });

/** Asks as that person; an answer that is refused would be cheap. */
const asked =
  (who: string, operation: string, input: () => Input = () => ({})) =>
  async (): Promise<void> => {
    const answer = await call(world.app, operation, input(), { cookie: world.person(who).cookie });
    expect(answer.status, answer.text).toBe(200);
  };

const tie = (): Input => ({ tie: slug('public tie') });

/** The most statements of each answer, of which those that are foreseen are no way of their own: lowered where it can be, raised for a reason alone. */
const answers: readonly (readonly [answer: string, most: number, give: () => Promise<void>])[] = [
  ['session', 1, asked('town', 'accounts.getSession')],
  ['edition list', 2, asked('fair', 'expos.listEditions')],
  ['setup of an edition', 3, asked('fair', 'expos.getSetup', () => ({ editionId: id('main') }))],
  ['plan grid', 2, asked('fair', 'meetings.planGrid', () => ({ editionId: id('main'), planId: id('plan') }))],
  ['agenda, for its organiser', 1, asked('fair', 'meetings.getAgenda', agenda)],
  ['agenda, for whose it is', 1, asked('acme', 'meetings.getAgenda', agenda)],
  // What speakers said is asked of the programme on its own.
  ['to-do of an edition', 3, asked('fair', 'meetings.listDecisions', () => ({ editionId: id('main') }))],
  ['requests of an edition', 2, asked('fair', 'meetings.listRequests', () => ({ editionId: id('main') }))],
  ['desk', 7, asked('town', 'desk.openDesk', () => ({ officeId: world.offices.town }))],
  ['list of all ties', 3, asked('nobody', 'ties.listTies')],
  ['list of a city’s ties, for an office', 4, asked('town', 'ties.listTies', () => ({ city: slug('quay') }))],
  // What each side says of an exchange stands beside it.
  ['tie', 2, asked('nobody', 'ties.getTie', tie)],
  ['tie, for its office', 2, asked('town', 'ties.getTie', tie)],
  ['tie report', 4, asked('nobody', 'reports.getTieReport', tie)],
  ['head of the page of a report', 5, fillHead],
  // What came of the ties that were found orders them.
  ['search', 5, asked('nobody', 'cities.search', () => ({ q: 'cnry' }))],
  ['city, for an office', 2, asked('town', 'cities.getCity', () => ({ city: slug('quay') }))],
  ['profile of a city', 2, asked('nobody', 'cities.getProfile', () => ({ cityId: id('quay') }))],
];

async function fillHead(): Promise<void> {
  const fill = headFiller(world.app.db.database, origin)(`/ties/${slug('public tie')}/report`, 'en');
  expect((await fill?.())?.fill('<title></title>')).toContain('og:title');
}

test.each(answers)('%s: at most %i statements', async (_, most, give) => {
  let fewest = Infinity;
  // The first time something may be looked up once for all; jobs that were sent may ask beside us.
  for (let round = 0; round < 3; round++) {
    const before = statementsAsked();
    await give();
    fewest = Math.min(fewest, statementsAsked() - before);
  }
  expect(fewest).toBeLessThanOrEqual(most);
});

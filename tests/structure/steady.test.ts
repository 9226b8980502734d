// Answers that are given once more where the database says the same (`steady`): they must change with what they are made of, and end with the right to them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import { contract } from '#app/contract.ts';
import { call, type Input } from '../fixtures/calls.ts';
import { openWorld } from '../fixtures/open-world.ts';
import type { World } from '../fixtures/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 300_000);
afterAll(() => world.app.close());

const id = (name: string): string => world.thing(name).id;
const tie = (): Input => ({ tie: String(world.thing('public tie')['slug']) });
const change = (sql: string) => (word: string) => world.app.db.owner.query(sql, [word]);
const renameParticipants = change(
  `update expos.participant set name = jsonb_build_object('en', jsonb_build_object('text', $1::text, 'origin', 'human'))`,
);
const renameCities = change(`update cities.name set text = text || $1`);

const steady: readonly (readonly [operation: string, input: () => Input, rename: (word: string) => Promise<unknown>])[] = [
  ['meetings.getAgenda', () => ({ editionId: id('main'), participantId: id('E1') }), renameParticipants],
  ['meetings.groupGrid', () => ({ editionId: id('main'), groupId: id('exporters') }), renameParticipants],
  ['meetings.planGrid', () => ({ editionId: id('main'), planId: id('plan') }), renameParticipants],
  ['ties.getTie', tie, renameCities],
  ['reports.getTieReport', tie, renameCities],
];

test('every one of them is asked here', () => {
  const all = Object.entries(contract).flatMap(([module, procedures]) =>
    Object.entries<{ readonly '~orpc': { readonly meta: ProcedureMeta } }>(procedures).flatMap(
      ([
        name,
        {
          '~orpc': { meta },
        },
      ]) => (meta.steady === true ? [`${module}.${name}`] : []),
    ),
  );
  expect(all.toSorted()).toEqual(steady.map(([operation]) => operation).toSorted());
});

test.for(steady)('%s: the same as long as nothing changes, then what is so by now', async ([operation, input, rename]) => {
  const ask = () => call(world.app, operation, input(), { cookie: world.person('fair').cookie });
  const texts: string[] = [];
  for (let n = 0; n < 4; n += 1) texts.push((await ask()).text);
  expect(texts[0]?.length).toBeGreaterThan(500);
  expect(new Set(texts).size).toBe(1);
  const word = `by now ${operation}`;
  await rename(word);
  expect((await ask()).text).toContain(word);
});

test('whoever is no longer in the office is refused what was given to them before', async () => {
  const { cookie, account } = world.person('fair viewer');
  const ask = () => call(world.app, 'meetings.planGrid', { editionId: id('main'), planId: id('plan') }, { cookie });
  for (let n = 0; n < 4; n += 1) expect((await ask()).status).toBe(200);
  await world.app.db.owner.query('delete from accounts.membership where account = $1', [account]);
  expect((await ask()).status).toBe(404);
});

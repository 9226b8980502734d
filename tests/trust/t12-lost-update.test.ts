// T12: a change of a thing that was changed meanwhile is refused (412), one that does not say what it saw, too (428).
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { call } from '../fixtures/calls.ts';
import type { Change } from '../fixtures/change.ts';
import { changesOf, versionNow } from '../fixtures/changes.ts';
import { hashesOf } from '../fixtures/database/database-hash.ts';
import { everyProcedure } from '../fixtures/procedures.ts';
import { openWorld } from '../fixtures/open-world.ts';
import { text, type World } from '../fixtures/world.ts';

let world: World;
let changes: ReadonlyMap<string, Change>;
beforeAll(async () => {
  world = await openWorld();
  changes = changesOf(world);
});
afterAll(() => world.app.close());

const guarded = everyProcedure.filter(({ meta }) => meta.guarded === true);

/** Changes by PATCH, PUT and DELETE that have no version to compare: each replaces nothing that somebody else may have edited. */
const unguarded = [
  'accounts.updateAccount',
  'accounts.changeRole',
  'accounts.removeMember',
  'accounts.disableMember',
  'accounts.enableMember',
  'accounts.revokeKey',
  'accounts.removeWebhook',
  'accounts.declineInvitation',
  'cities.unrelateCities',
  'ties.judgeDuplicate',
  'ties.forgetVerdict',
  'meetings.withdrawAbsence',
  'outcomes.chooseRates',
  'outcomes.restoreEvidence',
  'desk.revokeCalendar',
  'meetings.revokeFeed',
  'meetings.revokeInterpreterFeed',
];

const changeOf = (operation: string): Change => changes.get(operation) ?? expect.fail(operation);

async function ask(operation: string, version: number | undefined): Promise<string> {
  const { input, by } = changeOf(operation);
  const answer = await call(world.app, operation, input, { cookie: world.person(by).cookie, version });
  return `${answer.status} ${String((answer.body as { readonly code?: string } | null)?.code)}`;
}

test('every change of a thing that can be edited is guarded', () => {
  const open = everyProcedure.filter(({ method, meta }) => ['PATCH', 'PUT', 'DELETE'].includes(method) && meta.guarded !== true);
  expect(open.map(({ operation }) => operation).sort()).toEqual([...unguarded].sort());
  expect(guarded.length).toBeGreaterThan(20);
});

test('without If-Match every guarded change is refused with 428, with a stale one with 412, and nothing is written', async () => {
  const before = await hashesOf(world.app.db);
  const answers: Record<string, readonly string[]> = {};
  for (const { operation } of guarded) {
    const version = (await versionNow(world, changeOf(operation))) ?? expect.fail(`${operation} has no version`);
    answers[operation] = [await ask(operation, undefined), await ask(operation, version + 1), await ask(operation, version - 1)];
  }
  const wanted = ['428 kernel.precondition_missing', '412 kernel.stale', '412 kernel.stale'];
  expect(Object.entries(answers).filter(([, given]) => given.join() !== wanted.join())).toEqual([]);
  expect(await hashesOf(world.app.db)).toEqual(before);
});

test('a version that is no version counts as none', async () => {
  const { input, by } = changeOf('expos.updateEdition');
  const path = `/api/v1/editions/${String(input['editionId'])}`;
  for (const value of ['*', '1', '"x"', '"1", "2"', ''])
    expect(
      (await world.app.ask('PATCH', path, { cookie: world.person(by).cookie ?? '', json: input, headers: { 'if-match': value } })).status,
      value,
    ).toBe(428);
});

/** Two people read the same version; both save. */
async function race(operation: string, first: Readonly<Record<string, unknown>>, second: Readonly<Record<string, unknown>>) {
  const { input, by } = changeOf(operation);
  const version = await versionNow(world, changeOf(operation));
  const save = (more: Readonly<Record<string, unknown>>) =>
    call(world.app, operation, { ...input, ...more }, { cookie: world.person(by).cookie, version });
  return [await save(first), await save(second)] as const;
}

test.each([
  ['expos.updateEdition', { name: text('First') }, { name: text('Second') }],
  ['expos.updateParticipant', { officeId: null, seats: 2 }, { officeId: null, seats: 3 }],
  ['meetings.updateRequest', { wish: 'want', note: 'First' }, { wish: 'want', note: 'Second' }],
])('of two who save the same version by %s the second is told, and the first keeps what was saved', async (operation, first, second) => {
  const [saved, late] = await race(operation, first, second);
  expect([saved.status, late.status]).toEqual([200, 412]);
  const { version } = saved.body as { readonly version: number };
  expect(saved.headers.get('etag')).toBe(`"${version}"`);
  expect(await versionNow(world, changeOf(operation))).toBe(version);
  const { officeId: _office, ...kept } = { officeId: null, ...first };
  expect(saved.body).toMatchObject(kept);
});

test('of two who move the same meeting of a draft the second is told', async () => {
  const copy = await world.does('fair', 'meetings.copyPlan', { editionId: world.thing('main').id, planId: world.thing('plan').id });
  // On the eve: nothing is moved into a time that has begun.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2019-11-05T08:00:00Z') });
  onTestFinished(() => void vi.useRealTimers());
  const { input } = changeOf('meetings.movePlacement');
  const { cookie } = world.person('fair');
  const { editionId, meetingId } = input;
  const meeting = { editionId, meetingId, planId: copy.id };
  const act = (operation: string, more: object, version: number) =>
    call(world.app, operation, { ...meeting, ...more }, { cookie, version });
  const move = (version: number) => act('meetings.movePlacement', { ...input, planId: copy.id }, version);
  const moved = await move(copy.version);
  expect([moved.status, (await act('meetings.unplaceMeeting', {}, copy.version)).status]).toEqual([200, 412]);
  const { version } = moved.body as { readonly version: number };
  expect((await act('meetings.pinMeeting', {}, version)).status).toBe(200);
  expect((await move(version)).status).toBe(412);
});

test('saved at the same moment, exactly one of eight wins', async () => {
  const { input, by } = changeOf('expos.updateEdition');
  const version = await versionNow(world, changeOf('expos.updateEdition'));
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      call(world.app, 'expos.updateEdition', { ...input, name: text(`Racer ${i}`) }, { cookie: world.person(by).cookie, version }),
    ),
  );
  expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
});

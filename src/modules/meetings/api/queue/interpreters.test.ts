// Who interprets in a queue that goes on, and what the organiser's to-do knows of it.
import { expect, test } from 'vitest';
import { createInterpreter } from '#modules/expos/api/change-interpreters.ts';
import { onRosterChanged } from '#modules/expos/api/settle-audience.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { listDecisions } from '../planning/list-decisions.ts';
import { queueFollowsRoster } from './follow-wishes.ts';
import { forgetQueue } from './kept-queue.ts';
import { arrived, clock, queueDayOn } from './queue-fixture.ts';

const db = await shareTestDatabase();
onRosterChanged(queueFollowsRoster);

test('the organiser’s to-do knows of a queue that goes on: what it waits for, and the way there', async () => {
  const d = await queueDayOn(db);
  const { f, editionId } = d;
  const told = async (time: string) =>
    valueOf(await d.at(f.organiser, time, (w) => listDecisions(w, { editionId }))).entries.find(({ kind }) => kind === 'queue_calls');
  expect(await told('08:40')).toMatchObject({
    title: { code: 'meetings.decision_queue_opens', params: { opens: '09:00' } },
    attention: false,
  });
  valueOf(await d.tell('09:05', ...arrived(f, 'E01', 'B01', 'B02', 'E02')));
  expect(await told('09:06')).toMatchObject({
    title: { code: 'meetings.decision_queue_calls', params: { closes: '16:30' } },
    detail: { params: { calls: 1, late: 0, tables: 1, musts: 1 } },
    attention: false,
  });
  expect(await told('09:20')).toMatchObject({ detail: { params: { late: 1 } }, attention: true });
  expect(await told('16:31')).toBeUndefined();
});

test('interpreters come later, stay until an hour and go: the queue calls with those who are here, and one who joins the edition joins it', async () => {
  const d = await queueDayOn(db);
  const { f, editionId } = d;
  const interpreters = async (time: string) => (await d.board(time)).interpreters.map(({ name, state, until }) => ({ name, state, until }));
  const known = await interpreters('09:00');
  expect(known.map(({ state }) => state)).toEqual(known.map(() => 'free'));
  const contact = { surname: '', givenName: '', nameOrder: 'given_first' as const, email: null, phone: null };
  const facts = { editionId, languages: ['zh', 'en'], unavailable: [], longestMinutes: null, restMinutes: null, contact };
  const { id } = valueOf(await d.at(f.organiser, '09:01', (w) => createInterpreter(w, { ...facts, name: 'Zz New' })));
  const added = async (time: string) => (await d.board(time)).interpreters.find((one) => one.id === id);
  expect(await added('09:02')).toMatchObject({ name: 'Zz New', state: 'gone', until: null });
  valueOf(await d.tell('09:03', { kind: 'interpreterComes', interpreterId: id, until: clock('12:00') }));
  expect(await added('09:04')).toMatchObject({ state: 'free', until: '2019-11-06T04:00:00Z' });
  expect(await added('12:01')).toMatchObject({ state: 'gone' });
  valueOf(await d.tell('12:30', { kind: 'interpreterComes', interpreterId: id }));
  expect(await added('12:31')).toMatchObject({ state: 'free', until: null });
  forgetQueue((await d.board('12:31')).id);
  expect(await added('12:31')).toMatchObject({ state: 'free', until: null });
  valueOf(await d.tell('12:32', { kind: 'interpreterGoes', interpreterId: id }));
  expect(await added('12:33')).toMatchObject({ state: 'gone' });
});

test('a call has one time, that at which it is shown, in the list of calls and at its table', async () => {
  const d = await queueDayOn(db);
  valueOf(await d.tell('09:05', ...arrived(d.f, 'E01', 'B01')));
  const { talks, tables } = await d.board('09:06');
  expect(tables.find(({ state }) => state === 'called')?.since).toBe(talks[0]?.goesOutAt);
});

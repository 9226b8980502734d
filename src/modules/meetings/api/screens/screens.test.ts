import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import { cellOf, openForum, origin, releasedForum, type Forum } from '../forum-fixture.ts';
import { cancelBooking, moveBooking } from '../schedule/change-booking.ts';
import type { Asked } from '../../contract.ts';
import { createScreen, endScreen, listScreens, setScreen } from './keep-screens.ts';
import { getWall } from './show-wall.ts';

const db = await shareTestDatabase();

const wallAt = async (f: Forum, time: string, more: Partial<Asked<'getWall'>> = {}) => {
  const now = new Date(`2019-11-0${time}:00+08:00`);
  const asked = { editionId: f.editionId, shows: 'schedule', names: 'companies', hall: '', ...more } as const;
  const { schedule } = valueOf(await f.as(f.organiser, (w) => getWall({ ...w, now }, asked)));
  return schedule ?? expect.fail('no schedule');
};

test('a screen shows what begins next at which table, both sides by number, and by name only where the organiser says so', async () => {
  const f = await releasedForum(db);
  const named = await wallAt(f, '6T08:50');
  expect(named).toMatchObject({ released: true, moreBegin: 0, changes: [] });
  expect(named.begins).toMatchObject([{ place: { kind: 'table', hall: 'A' }, parties: [{ code: 'E01' }, { code: 'B01' }] }]);
  expect(JSON.stringify(named)).toContain('Company E01');
  expect(JSON.stringify(await wallAt(f, '6T08:50', { names: 'numbers' }))).not.toContain('Company');
  // Who interprets is a person.
  expect(JSON.stringify(named)).not.toContain('Gu');
  expect((await wallAt(f, '6T08:50', { hall: 'B' })).begins).toEqual([]);
  expect((await wallAt(f, '6T18:00')).begins).toEqual([]);
  expect(await wallAt(await openForum(db), '6T08:50')).toMatchObject({ released: false, begins: [] });
});

test('a screen tells what was changed in the last half hour, and not what was taken back meanwhile', async () => {
  const f = await releasedForum(db);
  const { meetingId, placeId } = await cellOf(f, 'E01');
  const [first, last] = [f.slots[0] ?? '', f.slots[5] ?? ''];
  const { slotId: was } = await cellOf(f, 'E01');
  const move = async (slotId: string) =>
    valueOf(await f.as(f.organiser, (w) => moveBooking(w, { editionId: f.editionId, meetingId, slotId, placeId }, origin)));
  await move(was === last ? first : last);
  expect((await wallAt(f, '5T16:05')).changes).toMatchObject([{ meetingId, kind: 'moved', parties: [{ code: 'E01' }, { code: 'B01' }] }]);
  expect((await wallAt(f, '5T17:00')).changes).toEqual([]);
  await move(was);
  expect((await wallAt(f, '5T16:05')).changes).toEqual([]);
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  expect((await wallAt(f, '5T16:05')).changes).toMatchObject([{ meetingId, kind: 'removed', after: null }]);
});

const settings = { name: 'Entrance', shows: 'schedule', names: 'numbers', hall: '', theme: 'dark' } as const;

test('the organiser alone makes screens, each in a hall that there is, and sees when one was never opened', async () => {
  const f = await releasedForum(db);
  const { editionId } = f;
  // A link is made by the clock of the database.
  const make = (more: Partial<Asked<'createScreen'>> = {}) =>
    db.as(f.organiser.owner, (w) => createScreen(w, { editionId, ...settings, ...more }, origin));
  expect(await make({ hall: 'Z' })).toMatchObject({ refusal: { problems: [{ path: ['hall'], code: 'meetings.hall_unknown' }] } });
  for (const who of [f.company, f.stranger])
    expect(await f.as(who, (w) => createScreen(w, { editionId, ...settings }, origin))).toMatchObject({ ok: false });
  const made = valueOf(await make({ hall: 'A' }));
  expect(made.address).toMatch(new RegExp(`^${origin}/in#hansa_link_`));
  const list = async () => valueOf(await f.as(f.organiser, (w) => listScreens(w, { editionId }))).entries;
  expect(await list()).toMatchObject([{ id: made.id, name: 'Entrance', hall: 'A', state: 'unopened', seenAt: null }]);
  const onScreen = { editionId, screenId: made.id };
  valueOf(await f.as(f.organiser, (w) => setScreen(w, { ...onScreen, ...settings, names: 'companies' })));
  expect(await list()).toMatchObject([{ hall: '', names: 'companies' }]);
  expect(await f.as(f.stranger, (w) => endScreen(w, onScreen))).toMatchObject({ ok: false });
  valueOf(await f.as(f.organiser, (w) => endScreen(w, onScreen)));
  expect(await list()).toEqual([]);
  for (const again of [endScreen, (w: Parameters<typeof endScreen>[0]) => setScreen(w, { ...onScreen, ...settings })])
    expect(await f.as(f.organiser, (w) => again(w, onScreen))).toMatchObject({ refusal: { code: 'meetings.screen_unknown' } });
});

test('an edition has so many screens and no more', async () => {
  const f = await openForum(db);
  const make = () => db.as(f.organiser.owner, (w) => createScreen(w, { editionId: f.editionId, ...settings }, origin));
  for (let i = 0; i < 50; i += 1) valueOf(await make());
  expect(await make()).toMatchObject({ refusal: { code: 'meetings.too_many_screens', params: { most: 50 } } });
});

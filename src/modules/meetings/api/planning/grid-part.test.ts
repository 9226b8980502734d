// A part of a grid: the tables, the time or the meeting that are looked at, of a draft as of the schedule in force.
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Answer, Asked } from '../../contract.ts';
import { openForum, plannedForum, releaseForum } from '../forum-fixture.ts';
import { scheduleGrid } from '../schedule/list-releases.ts';
import { planGrid } from './get-plan.ts';

const db = await shareTestDatabase();
const f = await openForum(db, { tables: 4, days: 2 });
await f.ask(f.ids.E01, f.ids.B01, 'must');
await f.ask(f.ids.B02, f.ids.E02);
const planId = await plannedForum(db, f);
valueOf(await releaseForum(f, planId));

type Grid = Answer<'planGrid'>;
type Part = Omit<Asked<'scheduleGrid'>, 'editionId'>;
const grids = [
  ['a draft', async (part: Part) => valueOf(await f.as(f.organiser, (w) => planGrid(w, { editionId: f.editionId, planId, ...part })))],
  ['the schedule', async (part: Part) => valueOf(await f.as(f.organiser, (w) => scheduleGrid(w, { editionId: f.editionId, ...part })))],
] as const;

/** Every meeting in words, wherever its indexes point. */
const said = (grid: Grid): readonly string[] =>
  grid.cells.map(({ number, slot, place, a, b }) =>
    [number, grid.slots[slot]?.startsAt, grid.places[place]?.code, grid.participants[a]?.code, grid.participants[b]?.code].join(' '),
  );

test.each(grids)('of %s so many tables, one time or one meeting can be asked for; together they are the whole', async (_, ask) => {
  const whole = await ask({});
  expect([whole.part, whole.cells.length]).toEqual([null, 2]);
  const parts = await Promise.all([0, 1, 2, 3].map((fromTable) => ask({ fromTable, tables: 1 })));
  expect(parts.flatMap(said).sort()).toEqual([...said(whole)].sort());
  for (const part of parts) {
    expect(part.participants.length).toBe(2 * part.cells.length);
    expect(part.places).toEqual(whole.places);
  }
  expect(parts[1]?.part).toEqual({ fromTable: 1, tables: 1, slotId: null });
  const times = await Promise.all(whole.slots.map(({ id: slotId }) => ask({ slotId })));
  expect(times.flatMap(said).sort()).toEqual([...said(whole)].sort());
  const [cell] = whole.cells;
  const alone = await ask({ meetingId: cell?.meetingId });
  expect([said(alone), alone.part?.tables]).toEqual([said(whole).slice(0, 1), 0]);
});

test.each(grids)('of %s a meeting that stands nowhere is in no part', async (_, ask) => {
  expect((await ask({ meetingId: f.editionId })).cells).toEqual([]);
});

test.each(grids)('of %s every part tells of all the days how many meetings they hold', async (_, ask) => {
  const { days, meetingsOnDays, cells, slots } = await ask({});
  expect([days, meetingsOnDays[0] ?? 0, meetingsOnDays[1] ?? 0].flat()).toEqual([
    ...['2019-11-06', '2019-11-07'],
    ...['2019-11-06', '2019-11-07'].map((day) => cells.filter(({ slot }) => slots[slot]?.startsAt.startsWith(day)).length),
  ]);
  for (const day of days) expect((await ask({ day })).meetingsOnDays).toEqual(meetingsOnDays);
  const meetingId = cells[0]?.meetingId ?? '';
  expect((await ask({ meetingId })).meetingsOnDays).toEqual(meetingsOnDays);
});

import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Result } from '#kernel/result.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { tellDoor } from '../door/tell-door.ts';
import { openForum } from '../forum-fixture.ts';
import { openQueue } from './open-queue.ts';
import { getQueue } from './show-queue.ts';

const db = await shareTestDatabase();

const clock = (time: string): string => new Date(`2019-11-06T${time}:00+08:00`).toISOString();
const rules = { talkMinutes: { shortest: 20, usual: 40, longest: 60 }, changeMinutes: 3, standsSeconds: 20 };

test('who was checked in at the door before the queue was opened is here for it, and from then on the door tells it who comes, goes or was a mistake', async () => {
  const f = await openForum(db);
  const { editionId, ids } = f;
  await f.ask(ids.E01, ids.B01, 'must');
  const at = <T>(time: string, use: (work: Work) => Promise<Result<T>>) =>
    f.as(f.organiser, (w) => use({ ...w, now: new Date(clock(time)) }));
  const door = (time: string, what: Asked<'tellDoor'>['happenings'][number]['what'], told = v7()) =>
    at(time, (w) => tellDoor(w, { editionId, happenings: [{ told, what }] }));
  valueOf(await door('08:10', { kind: 'arrived', participantId: ids.E01 }));
  valueOf(await door('08:11', { kind: 'arrived', participantId: ids.B02 }));
  valueOf(await door('08:12', { kind: 'left', participantId: ids.B02 }));
  const hours = { opensAt: clock('09:00'), closesAt: clock('16:30') };
  const asked = { editionId, ...rules, ...hours, seating: 'any' as const, pairs: 'unscheduled' as const, expected: [], bound: [] };
  valueOf(await at('08:30', (w) => openQueue(w, asked)));
  const here = async (time: string) => {
    const { queue } = valueOf(await at(time, (w) => getQueue(w, { editionId })));
    return [queue?.figures.exhibitors, queue?.figures.buyers];
  };
  expect(await here('08:31')).toEqual([1, 0]);
  const mistake = v7();
  valueOf(await door('08:40', { kind: 'arrived', participantId: ids.B02 }, mistake));
  expect(await here('08:41')).toEqual([1, 1]);
  valueOf(await door('08:42', { kind: 'takeBack', of: mistake }));
  expect(await here('08:43')).toEqual([1, 0]);
  valueOf(await door('09:05', { kind: 'arrived', participantId: ids.B01 }));
  const { queue } = valueOf(await at('09:05', (w) => getQueue(w, { editionId })));
  expect(queue?.talks.map((talk) => talk.rotating.code)).toEqual(['B01']);
  valueOf(await door('09:06', { kind: 'left', participantId: ids.E01 }));
  expect(valueOf(await at('09:06', (w) => getQueue(w, { editionId }))).queue?.talks).toEqual([]);
});

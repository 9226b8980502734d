// The forum with a live queue on its day, for tests.
import { expect } from 'vitest';
import { v7 } from 'uuid';
import type { Result } from '#kernel/result.ts';
import { valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../../contract.ts';
import { openForum, type Forum } from '../forum-fixture.ts';
import { openQueue } from './open-queue.ts';
import { getQueue } from './show-queue.ts';
import { tellQueue } from './tell-queue.ts';

export const day = '2019-11-06';
export const clock = (time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
export const rules = { talkMinutes: { shortest: 20, usual: 40, longest: 60 }, changeMinutes: 3, standsSeconds: 20 };
export type What = Asked<'tellQueue'>['happenings'][number]['what'];

/** The forum with its queue, and everybody's doings at a time of the day. */
export async function queueDayOn(db: TestDatabase, more: Partial<Asked<'openQueue'>> = {}) {
  const f = await openForum(db);
  await f.ask(f.ids.E01, f.ids.B01, 'must');
  await f.ask(f.ids.E01, f.ids.B02, 'want');
  await f.ask(f.ids.E02, f.ids.B01, 'want');
  const at = <T>(who: TestOffice, time: string, use: (work: Work) => Promise<Result<T>>) =>
    f.as(who, (work) => use({ ...work, now: new Date(clock(time)) }));
  const { editionId } = f;
  const input = {
    ...{ editionId, ...rules, opensAt: clock('09:00'), closesAt: clock('16:30') },
    ...{ seating: 'own' as const, pairs: 'unscheduled' as const, expected: [], bound: [] },
    ...more,
  };
  const opened = await at(f.organiser, '08:30', (w) => openQueue(w, input));
  const tell = (time: string, ...whats: readonly What[]) =>
    at(f.organiser, time, (w) => tellQueue(w, { editionId, happenings: whats.map((what) => ({ told: v7(), what })) }));
  const board = async (time: string) => {
    const { queue } = valueOf(await at(f.organiser, time, (w) => getQueue(w, { editionId })));
    return queue ?? expect.fail('no queue');
  };
  const calls = async (time: string) => (await board(time)).talks.map((t) => `${t.rotating.code} → ${t.place.code}`);
  return { f, at, opened, tell, board, calls, editionId };
}
export const arrived = (f: Forum, ...codes: readonly (keyof Forum['ids'])[]): readonly What[] =>
  codes.map((code) => ({ kind: 'arrive', participantId: f.ids[code] }));

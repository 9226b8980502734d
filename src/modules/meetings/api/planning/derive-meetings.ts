// Keeps the meetings on record in step with the requests that stand.
import type { Work } from '#platform/work.ts';
import { deriveMeetings, meetingChanges } from '../../domain/planning/derive-meetings.ts';
import type { OrganiserScope } from '../../domain/scopes.ts';
import { insertMeetings, loadMeetings, lockSchedule, takeNumbers, updateMeetings } from '../../store/meetings.ts';
import { queueFollowsWishes } from '../queue/follow-wishes.ts';
import { loadRules } from '../../store/request-rules.ts';
import { loadRequestFacts } from '../../store/requests.ts';
import { loadSides } from '../../store/sides.ts';

/**
 * Derives the meetings of the given pairs, whose requests are locked, or of the whole edition, whose lock it takes, and keeps what changed.
 * Runs as the organiser, who alone sees the requests of both sides.
 * @returns how many meetings were added or changed
 */
export async function rederiveMeetings(work: Work, scope: OrganiserScope, pairs?: readonly (readonly [string, string])[]): Promise<number> {
  const among = pairs === undefined ? undefined : [...new Set(pairs.flat())];
  if (pairs === undefined) await lockSchedule(work.tx, scope);
  const { tx, now } = work;
  const [sides, requests, { rules }, known] = await Promise.all([
    loadSides(tx, scope.editionId, among),
    loadRequestFacts(tx, scope.editionId, pairs),
    loadRules(tx, scope.editionId),
    loadMeetings(tx, scope.editionId, among),
  ]);
  const derived = deriveMeetings(requests, sides, { rules, now: now.getTime() });
  const keys = new Set(pairs?.map(([x, y]) => [x, y].sort().join(' ')));
  const concerned = pairs === undefined ? known : known.filter((m) => keys.has([m.a, m.b].sort().join(' ')));
  const { added, changed } = meetingChanges(concerned, derived);
  const first = added.length === 0 ? 0 : await takeNumbers(work.tx, scope, added.length);
  const numbered = added.map((m, i) => ({ ...m, id: work.newId<'Meeting'>(), number: first + i, fixedSlot: null }));
  await insertMeetings(work.tx, scope, numbered);
  await updateMeetings(work.tx, scope, changed);
  if (numbered.length + changed.length > 0) await queueFollowsWishes(work, scope, among);
  return numbered.length + changed.length;
}

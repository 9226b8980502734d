import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '#platform/full-size.ts';
import type { Placed } from '../edition-facts.ts';
import { meetingOf, placedAt, smallEdition } from '../edition-fixture.ts';
import { aroundChange } from './around-change.ts';
import { causedConflicts, draftConflicts } from './draft-conflicts.ts';
import { plannerInput } from './planner-facts.ts';

const edition = smallEdition({ B01: { languages: ['zh'] }, E02: { maxMeetings: 1 } });
const pairs = [
  ['E01', 'B01'],
  ['E01', 'B02'],
  ['E02', 'B01'],
  ['E02', 'B02'],
] as const;
const meetings = pairs.map(([a, b], n) => meetingOf(n + 1, a, b));
const orders = [{ earlier: 'm1', later: 'm4' }];

/** Some of the meetings, anywhere: also where they clash. */
const schedule = fc
  .tuple(
    ...meetings.map(({ id }) =>
      fc.option(
        fc
          .tuple(fc.constantFrom('s1', 's2', 's3', 's4'), fc.constantFrom('t1', 't2'), fc.constantFrom(null, 'i1'))
          .map(([slot, place, interpreterId]) => placedAt(id, slot, place, { interpreterId })),
      ),
    ),
  )
  .map((placed) => placed.filter((one): one is Placed => one !== null));

const caused = (before: readonly Placed[], after: readonly Placed[], among: ReadonlySet<string> | null) => {
  const conflictsOf = (placed: readonly Placed[]) => {
    const held = placed.filter(({ meetingId }) => among?.has(meetingId) ?? true);
    const ids = new Set(held.map(({ meetingId }) => meetingId));
    const input = plannerInput(edition, { meetings: meetings.filter(({ id }) => ids.has(id)), orders, pins: [] });
    return draftConflicts(edition, input, held).filter(({ severity }) => severity === 'hard');
  };
  return causedConflicts(conflictsOf(before), conflictsOf(after))
    .map(({ reason, slotId, meetings: of }) => `${reason.code} ${slotId ?? ''} ${[...of].sort().join(' ')}`)
    .sort();
};

test('what a change causes is found among the meetings around it, whatever else there is', () => {
  fc.assert(
    fc.property(schedule, schedule, (before, after) => {
      expect(caused(before, after, aroundChange({ meetings, orders }, before, after))).toEqual(caused(before, after, null));
    }),
    { numRuns: rounds(300) },
  );
  // One that moves leaves those alone that share neither time nor people with it.
  const [before, after] = [
    [placedAt('m1', 's1', 't1'), placedAt('m4', 's3', 't1')],
    [placedAt('m1', 's2', 't1'), placedAt('m4', 's3', 't1')],
  ];
  expect([...aroundChange({ meetings, orders: [] }, before, after)]).not.toContain('m4');
});

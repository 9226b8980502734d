// Explanations, over random plans: the reasons are the fewest, what is offered helps by the verifier's word, and nothing cheaper would.
// `npm run trust -- plans` asks of two thousand plans.
import { expect, test } from 'vitest';
import { blockersAt, boardWith, type Blocker } from '#scheduler/core/blockers.ts';
import { conflictsOf } from '#scheduler/core/conflicts.ts';
import { planGreedily } from '#scheduler/core/engines/greedy.ts';
import { explainer } from '#scheduler/core/explain.ts';
import { costOfHelps, type Help } from '#scheduler/core/helps.ts';
import type { Facts, Placement } from '#scheduler/core/model.ts';
import { randomFrom } from '#scheduler/core/random.ts';
import { randomFacts } from '#scheduler/core/facts-fixture.ts';
import { applied } from '#scheduler/core/helps-fixture.ts';
import { validate } from '#scheduler/core/validate.ts';
import { violationsOf } from '#scheduler/core/verify.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const plans = full ? 2_000 : 12;
const timeout = full ? 1_200_000 : 240_000;

interface Left {
  readonly seed: number;
  readonly facts: Facts;
  readonly placements: readonly Placement[];
  readonly meeting: number;
}

/** Each meeting that is left out of a random plan; no wishes for pinned slots, which only the facts can give up. */
const eachLeftOut = (check: (left: Left) => void): number => {
  let count = 0;
  for (let seed = 1; seed <= plans; seed += 1) {
    const drawn = randomFacts(randomFrom(seed), { people: 5, meetings: 12, slots: 4, places: 2 });
    const facts = { ...drawn, meetings: drawn.meetings.map((one) => ({ ...one, pinnedSlot: null })) };
    if (!validate(facts).ok) continue;
    const { placements } = planGreedily(facts, { seed, iterations: 0, patience: 20 });
    const held = new Set(placements.map(({ meeting }) => meeting));
    facts.meetings.forEach((_, meeting) => {
      if (held.has(meeting)) return;
      count += 1;
      check({ seed, facts, placements, meeting });
    });
  }
  return count;
};

/** Whether the verifier lets a meeting be held somewhere beside the others, and at the own stand where there is one. */
const fits = (facts: Facts, placements: readonly Placement[], meeting: number, slots = [...facts.slots.keys()]): Placement | null => {
  for (const slot of slots) {
    for (const place of facts.places.keys()) {
      for (const resource of [null, ...facts.resources.keys()]) {
        const way = { meeting, slot, place, resource, pinned: false };
        if (violationsOf(facts, [way]).length > 0 || violationsOf(facts, [...placements, way]).length > 0) continue;
        if (!conflictsOf(facts, [way]).some(({ code }) => code === 'meetings.reason_away_from_stand')) return way;
      }
    }
  }
  return null;
};

const indexIn = (id: unknown): number => Number(String(id).slice(1));

/** Whether changes make room: the meeting fits, and so does the one that was moved, in the slot named. */
const helped = ({ facts, placements, meeting }: Left, changes: readonly Help[]): boolean => {
  let [nowFacts, nowPlacements] = [facts, placements] as readonly [Facts, readonly Placement[]];
  for (const change of changes) [nowFacts, nowPlacements] = applied(nowFacts, nowPlacements, meeting, change);
  const [move] = changes;
  if (move?.code !== 'meetings.help_move') return fits(nowFacts, nowPlacements, meeting) !== null;
  const other = indexIn(move.params['meeting']);
  // Both ways round: one may leave the other a table that suits it.
  const otherFirst = fits(nowFacts, nowPlacements, other, [indexIn(move.params['toSlot'])]);
  if (otherFirst !== null && fits(nowFacts, [...nowPlacements, otherFirst], meeting) !== null) return true;
  const ownFirst = fits(nowFacts, nowPlacements, meeting);
  return ownFirst !== null && fits(nowFacts, [...nowPlacements, ownFirst], other, [indexIn(move.params['toSlot'])]) !== null;
};

test(`whatever is offered makes room, in ${plans} random plans`, { timeout }, () => {
  const seen = new Set<string>();
  const asked = eachLeftOut((left) => {
    const { helps } = explainer(left.facts, left.placements)(left.meeting);
    expect(helps.length).toBeGreaterThan(0);
    for (const changes of helps) {
      for (const { code } of changes) seen.add(code);
      expect([left.seed, left.meeting, changes, helped(left, changes)]).toEqual([left.seed, left.meeting, changes, true]);
    }
  });
  expect(asked).toBeGreaterThan(plans);
  expect(seen.size).toBeGreaterThan(5);
});

const nameOf = (blocker: Blocker): string => {
  if (blocker.kind === 'limit' || blocker.kind === 'away' || blocker.kind === 'seats') return `${blocker.kind} ${blocker.participant}`;
  if (blocker.kind === 'order') return `order ${blocker.earlier} ${blocker.later}`;
  if (blocker.kind === 'interpreter') return `interpreter ${blocker.why}`;
  return blocker.kind === 'stand' ? `stand ${blocker.place}` : blocker.kind;
};

/** The size of the smallest set of names that meets every slot's, by trying all sets. */
const smallest = (bySlot: readonly (readonly string[])[]): number => {
  const names = [...new Set(bySlot.flat())];
  let best = names.length;
  for (let set = 0; set < 2 ** names.length; set += 1) {
    const chosen = new Set(names.filter((_, at) => (set >> at) % 2 === 1));
    if (chosen.size < best && bySlot.every((there) => there.some((name) => chosen.has(name)))) best = chosen.size;
  }
  return best;
};

test(`no shorter list of reasons rules out every slot, in ${plans} random plans`, { timeout }, () => {
  eachLeftOut(({ seed, facts, placements, meeting }) => {
    const board = boardWith(facts, placements);
    const length = facts.meetings[meeting]?.lengthSlots ?? 1;
    const bySlot = facts.slots.map((_, slot) => blockersAt(board, meeting, slot, length).map(nameOf));
    const { reasons } = explainer(facts, placements)(meeting);
    const ruling = reasons.filter(({ code }) => code !== 'meetings.blocked_no_common_slot');
    expect([seed, meeting, ruling.length]).toEqual([seed, meeting, smallest(bySlot)]);
  });
});

const help = (code: string, params: Help['params']): Help => ({ code, params });

/** Every single change that there are words for, and every move of another meeting to another slot. */
const allChanges = ({ facts, placements, meeting }: Left): Help[] => {
  const slots = facts.slots.map(({ id }) => id);
  const people = (facts.meetings[meeting]?.participants ?? []).flatMap((who) => facts.participants[who] ?? []);
  const languages = [...new Set(people.flatMap((one) => one.languages.slice(0, 1)))].join(', ');
  const moves = placements.flatMap(({ meeting: other, slot: from }) =>
    slots.flatMap((toSlot, to) => {
      if (from === to) return [];
      return [{ code: 'meetings.help_move', params: { meeting: `m${other}`, slot: `s${from}`, toSlot } }];
    }),
  );
  return [
    ...moves,
    ...facts.places.flatMap(({ id: place, closedSlots, owner, capacity }) => [
      ...closedSlots.map((slot) => ({ code: 'meetings.help_open_place', params: { place, slot: `s${slot}` } })),
      ...(owner === null ? [] : [help('meetings.help_add_capacity', { place, slot: 's0', capacity: capacity + 1 })]),
    ]),
    help('meetings.help_add_table', { slot: 's0' }),
    help('meetings.help_add_interpreter', { slot: 's0', languages }),
    { code: 'meetings.help_allow_slot', params: { meeting: `m${meeting}`, slot: 's0' } },
    ...people.flatMap(({ id: participant, seats, unavailableSlots, maxMeetings }) => [
      ...unavailableSlots.map((slot) => ({ code: 'meetings.help_free_slot', params: { participant, slot: `s${slot}` } })),
      help('meetings.help_add_seat', { participant, slot: 's0', seats: seats + 1 }),
      ...(maxMeetings === null ? [] : [help('meetings.help_raise_limit', { participant, max: maxMeetings + 1 })]),
    ]),
    ...facts.precedences.map(({ earlier, later }) => ({
      code: 'meetings.help_drop_order',
      params: { earlier: `m${earlier}`, later: `m${later}` },
    })),
  ];
};

test(`no single change that costs less than the first one offered makes room, in ${plans} random plans`, { timeout }, () => {
  eachLeftOut((left) => {
    // Of an interpreter who works at one table only, it is not seen that opening that table would do.
    if (left.facts.resources.some(({ place }) => place !== null)) return;
    const [first = []] = explainer(left.facts, left.placements)(left.meeting).helps;
    const cheaper = allChanges(left).filter((change) => costOfHelps([change]) < costOfHelps(first));
    expect([left.seed, left.meeting, first, cheaper.filter((change) => helped(left, [change]))]).toEqual([
      left.seed,
      left.meeting,
      first,
      [],
    ]);
  });
});

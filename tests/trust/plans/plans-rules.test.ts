// Plans, over random facts: each rule looked up slot by slot, in other words than the verifier's; musts before wants; the same seed, the same plan.
// `npm run trust -- plans` draws ten thousand.
import { expect, test } from 'vitest';
import { conflictsOf } from '#scheduler/core/conflicts.ts';
import type { Facts, Placement } from '#scheduler/core/model.ts';
import { violationsOf } from '#scheduler/core/verify.ts';
import { drawnPlan, planFor, type DrawnPlan } from '../../fixtures/drawn/random-plans.ts';

const full = process.env['HANSA_ROUNDS'] !== undefined;
const instances = full ? 10_000 : 40;

/** All seeds with the same first step, so that a fault names its seed. */
const everyPlan = (check: (drawn: DrawnPlan) => void): void => {
  for (let seed = 1; seed <= instances; seed += 1) {
    try {
      check(drawnPlan(seed));
    } catch (fault) {
      throw new Error(`Seed ${seed}`, { cause: fault });
    }
  }
};

const slotsTaken = (facts: Facts, { meeting, slot }: Placement): number[] =>
  Array.from({ length: facts.meetings[meeting]?.lengthSlots ?? 1 }, (_, step) => slot + step);

/** How many placements hold a thing in a slot; `of` names the things of a placement and how many it can hold. */
const mostHeld = (facts: Facts, placements: readonly Placement[], of: (placement: Placement) => readonly string[]): Map<string, number> => {
  const held = new Map<string, number>();
  for (const placement of placements) {
    for (const slot of slotsTaken(facts, placement)) {
      for (const thing of of(placement)) held.set(`${thing} ${slot}`, (held.get(`${thing} ${slot}`) ?? 0) + 1);
    }
  }
  return held;
};

const peopleOf = (facts: Facts, meeting: number) =>
  (facts.meetings[meeting]?.participants ?? []).flatMap((index) => {
    const person = facts.participants[index];
    return person === undefined ? [] : [{ ...person, index }];
  });

/** Whether a meeting is in order by itself: time, place, interpreter. */
const inOrder = (facts: Facts, placement: Placement): boolean => {
  const meeting = facts.meetings[placement.meeting];
  const place = facts.places[placement.place];
  const slots = slotsTaken(facts, placement);
  if (meeting === undefined || place === undefined) return false;
  const people = peopleOf(facts, placement.meeting);
  const together = new Set(slots.map((slot) => `${facts.slots[slot]?.day} ${facts.slots[slot]?.session}`)).size === 1;
  const there = people.every(({ unavailableSlots }) => !slots.some((slot) => unavailableSlots.includes(slot)));
  const allowed = meeting.allowedSlots === null || slots.every((slot) => meeting.allowedSlots?.includes(slot));
  const open = !slots.some((slot) => place.closedSlots.includes(slot));
  const ours = place.owner === null || meeting.participants.includes(place.owner);
  const pins = [null, placement.slot].includes(meeting.pinnedSlot) && [null, placement.place].includes(meeting.pinnedPlace);
  return together && there && allowed && open && ours && pins && interpreted(facts, placement);
};

const interpreted = (facts: Facts, placement: Placement): boolean => {
  const spoken = peopleOf(facts, placement.meeting).map(({ languages }) => languages);
  const known = spoken.every((languages) => languages.length > 0);
  const common = (spoken[0] ?? []).some((language) => spoken.every((languages) => languages.includes(language)));
  if (placement.resource === null) return !known || common;
  const interpreter = facts.resources[placement.resource];
  if (interpreter === undefined) return false;
  const understood = spoken.every((languages) => languages.length === 0 || languages.some((one) => interpreter.languages.includes(one)));
  const there = !slotsTaken(facts, placement).some((slot) => interpreter.unavailableSlots.includes(slot));
  return understood && there && (interpreter.place === null || interpreter.place === placement.place);
};

/** Minute by minute: how long an interpreter works at most from a beginning to the last minute before a rest, where a meeting is among it. */
const longestWork = ({ slots, meetings, resources }: Facts, placements: readonly Placement[], resource: number): number => {
  const rest = resources[resource]?.rest ?? null;
  if (rest === null) return 0;
  const work = new Map<number, boolean>();
  for (const { startMinute, endMinute } of rest.standing) for (let now = startMinute; now < endMinute; now += 1) work.set(now, false);
  for (const { meeting, slot, resource: who } of placements) {
    const [first, last] = [slots[slot], slots[slot + (meetings[meeting]?.lengthSlots ?? 1) - 1]];
    if (who !== resource || first === undefined || last === undefined) continue;
    for (let now = first.startMinute; now < last.startMinute + last.lengthMinutes; now += 1) work.set(now, true);
  }
  let [longest, begun, worked, met] = [0, 0, -Infinity, false];
  for (let now = 0; now < 1_440; now += 1) {
    const meets = work.get(now);
    if (meets === undefined) continue;
    if (now - worked > rest.restMinutes) [begun, met] = [now, false];
    met = met || meets;
    worked = now;
    if (met) longest = Math.max(longest, now + 1 - begun);
  }
  return longest;
};

test(`no rule is broken in ${instances} random plans`, { timeout: full ? 1_200_000 : 240_000 }, () => {
  let placed = 0;
  let withInterpreter = 0;
  everyPlan(({ facts, placements }) => {
    placed += placements.length;
    withInterpreter += placements.filter(({ resource }) => resource !== null).length;
    expect(new Set(placements.map(({ meeting }) => meeting)).size).toBe(placements.length);
    expect(placements.filter((placement) => !inOrder(facts, placement))).toEqual([]);
    const things = mostHeld(facts, placements, ({ meeting, place, resource }) => [
      ...(facts.meetings[meeting]?.participants ?? []).map((person) => `person ${person}`),
      `place ${place}`,
      ...(resource === null ? [] : [`interpreter ${resource}`]),
    ]);
    for (const [thing, count] of things) {
      const [kind, index] = thing.split(' ');
      const most =
        kind === 'person' ? facts.participants[Number(index)]?.seats : kind === 'place' ? facts.places[Number(index)]?.capacity : 1;
      expect(count, thing).toBeLessThanOrEqual(most ?? 0);
    }
    facts.participants.forEach(({ maxMeetings }, person) => {
      const count = placements.filter(({ meeting }) => facts.meetings[meeting]?.participants.includes(person)).length;
      expect(count, `person ${person}`).toBeLessThanOrEqual(maxMeetings ?? count);
    });
    facts.resources.forEach((_, resource) => {
      expect(longestWork(facts, placements, resource), `interpreter ${resource}`).toBeLessThanOrEqual(
        facts.resources[resource]?.rest?.longestMinutes ?? Infinity,
      );
    });
    for (const { earlier, later } of facts.precedences) {
      const [first, second] = [earlier, later].map((one) => placements.find(({ meeting }) => meeting === one));
      if (first !== undefined && second !== undefined)
        expect(first.slot + (facts.meetings[earlier]?.lengthSlots ?? 1)).toBeLessThanOrEqual(second.slot);
    }
    // The verifier and the constraints say so, too.
    expect(violationsOf(facts, placements)).toEqual([]);
    expect(conflictsOf(facts, placements).filter(({ hard }) => hard)).toEqual([]);
  });
  expect(placed).toBeGreaterThan(5 * instances);
  expect(withInterpreter).toBeGreaterThan(instances / 10);
});

/** Every way to hold a meeting by itself where it may be held; who has a stand is met there. */
const waysOf = (facts: Facts, meeting: number): Placement[] =>
  facts.slots.flatMap((_, slot) =>
    facts.places.flatMap((_place, place) =>
      [null, ...facts.resources.keys()].flatMap((resource) => {
        const way = { meeting, slot, place, resource, pinned: false };
        if (!inOrder(facts, way)) return [];
        return conflictsOf(facts, [way]).some(({ code }) => code === 'meetings.reason_away_from_stand') ? [] : [way];
      }),
    ),
  );

/** What is guaranteed of musts before wants: with the pins and the other musts where they are, no must that is left out would fit even if every
 * want were left out. So no want has the room of a must, nor do several together. That no other arrangement of the musts holds more of them is not. */
test(`no want has the room of a must that is left out, in ${instances} random plans`, { timeout: full ? 1_200_000 : 240_000 }, () => {
  let leftOut = 0;
  everyPlan(({ facts, placements }) => {
    const placed = new Set(placements.map(({ meeting }) => meeting));
    const firm = placements.filter(({ meeting, pinned }) => pinned || facts.meetings[meeting]?.must === true);
    facts.meetings.forEach(({ must }, meeting) => {
      if (!must || placed.has(meeting)) return;
      leftOut += 1;
      const fitting = waysOf(facts, meeting).filter((way) => violationsOf(facts, [...firm, way]).length === 0);
      expect([meeting, fitting]).toEqual([meeting, []]);
    });
  });
  expect(leftOut).toBeGreaterThan(instances / 10);
});

test(`the same seed gives the same plan, in ${Math.ceil(instances / 5)} random plans`, { timeout: full ? 600_000 : 240_000 }, () => {
  for (let seed = 1; seed <= instances; seed += 5) {
    const { facts, placements } = drawnPlan(seed);
    expect([seed, planFor(facts, seed)]).toEqual([seed, placements]);
  }
});

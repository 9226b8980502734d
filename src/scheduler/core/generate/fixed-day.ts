// The day of `live-day.ts` as the night before sees it: the same people, tables, interpreters and requests, for a plan in slots of one length.
// Published figures and what is assumed about people stand there; what is assumed about the plan stands here.

import type { LiveDay } from '../dispatch/day.ts';
import { canInterpret, strangersIn } from '../languages.ts';
import type { Facts, Meeting, Participant, Slot } from '../model.ts';
import { randomFrom, type Random } from '../random.ts';
import { liveDayFrom, matchmakingDay2019, type DayAssumptions } from './live-day.ts';

/** Change of people included. A table of that day saw eleven talks, and eleven times forty minutes is what 7.5 hours hold. */
const slotMinutes = 40;
/** Everything is requested before the plan is made. */
const beforehand: Partial<DayAssumptions> = { laterShare: 0 };
/** The first six slots are the morning: as long as the first of two turns at a table. */
const morning = 6;

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const slotsFrom = ({ opensAt, facts: { closesAt } }: LiveDay): Slot[] =>
  range(Math.floor((closesAt - opensAt) / slotMinutes)).map((slot) => ({
    id: `s${slot}`,
    day: 0,
    session: slot < morning ? 1 : 2,
    startMinute: opensAt + slot * slotMinutes,
    lengthMinutes: slotMinutes,
  }));

/**
 * Those who sit change turns at the end of the nearest slot, so that a table is never empty for half of one: six slots and five, or four, four and
 * three. The others are there for a slot when they are there for all of it. Whoever comes late or leaves early has said so by the night before;
 * who will not come at all has not.
 */
const peopleFrom = (day: LiveDay, slots: readonly Slot[]): Participant[] =>
  day.facts.participants.map(({ id, seats, seated, languages, from, until }, index) => {
    const nearest = (minute: number): number => day.opensAt + Math.round((minute - day.opensAt) / slotMinutes) * slotMinutes;
    const arrives = Math.max(seated ? nearest(from) : from, day.arrivesAt[index] ?? from);
    const leaves = day.leavesAt[index] ?? until;
    const goes = leaves < until ? leaves : seated ? nearest(until) : until;
    const there = ({ startMinute, lengthMinutes }: Slot): boolean => startMinute >= arrives && startMinute + lengthMinutes <= goes;
    return {
      id,
      seats,
      unavailableSlots: slots.flatMap((slot, at) => (there(slot) ? [] : [at])),
      minMeetings: 0,
      maxMeetings: null,
      languages,
      seated,
      ownPlace: null,
    };
  });

/** Takes the wish of a must away where no time is left for it beside the musts granted before. */
const grantMusts = (random: Random, facts: Facts): Meeting[] => {
  const busy = new Set<string>();
  const order = range(facts.meetings.length);
  for (let at = order.length - 1; at > 0; at -= 1) order.push(...order.splice(random.below(at + 1), 1));
  const granted = new Set<number>();
  for (const index of order) {
    const { participants, must, pinnedPlace } = facts.meetings[index] ?? { participants: [], must: false, pinnedPlace: null };
    if (!must) continue;
    const fit = range(facts.resources.length).filter((one) => canInterpret(facts, one, index));
    const near = fit.filter((one) => facts.resources[one]?.place === pinnedPlace && pinnedPlace !== null);
    const usable = [...near, ...fit.filter((one) => facts.resources[one]?.place === null)];
    const slots = range(facts.slots.length).filter((slot) =>
      participants.every((one) => facts.participants[one]?.unavailableSlots.includes(slot) === false && !busy.has(`p${one} ${slot}`)),
    );
    const times = slots.flatMap((slot): { slot: number; interpreter: number | null }[] => {
      if (strangersIn(facts, index) === null) return [{ slot, interpreter: null }];
      const interpreter = usable.find((one) => !busy.has(`i${one} ${slot}`));
      return interpreter === undefined ? [] : [{ slot, interpreter }];
    });
    const time = times[random.below(Math.max(1, times.length))];
    if (time === undefined) continue;
    for (const one of participants) busy.add(`p${one} ${time.slot}`);
    if (time.interpreter !== null) busy.add(`i${time.interpreter} ${time.slot}`);
    granted.add(index);
  }
  return facts.meetings.map((meeting, index) => ({ ...meeting, must: granted.has(index) }));
};

/** The day to be planned, drawn from a seed: all its musts can be held together, far from all its wants. */
export const fixedDayFrom = (seed: number, size: DayAssumptions = matchmakingDay2019): Facts => {
  const day = liveDayFrom(seed, { ...size, ...beforehand });
  const slots = slotsFrom(day);
  const facts: Facts = {
    slots,
    participants: peopleFrom(day, slots),
    meetings: day.facts.requests.map(({ id, seated, rotating, must, weight }) => ({
      id,
      participants: [seated, rotating],
      weight,
      must,
      allowedSlots: null,
      pinnedSlot: null,
      // Talks are held where the one sits whose turn it is.
      pinnedPlace: day.facts.participants[seated]?.tables?.[0] ?? null,
      lengthSlots: 1,
    })),
    precedences: [],
    places: day.facts.tables.map(({ id, capacity }) => ({ id, capacity, zone: 0, closedSlots: [], owner: null })),
    resources: day.facts.interpreters.map(({ id, languages, table }) => ({
      id,
      languages,
      unavailableSlots: [],
      place: table,
      rest: null,
    })),
    walkingMinutes: [],
    maxBreakSpread: null,
  };
  return { ...facts, meetings: grantMusts(randomFrom(seed + 1), facts) };
};

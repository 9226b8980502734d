import { crowdedSlots, idOf, slotsOf, type Draft } from '../draft.ts';
import { canInterpret, strangersIn } from '../languages.ts';
import type { Reason } from '../model.ts';
import { stretchesOf } from '../stretches.ts';

/** Who have no language in common have an interpreter. */
export const understood = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap(({ meeting, slot, resource }) => {
    const strangers = resource === null ? strangersIn(facts, meeting) : null;
    if (strangers === null) return [];
    return [
      {
        code: 'meetings.reason_no_common_language',
        params: {
          meeting: idOf(facts.meetings, meeting),
          participant: idOf(facts.participants, strangers[0]),
          other: idOf(facts.participants, strangers[1]),
        },
        meetings: [meeting],
        participants: [...strangers],
        slot,
        hard: true,
        weight: 1,
      },
    ];
  });

/** An interpreter speaks with everyone in the meeting. */
export const interpreterFits = ({ facts, placements }: Draft): readonly Reason[] =>
  placements.flatMap(({ meeting, slot, resource }) => {
    if (resource === null || canInterpret(facts, resource, meeting)) return [];
    return [
      {
        code: 'meetings.reason_interpreter_unfit',
        params: { meeting: idOf(facts.meetings, meeting), resource: idOf(facts.resources, resource) },
        meetings: [meeting],
        participants: [...(facts.meetings[meeting]?.participants ?? [])],
        slot,
        resource,
        hard: true,
        weight: 1,
      },
    ];
  });

/** An interpreter is in one meeting at a time. */
export const interpreterFree = ({ facts, ofResource }: Draft): readonly Reason[] =>
  facts.resources.flatMap(({ id }, resource) =>
    [...crowdedSlots(facts, ofResource[resource] ?? [], 1)].map(([slot, there]) => ({
      code: 'meetings.reason_interpreter_taken',
      params: { resource: id, slot: idOf(facts.slots, slot), count: there.length },
      meetings: there.map(({ meeting }) => meeting),
      participants: [],
      slot,
      resource,
      hard: true,
      weight: there.length - 1,
    })),
  );

/** Nobody interprets longer than agreed without a rest. */
export const interpreterRested = ({ facts, ofResource }: Draft): readonly Reason[] =>
  facts.resources.flatMap(({ id, rest }, resource) => {
    const served = ofResource[resource] ?? [];
    if (rest === null || served.length === 0) return [];
    const minuteOf = (day: number, minute: number): number => day * 1_440 + minute;
    const held = served.flatMap((placement) => {
      const [first, last] = [facts.slots[placement.slot], facts.slots[slotsOf(facts, placement).at(-1) ?? -1]];
      if (first === undefined || last === undefined) return [];
      const to = minuteOf(last.day, last.startMinute + last.lengthMinutes);
      return [{ from: minuteOf(first.day, first.startMinute), to, placement }];
    });
    const standing = rest.standing.map(({ day, startMinute, endMinute }) => ({
      ...{ from: minuteOf(day, startMinute), to: minuteOf(day, endMinute) },
      placement: null,
    }));
    return stretchesOf([...held, ...standing], rest.restMinutes).flatMap(({ from, to, spans }): readonly Reason[] => {
      const meetings = spans.flatMap(({ placement }) => placement ?? []);
      const [first] = meetings;
      if (first === undefined || to - from <= rest.longestMinutes) return [];
      return [
        {
          code: 'meetings.reason_interpreter_no_rest',
          params: { resource: id, minutes: to - from, max: rest.longestMinutes, rest: rest.restMinutes },
          meetings: meetings.map(({ meeting }) => meeting),
          participants: [],
          slot: first.slot,
          resource,
          hard: true,
          weight: to - from - rest.longestMinutes,
        },
      ];
    });
  });

/** An interpreter is there, and works at the place they are bound to. */
export const interpreterThere = ({ facts, ofResource }: Draft): readonly Reason[] =>
  facts.resources.flatMap(({ id, unavailableSlots, place: bound }, resource) =>
    (ofResource[resource] ?? []).flatMap((placement) => {
      const meeting = idOf(facts.meetings, placement.meeting);
      const common = { meetings: [placement.meeting], participants: [], resource, hard: true, weight: 1 };
      const away: readonly Reason[] = slotsOf(facts, placement)
        .filter((slot) => unavailableSlots.includes(slot))
        .map((slot) => ({
          ...common,
          code: 'meetings.reason_interpreter_unavailable',
          params: { resource: id, slot: idOf(facts.slots, slot), meeting },
          slot,
        }));
      if (bound === null || bound === placement.place) return away;
      const params = { resource: id, place: idOf(facts.places, bound), meeting };
      return [...away, { ...common, code: 'meetings.reason_interpreter_elsewhere', params, slot: placement.slot, place: placement.place }];
    }),
  );

import { idOf, lengthOf, type Draft } from '../draft.ts';
import type { Facts, Placement, Reason } from '../model.ts';

/** Placements of one participant, grouped by the slot they begin in. */
const bySlot = (placements: readonly Placement[]): readonly (readonly Placement[])[] => {
  const groups: Placement[][] = [];
  for (const placement of placements) {
    const last = groups.at(-1);
    if (last?.[0]?.slot === placement.slot) last.push(placement);
    else groups.push([placement]);
  }
  return groups;
};

/** A seated participant keeps one place: a change is a step from meetings to the next ones with no place in common. */
export const placesKept = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, seated }, participant) => {
    if (!seated) return [];
    const groups = bySlot(ofParticipant[participant] ?? []);
    let count = 0;
    for (let at = 1; at < groups.length; at += 1) {
      const before = groups[at - 1]?.map(({ place }) => place) ?? [];
      if (!(groups[at] ?? []).some(({ place }) => before.includes(place))) count += 1;
    }
    if (count === 0) return [];
    return [
      {
        code: 'meetings.reason_place_changes',
        params: { participant: id, count },
        meetings: [],
        participants: [participant],
        hard: false,
        weight: count,
      },
    ];
  });

/** Who has a stand is met there (or at another participant's stand). */
export const metAtStand = ({ facts, ofParticipant }: Draft): readonly Reason[] =>
  facts.participants.flatMap(({ id, ownPlace }, participant) =>
    ownPlace === null
      ? []
      : (ofParticipant[participant] ?? []).flatMap(({ meeting, place, slot }) => {
          const owner = facts.places[place]?.owner ?? null;
          if (place === ownPlace || owner !== null) return [];
          return [
            {
              code: 'meetings.reason_away_from_stand',
              params: { participant: id, place: idOf(facts.places, place), meeting: idOf(facts.meetings, meeting) },
              meetings: [meeting],
              participants: [participant],
              slot,
              place,
              hard: false,
              weight: 1,
            },
          ];
        }),
  );

const minutesBetween = (facts: Facts, from: Placement, to: Placement): number => {
  const fromZone = facts.places[from.place]?.zone ?? 0;
  const toZone = facts.places[to.place]?.zone ?? 0;
  return fromZone === toZone ? 0 : (facts.walkingMinutes[fromZone]?.[toZone] ?? 0);
};

const pauseBetween = (facts: Facts, from: Placement, to: Placement): number => {
  const last = facts.slots[from.slot + lengthOf(facts, from.meeting) - 1];
  const next = facts.slots[to.slot];
  return last === undefined || next === undefined ? 0 : next.startMinute - last.startMinute - last.lengthMinutes;
};

/** Nobody walks far, and nobody walks longer than the pause; only those with one seat walk, others send somebody else. */
export const littleWalking = ({ facts, ofParticipant }: Draft): readonly Reason[] => {
  if (facts.walkingMinutes.length === 0) return [];
  return facts.participants.flatMap(({ id, seats }, participant) => {
    if (seats !== 1) return [];
    const placements = ofParticipant[participant] ?? [];
    const reasons: Reason[] = [];
    const common = { participants: [participant], hard: false };
    let total = 0;
    for (let at = 1; at < placements.length; at += 1) {
      const from = placements[at - 1];
      const to = placements[at];
      if (from === undefined || to === undefined || facts.slots[from.slot]?.day !== facts.slots[to.slot]?.day) continue;
      const minutes = minutesBetween(facts, from, to);
      const pause = pauseBetween(facts, from, to);
      total += minutes;
      if (minutes === 0 || minutes <= pause) continue;
      const params = {
        participant: id,
        earlier: idOf(facts.meetings, from.meeting),
        later: idOf(facts.meetings, to.meeting),
        minutes,
        pause,
      };
      const meetings = [from.meeting, to.meeting];
      reasons.push({
        ...common,
        code: 'meetings.reason_walk_too_long',
        params,
        meetings,
        slot: to.slot,
        weight: minutes - Math.max(pause, 0),
      });
    }
    if (total > 0) {
      reasons.push({ ...common, code: 'meetings.reason_walk', params: { participant: id, minutes: total }, meetings: [], weight: total });
    }
    return reasons;
  });
};

import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { BoardFacts, HallFacts, PlanningFacts } from '../domain/planning-facts.ts';
import type { Roster } from '../domain/roster.ts';
import { noMarket } from '../domain/topic.ts';
import { readBoardFacts, readHallFacts, readPlanningFacts, type PartOf } from '../store/planning-facts.ts';

/**
 * Everything planning needs of an edition, in one query and one snapshot, as far as the actor may see it: all of it for
 * members of the organiser's office, their own participants for the others. Refuses `expos.not_found`.
 */
export async function planningFacts(work: Work, editionId: string): Promise<Result<PlanningFacts>> {
  const facts = await readPlanningFacts(work.tx, editionId);
  return facts === null ? notFound('expos.not_found') : ok(facts);
}

/** Of the same only times, places and participants, those of these ids or all. */
export async function hallFacts(work: Work, editionId: string, participants?: readonly string[]): Promise<Result<HallFacts>> {
  const facts = await readHallFacts(work.tx, editionId, participants ?? null);
  return facts === null ? notFound('expos.not_found') : ok(facts);
}

/** Of the same only what a few meetings are held against: these participants and places with all who share their stands, and all who interpret. One query. */
export async function boardFacts(work: Work, editionId: string, part: PartOf): Promise<Result<BoardFacts>> {
  const facts = await readBoardFacts(work.tx, editionId, part);
  return facts === null ? notFound('expos.not_found') : ok(facts);
}

/** The roster that `replaceRoster` would set unchanged, but for offers, needs, markets, topics, areas, what is drawn and how interpreters are reached, which planning does not know; withdrawn participants are not in it. */
export function rosterOf(facts: PlanningFacts): Roster {
  const numberOf = new Map(facts.slots.map(({ id, number }) => [id, number]));
  const codeOf = <I extends string>(rows: readonly { readonly id: I; readonly code: string }[]) => {
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    return (id: I | null): string | null => (id === null ? null : (codes.get(id) ?? null));
  };
  const [groupCode, standCode] = [codeOf(facts.groups), codeOf(facts.stands)];
  const active = facts.participants.filter(({ withdrawn }) => !withdrawn);
  const leads = new Map(active.filter(({ leadsStand }) => leadsStand).map(({ standId, code }) => [standId, code]));
  const closed = (place: PlanningFacts['places'][number] | undefined): readonly number[] =>
    (place?.closedSlots ?? []).flatMap((id) => numberOf.get(id) ?? []);
  const standPlace = new Map(facts.places.map((place) => [place.standId, place]));
  return {
    slots: facts.slots.map(({ start, end, session }) => ({ start, end, session })),
    tables: facts.places.flatMap((place) =>
      place.number === null ? [] : [{ number: place.number, hall: place.hall, seats: place.seats, closedSlots: closed(place) }],
    ),
    stands: facts.stands.map(({ id, code, hall, seats }) => ({
      code,
      hall,
      seats,
      closedSlots: closed(standPlace.get(id)),
      lead: leads.get(id) ?? null,
      area: null,
    })),
    floor: { halls: [], walks: [], rectangles: [] },
    groups: facts.groups.map(({ code, kind, name, parentId }) => ({ code, kind, name, parent: groupCode(parentId) })),
    topics: [],
    participants: active.map((participant) => ({
      code: participant.code,
      name: participant.name,
      country: participant.country,
      city: participant.city,
      role: participant.role,
      offer: null,
      need: null,
      ...noMarket,
      seats: participant.seats,
      languages: participant.languages,
      minMeetings: participant.minMeetings,
      maxMeetings: participant.maxMeetings,
      group: groupCode(participant.groupId),
      stand: standCode(participant.standId),
      meetsAt: participant.meetsAt,
      contacts: participant.contacts,
      unavailable: participant.away,
    })),
    interpreters: facts.interpreters.map(({ name, languages, longestMinutes, restMinutes, away }) => ({
      ...{ name, languages, longestMinutes, restMinutes, contact: null, unavailable: away },
    })),
  };
}

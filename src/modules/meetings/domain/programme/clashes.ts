// The one clash check: what is held of the programme at the same time in one room, with one person, one interpreter, or beside their meetings.
import { overlaps, type Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import {
  notComing,
  type ProgrammeItem,
  type ProgrammeRoom,
  type Speaker,
  type SpeakerAnswer,
} from '#modules/expos/domain/programme/programme.ts';
import type { EditionInterpreter, EditionParticipant } from '../edition-facts.ts';

/** A clash stands in the way of a release; a warning only says what a person should know. */
export interface Clash {
  readonly code: `meetings.clash_${'room' | 'person' | 'interpreter' | 'seats' | 'interpreter_meets' | 'interpreter_away' | 'not_coming' | 'travels' | 'travels_twice' | 'travel_meets' | 'no_time' | 'no_room' | 'no_interpreter'}`;
  readonly severity: 'hard' | 'warning';
  readonly items: readonly string[];
  /** What it is about: a room, a person, an interpreter or a participant, as the item or the roster calls it. */
  readonly about: MultilingualText | string | null;
  readonly count?: number;
}

/** A meeting of the schedule in force. */
export interface HeldSpan extends Interval {
  readonly a: string;
  readonly b: string;
  readonly interpreterId: string | null;
}

export interface ClashFacts {
  readonly items: readonly ProgrammeItem[];
  readonly rooms: readonly ProgrammeRoom[];
  /** What speakers said of the items as they are. */
  readonly answers: readonly SpeakerAnswer[];
  readonly held: readonly HeldSpan[];
  readonly participants: readonly EditionParticipant[];
  readonly interpreters: readonly EditionInterpreter[];
  /** What groups of the edition do in their visits beside it. */
  readonly stops?: readonly StopSpan[];
}

/** Something that is done in a visit: who takes part, and whose meetings are theirs. */
export interface StopSpan extends Interval {
  readonly id: string;
  readonly title: MultilingualText;
  /** By the clock; else by a part of the day. */
  readonly isTimed: boolean;
  readonly people: readonly { readonly id: string; readonly name: MultilingualText; readonly office: MultilingualText }[];
  /** Participants whose people take part. */
  readonly participants: readonly string[];
}

/** What an itinerary is held against. */
export interface BesideStops extends Pick<ClashFacts, 'held' | 'participants'> {
  readonly items: readonly (Pick<ProgrammeItem, 'id' | 'start' | 'end'> & {
    readonly speakers: readonly Pick<Speaker, 'name' | 'office'>[];
  })[];
}

type Timed = ProgrammeItem & Interval;
const isTimed = (item: ProgrammeItem): item is Timed => item.start !== null && item.end !== null;

const words = (text: MultilingualText): readonly string[] =>
  Object.entries(text).map(
    ([language, { text: said }]) => `${language} ${said.normalize('NFKC').toLocaleLowerCase().replaceAll(/\s+/g, '')}`,
  );
/** Whether two texts say the same in any language, however it is spaced and cased. */
export const share = (one: MultilingualText, other: MultilingualText): boolean => words(one).some((word) => words(other).includes(word));
const isNamed = (text: MultilingualText): boolean => Object.keys(text).length > 0;

/** Whether two speakers are one person: by name, and by office where both have one that says so. */
export const isSamePerson = (one: Pick<Speaker, 'name' | 'office'>, other: Pick<Speaker, 'name' | 'office'>): boolean =>
  share(one.name, other.name) && (!isNamed(one.office) || !isNamed(other.office) || share(one.office, other.office));

function pairClashes(one: Timed, other: Timed, facts: ClashFacts): readonly Clash[] {
  if (!overlaps(one, other)) return [];
  const items = [one.id, other.id];
  const hard = { severity: 'hard', items } as const;
  const room = facts.rooms.find(({ id }) => id === one.roomId && id === other.roomId);
  const people = one.speakers.filter((speaker) => other.speakers.some((also) => isSamePerson(speaker, also)));
  const interpreters = facts.interpreters.filter(
    ({ id }) => one.interpreters.some((own) => own === id) && other.interpreters.some((own) => own === id),
  );
  return [
    ...(room === undefined ? [] : [{ ...hard, code: 'meetings.clash_room' as const, about: room.name }]),
    ...people.map(({ name }) => ({ ...hard, code: 'meetings.clash_person' as const, about: name })),
    ...interpreters.map(({ name }) => ({ ...hard, code: 'meetings.clash_interpreter' as const, about: name })),
  ];
}

/** Speakers take one seat each of their participant: is there one left beside the meetings? */
function seatClashes(item: Timed, others: readonly Timed[], { held, participants }: ClashFacts): readonly Clash[] {
  const ids = new Set(item.speakers.flatMap(({ participantId }) => participantId ?? []));
  return participants.flatMap((one): readonly Clash[] => {
    if (!ids.has(one.id as Parameters<typeof ids.has>[0])) return [];
    const speaking = (of: Timed): number => of.speakers.filter(({ participantId }) => participantId === one.id).length;
    const beside = others.filter((other) => other.id < item.id && overlaps(other, item)).reduce((sum, other) => sum + speaking(other), 0);
    const meetings = held.filter((meeting) => (meeting.a === one.id || meeting.b === one.id) && overlaps(meeting, item));
    if (meetings.length === 0) return [];
    const left = one.seats - speaking(item) - beside;
    const atOnce = Math.max(...meetings.map((meeting) => meetings.filter((other) => overlaps(meeting, other)).length));
    if (atOnce <= left) return [];
    return [{ code: 'meetings.clash_seats', severity: 'hard', items: [item.id], about: one.name, count: meetings.length }];
  });
}

function interpreterClashes(item: Timed, { held, interpreters }: ClashFacts): readonly Clash[] {
  return interpreters.flatMap((one): readonly Clash[] => {
    if (!item.interpreters.some((id) => id === one.id)) return [];
    const hard = { severity: 'hard', items: [item.id], about: one.name } as const;
    const meets = held.filter(({ interpreterId, ...span }) => interpreterId === one.id && overlaps(span, item)).length;
    return [
      ...(meets === 0 ? [] : [{ ...hard, code: 'meetings.clash_interpreter_meets' as const, count: meets }]),
      ...(one.away.some((away) => overlaps(away, item)) ? [{ ...hard, code: 'meetings.clash_interpreter_away' as const }] : []),
    ];
  });
}

/**
 * What a delegation does in its visit beside the edition: a person of it who speaks, or is elsewhere, at the same time, and meetings of those it
 * comes with. Only warnings: the visit is its own office's plan, and what is known to the part of a day may well fit.
 */
function stopClashes(stop: StopSpan, others: readonly StopSpan[], { items, held, participants }: BesideStops): readonly Clash[] {
  const warning = { severity: 'warning' } as const;
  const speaks = items.flatMap(({ id, start, end, speakers }): readonly Clash[] =>
    start === null || end === null || !overlaps({ start, end }, stop)
      ? []
      : speakers
          .filter((speaker) => stop.people.some((person) => isSamePerson(speaker, person)))
          .map(({ name }) => ({ ...warning, code: 'meetings.clash_travels', items: [id, stop.id], about: name })),
  );
  const twice = others.flatMap((other): readonly Clash[] => {
    if (!overlaps(other, stop) || !(other.isTimed && stop.isTimed)) return [];
    const both = stop.people.filter(({ id }) => other.people.some((person) => person.id === id));
    return both.length === 0
      ? []
      : [{ ...warning, code: 'meetings.clash_travels_twice', items: [stop.id, other.id], about: null, count: both.length }];
  });
  const meets = participants.flatMap(({ id, name }): readonly Clash[] => {
    const count = held.filter((meeting) => (meeting.a === id || meeting.b === id) && overlaps(meeting, stop)).length;
    return count === 0 || !stop.participants.includes(id)
      ? []
      : [{ ...warning, code: 'meetings.clash_travel_meets', items: [stop.id], about: name, count }];
  });
  return [...speaks, ...twice, ...meets];
}

/** Clashes of what delegations do: in their own itineraries, and with the programme and the meetings of an edition. */
export const clashesOfStops = (stops: readonly StopSpan[], beside: BesideStops): readonly Clash[] =>
  stops.flatMap((stop, at) => stopClashes(stop, stops.slice(at + 1), beside));

/** What is not known or not provided for, of one item; a speaker may be announced who said that they cannot come. */
function gapsOf(item: ProgrammeItem, answers: readonly SpeakerAnswer[]): readonly Clash[] {
  const warning = { severity: 'warning', items: [item.id], about: null } as const;
  const indoors = item.kind !== 'site_visit';
  return [
    ...notComing(item, answers).map(({ name }) => ({ ...warning, code: 'meetings.clash_not_coming' as const, about: name })),
    ...(isTimed(item) ? [] : [{ ...warning, code: 'meetings.clash_no_time' as const }]),
    ...(item.roomId === null && item.standId === null && indoors ? [{ ...warning, code: 'meetings.clash_no_room' as const }] : []),
    ...(item.interpretedInto.length > 0 && item.interpreters.length === 0
      ? [{ ...warning, code: 'meetings.clash_no_interpreter' as const }]
      : []),
  ];
}

/** Every clash and every warning of a programme, clashes first. What touches does not clash. */
export function clashesOf(facts: ClashFacts): readonly Clash[] {
  const timed = facts.items.filter(isTimed);
  const pairs = timed.flatMap((one, at) => timed.slice(at + 1).flatMap((other) => pairClashes(one, other, facts)));
  const beside = timed.flatMap((item) => [...seatClashes(item, timed, facts), ...interpreterClashes(item, facts)]);
  return [...pairs, ...beside, ...clashesOfStops(facts.stops ?? [], facts), ...facts.items.flatMap((item) => gapsOf(item, facts.answers))];
}

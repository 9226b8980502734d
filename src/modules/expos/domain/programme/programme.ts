// The forum programme of an edition: what is held when and where, by whom, with whom speaking.
import type { CityId } from '#modules/cities/domain/city.ts';
import type { Id } from '#kernel/ids.ts';
import { contains } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { EditionFacts, InterpreterId, ParticipantId, StandId } from '../edition.ts';
import { editionSpan, venueClock } from '../venue-time.ts';

export type ProgrammeItemId = Id<'ProgrammeItem'>;
export type ProgrammeRoomId = Id<'ProgrammeRoom'>;
export type SpeakerId = Id<'Speaker'>;

/** Whether a speaker comes to an item, as they said it. */
export const speakerComes = ['yes', 'no'] as const;
export type SpeakerComes = (typeof speakerComes)[number];

/** What a speaker said of an item, at the day and time that it has. */
export interface SpeakerAnswer {
  readonly speakerId: SpeakerId;
  readonly itemId: ProgrammeItemId;
  readonly comes: SpeakerComes;
}

/** `presentation`: of a city or stand (推介会); `signing`: a slot at the signing table (签约台). */
export const programmeKinds = [
  'opening',
  'forum',
  'round_table',
  'presentation',
  'workshop',
  'signing',
  'site_visit',
  'reception',
  'break',
] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

export interface ProgrammeRoom {
  readonly id: ProgrammeRoomId;
  readonly name: MultilingualText;
  readonly hall: string;
  /** Null: not known. */
  readonly seats: number | null;
}

/** A person as they were called on that day; the smaller the rank, the earlier they stand. */
export interface Speaker {
  readonly name: MultilingualText;
  readonly post: MultilingualText;
  readonly office: MultilingualText;
  readonly rank: number;
  /** The participant whose seat the person takes while they speak; null where they meet nobody at this edition. */
  readonly participantId: ParticipantId | null;
  /** What they speak on; {} where that is not known. */
  readonly topic: MultilingualText;
  /** Which of those who are reached by mail they are; null where nobody knows an address. */
  readonly speakerId: SpeakerId | null;
}

/** What came of an item, kept by its organiser. */
export interface FollowUp {
  readonly who: string;
  readonly what: string;
  readonly done: boolean;
}

export interface ProgrammeItemFacts {
  readonly kind: ProgrammeKind;
  readonly title: MultilingualText;
  /** At the venue. */
  readonly day: string;
  /** UTC milliseconds; both null where the time is not known. */
  readonly start: number | null;
  readonly end: number | null;
  readonly roomId: ProgrammeRoomId | null;
  readonly languages: readonly string[];
  readonly interpretedInto: readonly string[];
  readonly interpreters: readonly InterpreterId[];
  readonly standId: StandId | null;
  /** Whose event it is, all of them alike. */
  readonly cities: readonly CityId[];
  /** Co-organisers, in their order. */
  readonly hosts: readonly MultilingualText[];
  readonly themes: readonly MultilingualText[];
  readonly speakers: readonly Speaker[];
  readonly followUp: readonly FollowUp[];
  /** Where it is stated; null where nobody asked. */
  readonly source: string | null;
}

export interface ProgrammeItem extends ProgrammeItemFacts {
  readonly id: ProgrammeItemId;
  readonly version: number;
}

/** `topic` where there is one. */
export type ReleasedSpeaker = Omit<Speaker, 'topic' | 'speakerId'> & Partial<Pick<Speaker, 'topic'>>;

/** What is told of an item to others than its organiser; rooms by name, since a release is complete in itself. */
export interface ReleasedItem extends Omit<ProgrammeItemFacts, 'roomId' | 'followUp' | 'speakers'> {
  readonly id: ProgrammeItemId;
  /** Without how they are reached. */
  readonly speakers: readonly ReleasedSpeaker[];
  readonly room: Omit<ProgrammeRoom, 'id'> | null;
}

/** By day, time and title: what has no time stands first, as on the page. */
export const inProgrammeOrder = <T extends Pick<ProgrammeItemFacts, 'day' | 'start'> & { readonly id: string }>(
  items: readonly T[],
): readonly T[] =>
  [...items].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : (a.start ?? 0) - (b.start ?? 0) || (a.id < b.id ? -1 : 1)));

/** Speakers by rank; those of one rank as they were entered. */
export const byRank = (speakers: readonly Speaker[]): readonly Speaker[] => [...speakers].sort((a, b) => a.rank - b.rank);

/** Those announced for an item who said that they cannot come to it. */
export const notComing = (
  { id, speakers }: Pick<ProgrammeItem, 'id' | 'speakers'>,
  answers: readonly SpeakerAnswer[],
): readonly Speaker[] =>
  speakers.filter(({ speakerId }) => answers.some((said) => said.comes === 'no' && said.itemId === id && said.speakerId === speakerId));

/** Those reached by a letter who have not said of everything they are announced for whether they come, each once, as the first item calls them. */
export function notAnswered(
  items: readonly Pick<ProgrammeItem, 'id' | 'speakers'>[],
  answers: readonly SpeakerAnswer[],
): readonly Speaker[] {
  const waiting = items.flatMap(({ id, speakers }) =>
    speakers.filter(({ speakerId }) => speakerId !== null && !answers.some((said) => said.itemId === id && said.speakerId === speakerId)),
  );
  return waiting.filter((one, at) => waiting.findIndex(({ speakerId }) => speakerId === one.speakerId) === at);
}

export const releasedItem = (
  { roomId, followUp: _, version: __, ...item }: ProgrammeItem,
  rooms: readonly ProgrammeRoom[],
): ReleasedItem => {
  const room = rooms.find(({ id }) => id === roomId);
  return {
    ...item,
    speakers: byRank(item.speakers).map(({ topic, speakerId: _speaker, ...speaker }) => ({
      ...speaker,
      ...(Object.keys(topic).length === 0 ? {} : { topic }),
    })),
    room: room === undefined ? null : { name: room.name, hall: room.hall, seats: room.seats },
  };
};

/** What cannot be of an item: its day and time outside the edition, a time that ends before it begins, or of another day. */
export function itemProblems(facts: Pick<ProgrammeItemFacts, 'day' | 'start' | 'end'>, edition: EditionFacts): readonly Problem[] {
  const { day, start, end } = facts;
  if (day < edition.firstDay || day > edition.lastDay)
    return [{ path: ['day'], code: 'expos.programme_day_outside', params: { first: edition.firstDay, last: edition.lastDay } }];
  if ((start === null) !== (end === null)) return [{ path: [start === null ? 'startsAt' : 'endsAt'], code: 'expos.programme_half_a_time' }];
  if (start === null || end === null) return [];
  if (start >= end) return [{ path: ['endsAt'], code: 'expos.programme_ends_before' }];
  const isInside = contains(editionSpan(edition), { start, end }) && venueClock(edition.timeZone, start).date === day;
  return isInside ? [] : [{ path: ['startsAt'], code: 'expos.programme_time_of_other_day' }];
}

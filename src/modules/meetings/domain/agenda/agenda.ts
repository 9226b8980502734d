// One participant's part of the schedule: what an entry says, and what becomes of it from one release to the next.
import type { OfficeId } from '#kernel/ids.ts';
import type { Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import {
  otherSide,
  type EditionBoard,
  type EditionParticipant,
  type EditionPlace,
  type Meeting,
  type Person,
  type Placed,
} from '../edition-facts.ts';
import { languageName, listOf, type Sentence } from '../planning/sentences.ts';

/** How the two will understand each other; languages as BCP-47 tags. */
export type Understanding =
  | { readonly kind: 'common'; readonly tag: string }
  | { readonly kind: 'interpreted'; readonly tags: readonly string[]; readonly interpreter: string }
  | { readonly kind: 'none'; readonly tags: readonly string[] }
  | { readonly kind: 'unknown' };

/** Who asked, seen from the participant whose agenda it is. */
export type Asked = 'both' | 'we' | 'they';

export interface Counterpart {
  readonly id: string;
  readonly code: string;
  readonly name: MultilingualText;
  readonly country: string | null;
  readonly role: 'exhibitor' | 'buyer';
}

/** What an entry tells besides its time, as it was told: stored with the schedule. */
export interface AgendaDetails {
  readonly number: number;
  readonly place: { readonly id: string; readonly code: string; readonly kind: 'table' | 'stand'; readonly hall: string };
  readonly with: Counterpart;
  readonly person: Person | null;
  readonly asked: Asked;
  readonly understanding: Understanding;
  readonly interpreter: { readonly id: string; readonly name: string } | null;
  /** Interpreters who were down for it and are no longer, with the time they were down for: to them it is cancelled. */
  readonly takenFrom?: readonly (Interval & { readonly id: string })[];
}

/** An entry as the schedule holds it; spans in UTC milliseconds. */
export interface AgendaEntry extends Interval {
  readonly participantId: string;
  readonly meetingId: string;
  readonly round: number;
  readonly slotId: string;
  readonly offices: readonly OfficeId[];
  readonly details: AgendaDetails;
  /** Where it was read for a paper: when the two met in the live queue, if that was before. */
  readonly metAt?: number | null;
}

/** An entry with its history: `movedFrom` is the start before, `sequence` counts its changes. */
export interface TrackedEntry extends AgendaEntry {
  readonly movedFrom: number | null;
  /** Came with the last plan's release or since, while others had an agenda already. */
  readonly added: boolean;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly releaseNumber: number;
}

/** Which language two people share, or who helps; someone whose languages are not known is no reason for an interpreter. */
export function understandingOf(a: readonly string[], b: readonly string[], interpreter: string | null): Understanding {
  const tags = [...new Set([a[0], b[0]].flatMap((tag) => tag ?? []))];
  if (interpreter !== null) return { kind: 'interpreted', tags, interpreter };
  if (a.length === 0 || b.length === 0) return { kind: 'unknown' };
  const common = a.find((tag) => b.includes(tag));
  return common === undefined ? { kind: 'none', tags } : { kind: 'common', tag: common };
}

/** Who asked for a meeting, seen from one side. */
export function askedOf(meeting: Pick<Meeting, 'a' | 'wishOfA' | 'wishOfB'>, participant: string): Asked {
  const [ours, theirs] = meeting.a === participant ? [meeting.wishOfA, meeting.wishOfB] : [meeting.wishOfB, meeting.wishOfA];
  if (ours !== null && theirs !== null) return 'both';
  return ours === null ? 'they' : 'we';
}

export const counterpartOf = ({ id, code, name, country, role }: EditionParticipant): Counterpart => ({ id, code, name, country, role });

export const whySentence = (asked: Asked): Sentence => ({ code: `meetings.why_${asked}`, params: {} });

/** The same for a third party: both sides by their codes. */
export const wishedSentence = (asked: Asked, us: string, them: string): Sentence => ({
  code: `meetings.wished_${asked}`,
  params: { a: us, b: them },
});

/** How they will understand each other, as a sentence in the reader's language. */
export function languageSentence(understanding: Understanding, reader: string): Sentence {
  switch (understanding.kind) {
    case 'common':
      return { code: 'meetings.language_common', params: { language: languageName(understanding.tag, reader) } };
    case 'interpreted': {
      const languages = listOf(
        understanding.tags.map((tag) => languageName(tag, reader)),
        reader,
      );
      return { code: 'meetings.language_interpreted', params: { languages, interpreter: understanding.interpreter } };
    }
    case 'none':
      return {
        code: 'meetings.language_none',
        params: {
          languages: listOf(
            understanding.tags.map((tag) => languageName(tag, reader)),
            reader,
          ),
        },
      };
    case 'unknown':
      return { code: 'meetings.language_unknown', params: {} };
  }
}

/** Whom to ask for: the first contact that has a name. How they are reached is for those alone whom they tell it. */
function personOf({ contacts }: EditionParticipant): AgendaDetails['person'] {
  const named = contacts.find(({ surname }) => surname !== '');
  return named === undefined ? null : { surname: named.surname, givenName: named.givenName, nameOrder: named.nameOrder, post: named.post };
}

const placeTold = ({ id, code, kind, hall }: EditionPlace): AgendaDetails['place'] => ({ id, code, kind, hall });

/** The entries of both sides for every placement; placements of unknown things are left out. */
export function agendaEntries(edition: EditionBoard, meetings: readonly Meeting[], placed: readonly Placed[]): readonly AgendaEntry[] {
  const slots = new Map(edition.slots.map((s) => [s.id, s]));
  const places = new Map(edition.places.map((p) => [p.id, p]));
  const who = new Map(edition.participants.map((p) => [p.id, p]));
  const interpreters = new Map(edition.interpreters.map((i) => [i.id, i]));
  const known = new Map(meetings.map((m) => [m.id, m]));
  return placed.flatMap((p) => {
    const [meeting, slot, place] = [known.get(p.meetingId), slots.get(p.slotId), places.get(p.placeId)];
    if (meeting === undefined || slot === undefined || place === undefined) return [];
    const interpreter = p.interpreterId === null ? undefined : interpreters.get(p.interpreterId);
    return [meeting.a, meeting.b].flatMap((participantId): readonly AgendaEntry[] => {
      const [us, them] = [who.get(participantId), who.get(otherSide(meeting, participantId) ?? '')];
      if (us === undefined || them === undefined) return [];
      const details: AgendaDetails = {
        number: meeting.number,
        place: placeTold(place),
        with: counterpartOf(them),
        person: personOf(them),
        asked: askedOf(meeting, participantId),
        understanding: understandingOf(us.languages, them.languages, interpreter?.name ?? null),
        interpreter: interpreter === undefined ? null : { id: interpreter.id, name: interpreter.name },
      };
      return [
        {
          participantId,
          meetingId: meeting.id,
          round: meeting.round,
          slotId: slot.id,
          start: slot.start,
          end: slot.end,
          offices: us.offices,
          details,
        },
      ];
    });
  });
}

const keyOf = (entry: Pick<AgendaEntry, 'participantId' | 'meetingId'>): string => `${entry.participantId} ${entry.meetingId}`;

/** A meeting as the schedule in force holds it. */
type InForce = Placed & Interval;

export interface Concerned {
  readonly meetings: readonly string[];
  readonly participants: ReadonlySet<string>;
  readonly interpreters: ReadonlySet<string>;
}

/**
 * Whom the release of a plan concerns, as `trackEntries` tells it entry by entry: both sides of each meeting that is new, gone, or at another time or
 * place or with another interpreter, and who interprets it before or after. `cancelled`: who was down for meetings that are no longer held.
 */
export function concernedBy(
  edition: EditionBoard,
  meetings: readonly Meeting[],
  {
    held,
    after,
    cancelled,
  }: { readonly held: readonly InForce[]; readonly after: readonly Placed[]; readonly cancelled: ReadonlyMap<string, readonly string[]> },
): Concerned {
  const slots = new Map(edition.slots.map((s) => [s.id, s]));
  const places = new Set(edition.places.map(({ id }) => id));
  const who = new Set(edition.participants.map(({ id }) => id));
  const interpreters = new Set(edition.interpreters.map(({ id }) => id));
  const known = new Map(meetings.map((m) => [m.id, m]));
  const was = new Map(held.map((one) => [one.meetingId, one]));
  const concerned = { meetings: [] as string[], participants: new Set<string>(), interpreters: new Set<string>() };
  const add = ({ id, a, b }: Meeting, helpers: readonly (string | null)[]): void => {
    concerned.meetings.push(id);
    for (const side of [a, b]) concerned.participants.add(side);
    for (const helper of helpers) if (helper !== null) concerned.interpreters.add(helper);
  };
  for (const p of after) {
    const [meeting, slot, before] = [known.get(p.meetingId), slots.get(p.slotId), was.get(p.meetingId)];
    if (meeting === undefined || slot === undefined || !places.has(p.placeId) || !who.has(meeting.a) || !who.has(meeting.b)) continue;
    was.delete(p.meetingId);
    const helper = p.interpreterId !== null && interpreters.has(p.interpreterId) ? p.interpreterId : null;
    const isSame =
      before?.start === slot.start && before.end === slot.end && before.placeId === p.placeId && before.interpreterId === helper;
    if (!isSame) add(meeting, [helper, before?.interpreterId ?? null, ...(cancelled.get(p.meetingId) ?? [])]);
  }
  for (const { meetingId, interpreterId } of was.values()) {
    const meeting = known.get(meetingId);
    if (meeting !== undefined) add(meeting, [interpreterId]);
  }
  return concerned;
}

/** Whether the person who reads the entry has to do anything else than before. */
const differs = (was: AgendaEntry, is: AgendaEntry): boolean =>
  was.start !== is.start ||
  was.end !== is.end ||
  was.details.place.id !== is.details.place.id ||
  was.details.interpreter?.id !== is.details.interpreter?.id;

const movedFromOf = (was: TrackedEntry, is: AgendaEntry, kind: 'plan' | 'change'): number | null => {
  // Within one plan's release the first time told stays the one to compare with.
  const origin = kind === 'change' && was.movedFrom !== null ? was.movedFrom : was.start;
  return origin === is.start ? null : origin;
};

/** The details with whom the meeting was taken from since the last plan; whoever has it again is none of them. */
function withTakenFrom(was: TrackedEntry, { details }: AgendaEntry, kind: 'plan' | 'change'): AgendaDetails {
  const { start, end } = was;
  const earlier = kind === 'plan' ? [] : (was.details.takenFrom ?? []);
  const last = was.cancelled && kind === 'plan' ? null : was.details.interpreter;
  const all = [...earlier.filter(({ id }) => id !== last?.id), ...(last === null ? [] : [{ id: last.id, start, end }])];
  const takenFrom = all.filter(({ id }) => id !== details.interpreter?.id);
  return takenFrom.length === 0 ? details : { ...details, takenFrom };
}

/**
 * The entries after a release. A `plan` replaces the whole schedule and forgets what was cancelled before it;
 * a `change` touches only the meetings it names, so `before` and `next` hold just those.
 */
export function trackEntries(
  before: readonly TrackedEntry[],
  next: readonly AgendaEntry[],
  release: { readonly kind: 'plan' | 'change'; readonly number: number },
): readonly TrackedEntry[] {
  const known = new Map(before.map((entry) => [keyOf(entry), entry]));
  const kept = new Set(next.map(keyOf));
  const now = next.map((entry): TrackedEntry => {
    const was = known.get(keyOf(entry));
    if (was === undefined)
      return { ...entry, movedFrom: null, added: release.number > 1, sequence: 0, cancelled: false, releaseNumber: release.number };
    const changed = was.cancelled || differs(was, entry);
    return {
      ...entry,
      details: withTakenFrom(was, entry, release.kind),
      movedFrom: movedFromOf(was, entry, release.kind),
      added: was.added && release.kind === 'change',
      sequence: was.sequence + (changed ? 1 : 0),
      cancelled: false,
      releaseNumber: changed ? release.number : was.releaseNumber,
    };
  });
  const gone = before.flatMap((entry): readonly TrackedEntry[] => {
    if (kept.has(keyOf(entry))) return [];
    if (entry.cancelled) return release.kind === 'plan' ? [] : [entry];
    return [{ ...entry, cancelled: true, sequence: entry.sequence + 1, releaseNumber: release.number }];
  });
  return [...now, ...gone];
}

// What is printed of an edition: the kinds of paper, for whom each can be printed, and the meetings that stand on it.
import type { Interval } from '#kernel/intervals.ts';
import { forEachLanguage, languages, type Language, type MultilingualText } from '#kernel/language.ts';
import type { FloorPlan } from '#modules/expos/domain/floor/plan.ts';
import type { ReleasedItem } from '#modules/expos/domain/programme/programme.ts';
import type { RegionLabels } from '#kernel/region-names.ts';
import type { AgendaEntry, Counterpart } from '../agenda/agenda.ts';
import { dayAt } from '../agenda/venue-clock.ts';
import type { EditionInterpreter, EditionParticipant, EditionPlace, EditionSlot, EditionStand } from '../edition-facts.ts';

/** `fallback`: everything that one day needs when there is no network. */
export const paperKinds = ['agendas', 'tables', 'interpreters', 'overview', 'badges', 'fallback', 'floor', 'programme'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** For whom: all of the edition, a group, one participant, or one interpreter. */
export type PaperExtent = 'all' | 'group' | 'participant' | 'interpreter';

const extents: Readonly<Record<PaperKind, readonly PaperExtent[]>> = {
  agendas: ['all', 'group', 'participant'],
  badges: ['all', 'group', 'participant'],
  interpreters: ['all', 'group', 'interpreter'],
  overview: ['all', 'group'],
  tables: ['all'],
  fallback: ['all'],
  floor: ['all'],
  programme: ['all'],
};

/** Whether a paper can be printed of so much: a door sheet of a group would show a table as free that is not. */
export const printedOf = (kind: PaperKind, extent: PaperExtent): boolean => extents[kind].includes(extent);

/** In one language, or in all together. */
export type PaperLanguage = Language | 'both';

/** Which languages a paper is in; of several, the first stands first: Chinese before English. */
export const paperLanguages: Readonly<Record<PaperLanguage, readonly Language[]>> = {
  ...forEachLanguage((one) => [one]),
  both: [...languages].reverse(),
};

export const paperOrders = ['code', 'name', 'hall', 'group'] as const;
export type PaperOrder = (typeof paperOrders)[number];

export interface PaperGroup {
  readonly id: string;
  readonly code: string;
  readonly name: MultilingualText;
}

/** Whether a paper is of the released schedule; the others can be printed before. */
export const isOfSchedule = (kind: PaperKind): boolean => !['badges', 'floor', 'programme'].includes(kind);

/** All that a paper is made of; of participants, entries and interpreters only what the asker may print. */
export interface PaperFacts {
  readonly edition: {
    readonly slug: string;
    readonly name: MultilingualText;
    readonly venue: MultilingualText;
    readonly timeZone: string;
    readonly slots: readonly EditionSlot[];
    readonly places: readonly EditionPlace[];
    readonly stands: readonly EditionStand[];
  };
  /** Where that is printed. */
  readonly floor: Pick<FloorPlan, 'halls' | 'rectangles'> | null;
  readonly extent: PaperExtent;
  readonly release: { readonly number: number; readonly publishedAt: number } | null;
  readonly participants: readonly EditionParticipant[];
  readonly groups: readonly PaperGroup[];
  readonly entries: readonly AgendaEntry[];
  /** The same of one participant, where all of them are not to be held at once; in the order of time. */
  readonly entriesOf?: (participantId: string) => readonly AgendaEntry[];
  readonly interpreters: readonly EditionInterpreter[];
  /** As it was last released, where all is printed. */
  readonly programme: readonly ReleasedItem[];
  readonly regions: RegionLabels;
}

/** Entries by participant, each list as JSON in UTF-8, in the order of time. */
export type PackedEntries = readonly { readonly participantId: string; readonly json: Uint8Array<ArrayBuffer> }[];

/** The entries of one participant. */
export function ownEntries(facts: Pick<PaperFacts, 'entries' | 'entriesOf'>): (participantId: string) => readonly AgendaEntry[] {
  if (facts.entriesOf !== undefined) return facts.entriesOf;
  const own = Map.groupBy(facts.entries, ({ participantId }) => participantId);
  return (participantId) => own.get(participantId) ?? [];
}

/** A meeting as a paper for others than the two tells it. */
export interface PaperMeeting extends Interval {
  readonly id: string;
  readonly number: number;
  readonly slotId: string;
  readonly place: AgendaEntry['details']['place'];
  readonly a: Counterpart;
  readonly b: Counterpart;
  readonly interpreter: { readonly id: string; readonly name: string } | null;
  readonly metAt: number | null;
}

const rank: Readonly<Record<Counterpart['role'], number>> = { exhibitor: 0, buyer: 1 };

const inOrder = (one: Counterpart, other: Counterpart): readonly [Counterpart, Counterpart] =>
  rank[one.role] - rank[other.role] < 0 || (one.role === other.role && one.code <= other.code) ? [one, other] : [other, one];

/** The meetings of these entries, each once, in order of time and place; the exhibitor stands before the buyer. */
export function meetingsOf({
  entries,
  participants,
  edition,
}: Pick<PaperFacts, 'entries' | 'participants' | 'edition'>): readonly PaperMeeting[] {
  const who = new Map(participants.map((one) => [one.id, one]));
  const placeOrder = new Map(edition.places.map((place, at) => [place.id, at]));
  const found = new Map<string, PaperMeeting>();
  for (const { meetingId, participantId, slotId, start, end, details, metAt = null } of entries) {
    const us = who.get(participantId);
    if (us === undefined || found.has(meetingId)) continue;
    const { number, place, interpreter } = details;
    const [a, b] = inOrder(us, details.with);
    found.set(meetingId, { id: meetingId, number, slotId, start, end, place, a, b, interpreter, metAt });
  }
  const orderOf = ({ place }: PaperMeeting): number => placeOrder.get(place.id) ?? Number.MAX_SAFE_INTEGER;
  return [...found.values()].sort((x, y) => x.start - y.start || orderOf(x) - orderOf(y) || x.number - y.number);
}

/** Things by their day at the venue, in order of time. */
export const byDay = <T extends Interval>(
  things: readonly T[],
  timeZone: string,
): readonly (readonly [day: string, things: readonly T[]])[] =>
  [...Map.groupBy(things, ({ start }) => dayAt(start, timeZone))].sort(([one], [other]) => (one < other ? -1 : 1));

/** Only what happens on one day. */
export function onDay(facts: PaperFacts, day: string | undefined): PaperFacts {
  if (day === undefined) return facts;
  const { timeZone } = facts.edition;
  const isOn = ({ start }: Interval): boolean => dayAt(start, timeZone) === day;
  const { entriesOf: _, ...rest } = facts;
  return { ...rest, entries: facts.entries.filter(isOn), edition: { ...facts.edition, slots: facts.edition.slots.filter(isOn) } };
}

/** Participants as they are to lie on the pile. */
export function inPaperOrder(facts: PaperFacts, order: PaperOrder, language: Language): readonly EditionParticipant[] {
  const { participants, groups } = facts;
  const letters = new Intl.Collator(language, { numeric: true });
  const groupCodes = new Map(groups.map(({ id, code }) => [id, code]));
  const nameOf = ({ name }: EditionParticipant): string => (name[language] ?? name['en'] ?? Object.values(name)[0])?.text ?? '';
  const keys: Readonly<Record<PaperOrder, (one: EditionParticipant) => string>> = {
    code: ({ code }) => code,
    name: nameOf,
    hall: ({ standHall }) => standHall ?? '',
    group: ({ groupId }) => (groupId === null ? '' : (groupCodes.get(groupId) ?? '')),
  };
  const key = keys[order];
  // Those without a hall or a group come last.
  const compare = (one: string, other: string): number => Number(one === '') - Number(other === '') || letters.compare(one, other);
  return [...participants].sort((one, other) => compare(key(one), key(other)) || letters.compare(one.code, other.code));
}

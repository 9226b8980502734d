// The facts of one edition as a file holds them: what every reader produces and every writer consumes.
// Times are the venue's own clock; codes and numbers are what people see, never identifiers of the database.

import type { RectangleKind } from '#modules/expos/domain/floor/plan.ts';
import { noContact } from '#modules/expos/domain/interpreter.ts';
import type { EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { ContactPerson, InterpreterContact, RosterParticipant } from '#modules/expos/domain/roster.ts';

/** A text by BCP-47 tag, e.g. `{ en: 'Cypress Water', 'zh-Hans': '柏溪水务' }`. */
export type FileText = Readonly<Record<string, string>>;

/** A day `YYYY-MM-DD` and a half-open span of venue clock times `HH:MM`. */
export interface FileSpan {
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

export interface FileEdition {
  readonly name: FileText;
  readonly venue: FileText;
  /** IANA zone of the venue, e.g. `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface FileSlot extends FileSpan {
  /** 1-based, in order of time. */
  readonly number: number;
  /** 1 = morning, 2 = afternoon, … */
  readonly session: number;
}

export interface FileTable {
  readonly number: number;
  readonly hall: string;
  /** Meetings it can hold at once. */
  readonly seats: number;
  /** Numbers of the slots in which it cannot be used, ascending. */
  readonly closedSlots: readonly number[];
}

export interface FileStand {
  readonly code: string;
  readonly hall: string;
  readonly seats: number;
  readonly closedSlots: readonly number[];
  /** Code of the lead exhibitor; the co-exhibitors are the other participants whose `stand` is this one. */
  readonly lead: string | null;
  /** m² that were let; null where nobody says. */
  readonly area: number | null;
}

/** A hall; metres, null together where nobody has measured it. */
export interface FileHall {
  readonly code: string;
  readonly width: number | null;
  readonly depth: number | null;
}

/** Minutes on foot between two halls. */
export interface FileWalk {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** A row of the floor plan: metres from the top left corner of its hall, to the centimetre. */
export interface FileRectangle {
  readonly kind: RectangleKind;
  readonly hall: string;
  /** Of a stand or a table, else null. */
  readonly code: string | null;
  /** Of a zone or an entrance; may be empty. */
  readonly name: FileText;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

export interface FileGroup {
  readonly code: string;
  readonly kind: 'delegation' | 'trading_group';
  readonly name: FileText;
  /** Code of the group this one is part of. */
  readonly parent: string | null;
}

/** One of the edition's own list, in its order. */
export interface FileTopic {
  readonly name: FileText;
}

/** What is said of an offer or a need beside its words; a title in no language where there is none. */
export type FileDetails = Omit<EntryDetails, 'title'> & { readonly title: FileText };

export interface FileParticipant extends Omit<
  RosterParticipant,
  | 'name'
  | 'country'
  | 'city'
  | 'offer'
  | 'need'
  | 'offerTopics'
  | 'needTopics'
  | 'offerDetails'
  | 'needDetails'
  | 'contacts'
  | 'unavailable'
> {
  readonly name: FileText;
  /** What it brings and what it seeks; empty where nobody said. */
  readonly offer: FileText;
  readonly need: FileText;
  readonly offerDetails: FileDetails | null;
  readonly needDetails: FileDetails | null;
  /** Topics by their keys (topics.ts), in the order of the list. */
  readonly offerTopics: readonly string[];
  readonly needTopics: readonly string[];
  /** ISO 3166-1 alpha-2, or '' where it is not known. */
  readonly country: string;
  readonly city: string;
}

/** A contact of the participant with this code; of several the first row is asked first. */
export interface FileContact extends ContactPerson {
  readonly participant: string;
}

/** When someone is away: one slot, or a span of venue time. */
export type FileAway = { readonly kind: 'slot'; readonly slot: number } | ({ readonly kind: 'span' } & FileSpan);

export interface FileUnavailable {
  /** Whose absence: a participant by code or an interpreter by name. */
  readonly who: { readonly kind: 'participant'; readonly code: string } | { readonly kind: 'interpreter'; readonly name: string };
  readonly away: FileAway;
  readonly reason: string;
}

/** With how they are reached: blank where nothing is entered. */
export interface FileInterpreter extends InterpreterContact {
  readonly name: string;
  readonly languages: readonly string[];
  /** What they interpret at most without a rest, in minutes; null: nothing was agreed. */
  readonly longestMinutes: number | null;
  /** How long a pause has to be to be a rest, in minutes; null: as usual. */
  readonly restMinutes: number | null;
}

export interface FileRequest {
  readonly from: string;
  readonly to: string;
  readonly wish: 'must' | 'want' | 'no';
  /** Session asked for; null is any. */
  readonly session: number | null;
  readonly note: string;
  /** Number of the meeting it leads to; requests of both sides may share one. Null for the wish `no`. */
  readonly meeting: number | null;
}

/** Meeting `earlier` must be held strictly before meeting `later`. */
export interface FileOrder {
  readonly earlier: number;
  readonly later: number;
}

/** The meeting's slot is settled. */
export interface FileFixed {
  readonly meeting: number;
  readonly slot: number;
}

/** All facts of one edition. */
export interface EditionFile {
  readonly edition: FileEdition;
  readonly slots: readonly FileSlot[];
  readonly tables: readonly FileTable[];
  readonly stands: readonly FileStand[];
  readonly halls: readonly FileHall[];
  readonly walks: readonly FileWalk[];
  readonly rectangles: readonly FileRectangle[];
  readonly groups: readonly FileGroup[];
  readonly topics: readonly FileTopic[];
  readonly participants: readonly FileParticipant[];
  readonly contacts: readonly FileContact[];
  readonly unavailable: readonly FileUnavailable[];
  readonly interpreters: readonly FileInterpreter[];
  readonly requests: readonly FileRequest[];
  readonly orders: readonly FileOrder[];
  readonly fixed: readonly FileFixed[];
}

/** Nobody has entered how an interpreter is reached, and nothing was agreed on rests. */
export const noReach: Omit<FileInterpreter, 'name' | 'languages'> = { ...noContact, longestMinutes: null, restMinutes: null };

/** Nothing is drawn. */
export const noFloor: Pick<EditionFile, 'halls' | 'walks' | 'rectangles'> = { halls: [], walks: [], rectangles: [] };

/** What a file really held: a table that it does not have is absent, and the edition keeps its own. */
export type EditionParts = { readonly [K in keyof EditionFile]?: EditionFile[K] };

/** Name of a table of the file, as in the keys of `EditionFile`. */
export type FileTableName = keyof EditionFile;

/** Contacts of those who take part: they go with the participant whose they are. */
export const contactsAmong = (contacts: readonly FileContact[], participants: readonly FileParticipant[]): readonly FileContact[] => {
  const codes = new Set(participants.map(({ code }) => code));
  return contacts.filter(({ participant }) => codes.has(participant));
};

/** A request before its meeting is known. */
export type UnnumberedRequest = Omit<FileRequest, 'meeting'> & { readonly meeting: number | null };

/**
 * Gives every request for a meeting its number. A number that the file states stays; the n-th unnumbered request
 * a→b and the n-th b→a become one meeting; new numbers follow the order of the rows, above those stated.
 */
export function numberMeetings(requests: readonly UnnumberedRequest[]): FileRequest[] {
  let next = requests.reduce((most, r) => Math.max(most, r.meeting ?? 0), 0) + 1;
  const waiting = new Map<string, number[]>();
  const keyOf = (from: string, to: string) => JSON.stringify([from, to]);
  return requests.map((request) => {
    if (request.wish === 'no') return { ...request, meeting: null };
    if (request.meeting !== null) return request;
    const answered = waiting.get(keyOf(request.to, request.from))?.shift();
    if (answered !== undefined) return { ...request, meeting: answered };
    const meeting = next++;
    const key = keyOf(request.from, request.to);
    waiting.set(key, [...(waiting.get(key) ?? []), meeting]);
    return { ...request, meeting };
  });
}

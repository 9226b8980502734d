// The whole roster of an edition in codes and numbers that people see, as imports bring it.
import type { Interval } from '#kernel/intervals.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { FloorPlan } from './floor/plan.ts';
import type { Size } from './topic.ts';
import type { EntryDetails } from '#modules/organisations/domain/entry.ts';
import type { NameOrder } from '#modules/organisations/domain/contact.ts';

export const participantRoles = ['exhibitor', 'buyer'] as const;
export type ParticipantRole = (typeof participantRoles)[number];

export const groupKinds = ['delegation', 'trading_group'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const meetingPoints = ['table', 'stand'] as const;
/** Where a participant's meetings are held: at a table of the hall or at its own stand. */
export type MeetingPoint = (typeof meetingPoints)[number];

/** A span of UTC milliseconds `[start, end)` with the reason someone gave for it. */
export interface Absence extends Interval {
  readonly reason: string;
}

export interface RosterSlot extends Interval {
  /** 1-based within the edition: 1 morning, 2 afternoon, … */
  readonly session: number;
}

export interface RosterTable {
  readonly number: number;
  readonly hall: string;
  readonly seats: number;
  /** Numbers of slots, 1-based in order of time. */
  readonly closedSlots: readonly number[];
}

export interface RosterStand {
  readonly code: string;
  readonly hall: string;
  /** Meetings it can hold at once; 0 when none are held there. */
  readonly seats: number;
  readonly closedSlots: readonly number[];
  /** Code of the lead exhibitor. */
  readonly lead: string | null;
  /** m²; null where it is not entered. */
  readonly area: number | null;
}

export interface RosterGroup {
  readonly code: string;
  readonly kind: GroupKind;
  readonly name: MultilingualText;
  /** Code of the group it is part of. */
  readonly parent: string | null;
}

/** A person to ask for; never public. Without a surname they are known by their address or phone alone. */
export interface ContactPerson {
  readonly surname: string;
  readonly givenName: string;
  readonly nameOrder: NameOrder;
  readonly post: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** BCP-47 tags in order of preference; empty: not known. */
  readonly languages: readonly string[];
}

/** How an interpreter is reached; their languages are those that they interpret. */
export type InterpreterContact = Omit<ContactPerson, 'post' | 'languages'>;

export interface RosterParticipant {
  readonly code: string;
  readonly name: MultilingualText;
  /** ISO 3166-1 alpha-2; null where not known. */
  readonly country: string | null;
  readonly city: string | null;
  readonly role: ParticipantRole;
  /** What it brings and what it seeks at this edition; null where nobody said. */
  readonly offer: MultilingualText | null;
  readonly need: MultilingualText | null;
  /** Numbers of the roster's topics, 1-based, ascending. */
  readonly offerTopics: readonly number[];
  readonly needTopics: readonly number[];
  /** ISO 3166-1 alpha-2 codes of countries and regions it sells to or buys from. */
  readonly markets: readonly string[];
  readonly size: Size | null;
  readonly offerDetails: EntryDetails | null;
  readonly needDetails: EntryDetails | null;
  /** Meetings at the same time. */
  readonly seats: number;
  /** BCP-47 tags in order of preference; empty: not known. */
  readonly languages: readonly string[];
  readonly minMeetings: number | null;
  readonly maxMeetings: number | null;
  /** Code of its group. */
  readonly group: string | null;
  /** Code of its stand. */
  readonly stand: string | null;
  readonly meetsAt: MeetingPoint;
  /** The first of them first: letters go to it, and agendas name it. */
  readonly contacts: readonly ContactPerson[];
  readonly unavailable: readonly Absence[];
}

export interface RosterInterpreter {
  readonly name: string;
  readonly languages: readonly string[];
  readonly longestMinutes: number | null;
  readonly restMinutes: number | null;
  /** null where nothing is entered. */
  readonly contact: InterpreterContact | null;
  readonly unavailable: readonly Absence[];
}

export interface RosterTopic {
  readonly name: MultilingualText;
}

/** Everything `replaceRoster` sets. Identity: slots by span, tables by number, stands, groups and participants by code, interpreters by name, topics by any of their words. */
export interface Roster {
  readonly slots: readonly RosterSlot[];
  readonly tables: readonly RosterTable[];
  readonly stands: readonly RosterStand[];
  readonly floor: FloorPlan;
  readonly groups: readonly RosterGroup[];
  /** In their order. */
  readonly topics: readonly RosterTopic[];
  readonly participants: readonly RosterParticipant[];
  readonly interpreters: readonly RosterInterpreter[];
}

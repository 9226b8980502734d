// One source's statement of one attribute, as one office asserts it.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { CitedSource } from './source.ts';
import type { StatedValue } from './value.ts';

export type StatementId = Id<'Statement'>;
export type PinId = Id<'Pin'>;

/**
 * A participation is an organisation at an edition: the id is the participant's. A lesson is what one city learned from another. Milestones and
 * indicators are what a project is measured by.
 */
export const subjectKinds = [
  'city',
  'tie',
  'organisation',
  'edition',
  'participation',
  'outcome',
  'lesson',
  'milestone',
  'indicator',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const statementKinds = ['fact', 'count', 'comparison', 'opinion', 'forecast'] as const;
export type StatementKind = (typeof statementKinds)[number];

export const visibilities = ['private', 'shared', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

/** Who may see something; offices only where it is shared. */
export interface Audience {
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
}

/** What is said of what. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** A statement as a reader sees it; whom it is shared with is told to the asserting office alone. Instants are ISO in UTC. */
export interface Statement {
  readonly id: StatementId;
  readonly version: number;
  readonly subject: Subject;
  readonly attribute: string;
  readonly value: StatedValue;
  readonly kind: StatementKind;
  readonly source: CitedSource;
  readonly saidBy: string | null;
  readonly office: { readonly id: OfficeId; readonly name: MultilingualText };
  readonly visibility: Visibility;
  readonly sharedWith: readonly { readonly id: OfficeId; readonly name: MultilingualText }[];
  readonly contentHash: string;
  readonly supersedes: StatementId | null;
  readonly enteredAt: string;
  readonly withdrawn: { readonly at: string; readonly reason: string } | null;
  readonly mayEdit: boolean;
}

/** Words that an office entered for somebody else: what the office says of the same stands beside them, and only the same as somebody's words corrects them. */
export const isQuoted = ({ saidBy }: Pick<Statement, 'saidBy'>): boolean => saidBy !== null;

/** A decision which statement is shown first. */
export interface Pin {
  readonly id: PinId;
  readonly version: number;
  readonly subject: Subject;
  readonly attribute: string;
  readonly statementId: StatementId;
  readonly office: { readonly id: OfficeId; readonly name: MultilingualText };
  readonly visibility: Visibility;
  readonly reason: string;
  readonly pinnedAt: string;
}

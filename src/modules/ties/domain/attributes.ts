// What can be stated of a tie: each attribute with the form of its value and what it is called in the grid.
import { isOneOf } from '#kernel/codes.ts';

export const tieAttributes = [
  'class',
  'status',
  'status_reason',
  'established',
  'ended',
  'a_level',
  'b_level',
  'note',
  'projects',
] as const;
export type TieAttribute = (typeof tieAttributes)[number];

/** Those that are edited in the grid. */
export const cellAttributes = ['class', 'status', 'established', 'note'] as const satisfies readonly TieAttribute[];
export type CellAttribute = (typeof cellAttributes)[number];

/** Each side's own word: another side's does not contradict it. */
export const ownWords: readonly string[] = ['status', 'status_reason'] satisfies readonly TieAttribute[];

/** Those that sources can contradict each other about; the others are each side's own word. */
export const contestable = ['class', 'established', 'ended', 'a_level', 'b_level', 'projects'] as const satisfies readonly TieAttribute[];

/** The form of the value of each attribute. */
export const valueTypes = {
  class: 'code',
  status: 'code',
  status_reason: 'text',
  established: 'date',
  ended: 'date',
  a_level: 'code',
  b_level: 'code',
  note: 'text',
  projects: 'count',
} as const satisfies Readonly<Record<TieAttribute, 'code' | 'date' | 'text' | 'count'>>;

/** How a side states its tie. */
export const statuses = ['proposed', 'active', 'quiet', 'suspended', 'ended', 'revived'] as const;
export type Status = (typeof statuses)[number];

export const isStatus = (code: string): code is Status => isOneOf(statuses, code);

/** What kind of body the end of a tie is, in the order of the tie's sides: a city and its prefecture are different bodies. */
export const endLevels = ['city', 'region', 'district', 'port'] as const;
export type EndLevel = (typeof endLevels)[number];

export const isEndLevel = (code: string): code is EndLevel => isOneOf(endLevels, code);

/** Classes that every office finds; it adds its own to the table. */
export const standardClasses = ['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership'] as const;
export type StandardClass = (typeof standardClasses)[number];

export const isStandardClass = (code: string): code is StandardClass => isOneOf(standardClasses, code);

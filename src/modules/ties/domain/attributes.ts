// What can be stated of a tie: each attribute with the form of its value and what it is called in the grid.

export const tieAttributes = ['class', 'status', 'established', 'note', 'projects'] as const;
export type TieAttribute = (typeof tieAttributes)[number];

/** Those that are edited in the grid. */
export const cellAttributes = ['class', 'status', 'established', 'note'] as const satisfies readonly TieAttribute[];
export type CellAttribute = (typeof cellAttributes)[number];

/** The form of the value of each attribute. */
export const valueTypes = {
  class: 'code',
  status: 'code',
  established: 'date',
  note: 'text',
  projects: 'count',
} as const satisfies Readonly<Record<TieAttribute, 'code' | 'date' | 'text' | 'count'>>;

/** How a side states its tie. */
export const statuses = ['active', 'quiet', 'suspended', 'ended'] as const;
export type Status = (typeof statuses)[number];

export const isStatus = (code: string): code is Status => (statuses as readonly string[]).includes(code);

/** Classes that every office finds; it adds its own to the table. */
export const standardClasses = ['sister_city', 'friendly_exchange', 'friendly_district', 'project_partnership'] as const;
export type StandardClass = (typeof standardClasses)[number];

export const isStandardClass = (code: string): code is StandardClass => (standardClasses as readonly string[]).includes(code);

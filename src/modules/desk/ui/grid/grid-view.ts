// The columns of the grid, by what it is filtered and in which order: as an address names them, apart from what is done with rows.
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { doubtKinds } from '#modules/ties/domain/doubts.ts';

export const gridColumns = [
  'city',
  'country',
  'class',
  'since',
  'status',
  'theirs',
  'last',
  'domains',
  'next',
  'source',
  'seen',
  'note',
] as const;
export type GridColumn = (typeof gridColumns)[number];

/** The columns that are edited in place, and the attribute each of them states. */
export const edited = { class: 'class', since: 'established', status: 'status', note: 'note' } as const satisfies Partial<
  Record<GridColumn, string>
>;
export type EditedColumn = keyof typeof edited;
export const isEdited = (column: GridColumn): column is EditedColumn => column in edited;

export interface GridFilter {
  readonly q: string;
  readonly classCode: string;
  readonly domain: Domain | '';
  readonly only: (typeof onlys)[number];
}

export const onlys = ['', ...doubtKinds, 'no_date', 'next'] as const;

export const noFilter: GridFilter = { q: '', classCode: '', domain: '', only: '' };

export interface GridOrder {
  readonly key: GridColumn;
  readonly descending: boolean;
}

// How many of the meetings that a company wants are still open.
import type { GroupGrid } from '../agenda/answers.ts';
import type { Request } from '../edition/answers.ts';

export type Row = GroupGrid['rows'][number];

export interface Gap {
  readonly row: Row;
  /** Meetings that it wants at least, and how many others it meets or has asked. */
  readonly wanted: number;
  readonly has: number;
}

type Made = Pick<Request, 'wish'> & { readonly from: { readonly id: string }; readonly to: { readonly id: string } };

/** Whom a company meets or has asked, each once; a "no" is none of them, and who asked it is not yet one of its own. */
const reachedBy = ({ participant, meetings }: Row, made: readonly Made[]): number =>
  new Set([
    ...meetings.map((meeting) => meeting.with.id),
    ...made.filter(({ from, wish }) => from.id === participant.id && wish !== 'no').map(({ to }) => to.id),
  ]).size;

export const openIn = ({ wanted, has }: Pick<Gap, 'wanted' | 'has'>): number => Math.max(0, wanted - has);

/** Of all companies of a group, those with the most open first. */
export const gapsOf = ({ rows, figures }: Pick<GroupGrid, 'rows' | 'figures'>, made: readonly Made[]): readonly Gap[] =>
  rows
    .map((row) => ({ row, wanted: row.least ?? figures.atLeast, has: reachedBy(row, made) }))
    .toSorted((one, other) => openIn(other) - openIn(one));

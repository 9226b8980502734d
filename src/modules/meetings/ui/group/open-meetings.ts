// How many of the meetings that a company wants are still open.
import type { GroupGrid } from '../agenda/answers.ts';
import type { Request } from '../edition/answers.ts';

export type Row = GroupGrid['rows'][number];

export interface Gap {
  readonly row: Row;
  /** Meetings that it wants at least. */
  readonly wanted: number;
  /** How many others it meets, and how many more it has asked and not heard "no" from. */
  readonly meets: number;
  readonly asked: number;
}

type Made = Pick<Request, 'id' | 'wish' | 'state'> & { readonly from: { readonly id: string }; readonly to: { readonly id: string } };

/** Whom a company meets, and whom else it has asked, each once; a "no" of either side is none of them, and who asked it is not yet one of its own. */
function reachedBy({ participant, meetings }: Row, made: readonly Made[], declined: ReadonlySet<string>): Pick<Gap, 'meets' | 'asked'> {
  const met = new Set(meetings.map((meeting) => meeting.with.id));
  const open = made.filter(
    (one) => one.from.id === participant.id && one.wish !== 'no' && one.state !== 'excluded' && !declined.has(one.id),
  );
  return { meets: met.size, asked: new Set(open.map(({ to }) => to.id).filter((id) => !met.has(id))).size };
}

export const openIn = ({ wanted, meets, asked }: Pick<Gap, 'wanted' | 'meets' | 'asked'>): number => Math.max(0, wanted - meets - asked);

/** Of all companies of a group, those with the most open first; `declined`: the requests whose other side let us know that it cannot. */
export const gapsOf = (
  { rows, figures }: Pick<GroupGrid, 'rows' | 'figures'>,
  made: readonly Made[],
  declined: ReadonlySet<string> = new Set(),
): readonly Gap[] =>
  rows
    .map((row) => ({ row, wanted: row.least ?? figures.atLeast, ...reachedBy(row, made, declined) }))
    .toSorted((one, other) => openIn(other) - openIn(one));

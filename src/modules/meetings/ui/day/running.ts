// What goes on in the hall at a moment, read from the schedule in force.
import type { Due } from '../../domain/door/seen-at-doors.ts';
import type { Grid, GridCell } from '../edition/answers.ts';

export interface TableNow {
  readonly place: Grid['places'][number];
  readonly now: readonly GridCell[];
  /** The next meeting there today. */
  readonly next: GridCell | null;
}

export interface FreeNow {
  readonly participant: Grid['participants'][number];
  /** When their next meeting begins; null: none today. */
  readonly until: string | null;
}

const startOf = ({ slots }: Grid, cell: GridCell): number => Date.parse(slots[cell.slot]?.startsAt ?? '');
const endOf = ({ slots }: Grid, cell: GridCell): number => Date.parse(slots[cell.slot]?.endsAt ?? '');

export const runningCells = (grid: Grid, now: number): readonly GridCell[] =>
  grid.cells.filter((cell) => startOf(grid, cell) <= now && endOf(grid, cell) > now);

/** The same with the meetings in one hall alone; '' is all of them. */
export const inHall = (grid: Grid, hall: string): Grid =>
  hall === '' ? grid : { ...grid, cells: grid.cells.filter(({ place }) => grid.places[place]?.hall === hall) };

/** Places that have a meeting now or later, each with both. */
export function tablesAt(grid: Grid, now: number): readonly TableNow[] {
  return grid.places.flatMap((place, at): readonly TableNow[] => {
    const here = grid.cells.filter((cell) => cell.place === at);
    const ahead = here.filter((cell) => startOf(grid, cell) > now).sort((a, b) => startOf(grid, a) - startOf(grid, b));
    const running = here.filter((cell) => startOf(grid, cell) <= now && endOf(grid, cell) > now);
    return running.length + ahead.length === 0 ? [] : [{ place, now: running, next: ahead[0] ?? null }];
  });
}

/** Who has no meeting now and is not away: the longest free first. `absent` are those who were reported missing. */
export function freeAt(grid: Grid, now: number, absent: ReadonlySet<string>): readonly FreeNow[] {
  const busy = new Set(runningCells(grid, now).flatMap(({ a, b }) => [a, b]));
  const slot = grid.slots.findIndex(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && Date.parse(endsAt) > now);
  const away = new Set(grid.away.flatMap((one) => (one.slot === slot ? [one.participant] : [])));
  const free = grid.participants.flatMap((participant, at): readonly FreeNow[] => {
    if (busy.has(at) || away.has(at) || absent.has(participant.id)) return [];
    const ahead = grid.cells.filter(({ a, b, ...cell }) => (a === at || b === at) && startOf(grid, { a, b, ...cell }) > now);
    const until = ahead.map((cell) => grid.slots[cell.slot]?.startsAt ?? '').sort()[0];
    return [{ participant, until: until ?? null }];
  });
  return free.sort((a, b) => (b.until ?? '9').localeCompare(a.until ?? '9'));
}

/** So long before a meeting somebody should be there. */
export const soon = 20 * 60_000;

/** Both sides of every meeting of the day that began or begins soon. */
export const dueBy = (grid: Grid, now: number): readonly Due[] =>
  grid.cells
    .filter((cell) => startOf(grid, cell) <= now + soon)
    .flatMap((cell) =>
      [cell.a, cell.b].flatMap((at) => {
        const participant = grid.participants[at];
        return participant === undefined ? [] : [{ participantId: participant.id, hall: grid.places[cell.place]?.hall ?? null }];
      }),
    );

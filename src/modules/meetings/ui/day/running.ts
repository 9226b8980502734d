// What goes on in the hall at a moment, read from the schedule in force.
import type { Due } from '../../domain/door/seen-at-doors.ts';
import type { Grid, GridCell } from '../edition/answers.ts';
import type { Board, QueueTalk } from '../queue/tell.ts';

/** Times of the day as the board has them: the last one that is over, the one that goes on, and the next ones; each is a position in `slots`. */
export interface TimesNow {
  readonly before: number | null;
  readonly running: number | null;
  readonly ahead: readonly number[];
}

export interface FreeNow {
  readonly participant: Grid['participants'][number];
  /** When their next meeting begins; null: none today. */
  readonly until: string | null;
}

const startOf = ({ slots }: Grid, cell: GridCell): number => Date.parse(slots[cell.slot]?.startsAt ?? '');
const endOf = ({ slots }: Grid, cell: GridCell): number => Date.parse(slots[cell.slot]?.endsAt ?? '');

/** What was held in the live queue already is no meeting that goes on or comes. */
const stillToHold = ({ cells }: Grid): readonly GridCell[] => cells.filter(({ metAt }) => metAt === undefined);

export const runningCells = (grid: Grid, now: number): readonly GridCell[] =>
  stillToHold(grid).filter((cell) => startOf(grid, cell) <= now && endOf(grid, cell) > now);

/** The same with the meetings in one hall alone; '' is all of them. */
export const inHall = (grid: Grid, hall: string): Grid =>
  hall === '' ? grid : { ...grid, cells: grid.cells.filter(({ place }) => grid.places[place]?.hall === hall) };

/** The times around now, of those ahead as many as the board has room for. */
export function timesAround({ slots }: Grid, now: number, room: number): TimesNow {
  const times = slots.map(({ startsAt, endsAt }, at) => ({ at, start: Date.parse(startsAt), end: Date.parse(endsAt) }));
  times.sort((a, b) => a.start - b.start);
  return {
    before: times.findLast(({ end }) => end <= now)?.at ?? null,
    running: times.find(({ start, end }) => start <= now && end > now)?.at ?? null,
    ahead: times.filter(({ start }) => start > now).flatMap(({ at }, n) => (n < room ? [at] : [])),
  };
}

/** Meetings that begin after all the times that a board shows, and when the first does. */
export function laterThan(
  grid: Grid,
  { running, ahead }: TimesNow,
  now: number,
): { readonly count: number; readonly first: string | null } {
  const shown = new Set([running, ...ahead]);
  const later = stillToHold(grid).filter((cell) => startOf(grid, cell) > now && !shown.has(cell.slot));
  const starts = later.map((cell) => grid.slots[cell.slot]?.startsAt ?? '').sort();
  return { count: later.length, first: starts[0] ?? null };
}

/** What the live queue holds of the hall, in the halls that are looked at: who talks or is called, and at which tables it can call. */
export interface QueueNow {
  readonly talks: readonly QueueTalk[];
  readonly placeIds: ReadonlySet<string>;
  readonly isPaused: boolean;
  /** Its day was ended, or its hours are over, and some still sit. */
  readonly isOver: boolean;
}

type Running = Pick<Board, 'state' | 'opensAt' | 'closesAt' | 'talks' | 'tables'>;

/** Null where no queue runs: none, one opened ahead, or one that has ended and in which nobody sits. A call that is not shown yet has called nobody. */
export function queueNow(board: Running | null | undefined, now: number, hall: string): QueueNow | null {
  if (board === null || board === undefined || Date.parse(board.opensAt) > now) return null;
  const isOver = board.state === 'closed' || Date.parse(board.closesAt) <= now;
  if (isOver && board.talks.every(({ begunAt }) => begunAt === null)) return null;
  const isIn = ({ place }: { readonly place: QueueTalk['place'] }): boolean => hall === '' || place.hall === hall;
  return {
    talks: board.talks.filter((talk) => isIn(talk) && (talk.begunAt !== null || Date.parse(talk.goesOutAt) <= now)),
    placeIds: new Set(board.tables.filter((table) => isIn(table) && table.state !== 'closed').map(({ place }) => place.id)),
    isPaused: board.state === 'paused',
    isOver,
  };
}

/** Who sits in the queue’s meetings or is called to one. */
export const takenBy = (queue: QueueNow | null): readonly string[] =>
  (queue?.talks ?? []).flatMap(({ rotating, seated }) => [rotating.id, seated.id]);

/** Places that have a meeting now or later, and those to which the live queue calls. */
export function placesInUse(grid: Grid, now: number, queue: QueueNow | null = null): Grid['places'] {
  const used = new Set(grid.cells.filter((cell) => endOf(grid, cell) > now).map(({ place }) => place));
  return grid.places.filter(({ id }, at) => used.has(at) || queue?.placeIds.has(id) === true);
}

/** What is held at a place at a time; a stand can hold several meetings. */
export const heldAt = (grid: Grid, placeId: string, slot: number): readonly GridCell[] =>
  grid.cells.filter((cell) => cell.slot === slot && grid.places[cell.place]?.id === placeId);

/** At which times somebody is away from now on: the one that goes on, else the next, is where they are now. */
function awayFrom({ slots, away }: Grid, now: number): ReadonlyMap<number, readonly number[]> {
  const ends = (at: number): number => Date.parse(slots[at]?.endsAt ?? '');
  return new Map(
    [...Map.groupBy(away, ({ participant }) => participant)].map(([participant, own]) => [
      participant,
      own.flatMap(({ slot }) => (ends(slot) > now ? [slot] : [])),
    ]),
  );
}

/** Who has no meeting now and is not away: the longest free first, until their next meeting or until they are away. `absent` are those who are missing, or sit in a meeting of the live queue. */
export function freeAt(grid: Grid, now: number, absent: ReadonlySet<string>): readonly FreeNow[] {
  const busy = new Set(runningCells(grid, now).flatMap(({ a, b }) => [a, b]));
  const { running, ahead: following } = timesAround(grid, now, 1);
  const here = running ?? following[0];
  const away = awayFrom(grid, now);
  const coming = stillToHold(grid);
  const free = grid.participants.flatMap((participant, at): readonly FreeNow[] => {
    const gone = away.get(at) ?? [];
    if (busy.has(at) || (here !== undefined && gone.includes(here)) || absent.has(participant.id)) return [];
    const ahead = coming.filter(({ a, b, ...cell }) => (a === at || b === at) && startOf(grid, { a, b, ...cell }) > now);
    const until = [...ahead.map(({ slot }) => slot), ...gone].map((slot) => grid.slots[slot]?.startsAt ?? '').sort()[0];
    return [{ participant, until: until ?? null }];
  });
  return free.sort((a, b) => (b.until ?? '9').localeCompare(a.until ?? '9'));
}

/** So long before a meeting somebody should be there. */
export const soon = 20 * 60_000;

/** Both sides of every meeting of the day that began or begins soon. */
export const dueBy = (grid: Grid, now: number): readonly Due[] =>
  stillToHold(grid)
    .filter((cell) => startOf(grid, cell) <= now + soon)
    .flatMap((cell) =>
      [cell.a, cell.b].flatMap((at) => {
        const participant = grid.participants[at];
        return participant === undefined ? [] : [{ participantId: participant.id, hall: grid.places[cell.place]?.hall ?? null }];
      }),
    );

// What stands against moving a meeting of the schedule to another time, as far as its grid tells: known before anything is pressed.
import type { Grid, GridCell } from '../edition/answers.ts';

export type Hindrance =
  | { readonly kind: 'begun' }
  | { readonly kind: 'meets' | 'away' | 'interpreter' | 'none_free'; /** Index in the grid. */ readonly who: number };

type Span = Pick<Grid['slots'][number], 'startsAt' | 'endsAt'>;

const overlap = (one: Span, other: Span): boolean =>
  Date.parse(one.startsAt) < Date.parse(other.endsAt) && Date.parse(other.startsAt) < Date.parse(one.endsAt);

/** `slot`: index of the time. `now`: milliseconds. Empty where the meeting could be held then. */
export function hindrancesAt(grid: Grid, cell: GridCell, slot: number, now: number): readonly Hindrance[] {
  const span = grid.slots[slot];
  if (span === undefined) return [];
  // A meeting that goes on may still change its place.
  if (Date.parse(slot === cell.slot ? span.endsAt : span.startsAt) <= now) return [{ kind: 'begun' }];
  const beside = grid.cells.filter((other) => {
    const theirs = grid.slots[other.slot];
    return other.meetingId !== cell.meetingId && theirs !== undefined && overlap(theirs, span);
  });
  const both = [cell.a, cell.b];
  const meets = both.filter((who) => beside.filter(({ a, b }) => a === who || b === who).length >= (grid.participants[who]?.seats ?? 1));
  const away = both.filter((who) => grid.away.some((one) => one.slot === slot && one.participant === who));
  // Told only where they could meet at all: then it is the one thing left to see to.
  const elsewhere = meets.length + away.length === 0 ? beside.flatMap(({ interpreter }) => interpreter ?? []) : [];
  const { interpreter } = cell;
  return [
    ...meets.map((who) => ({ kind: 'meets' as const, who })),
    ...away.map((who) => ({ kind: 'away' as const, who })),
    ...(interpreter !== null && elsewhere.includes(interpreter)
      ? [
          {
            kind: grid.interpreters.every((_one, at) => elsewhere.includes(at)) ? ('none_free' as const) : ('interpreter' as const),
            who: interpreter,
          },
        ]
      : []),
  ];
}

/** A meeting as the grid of another day knows it: held at no time of that day (-1), as is whoever that grid does not name: a side that has withdrawn. */
export function asIn(grid: Grid, from: Grid, cell: GridCell): GridCell {
  const indexIn = (things: readonly { readonly id: string }[], id: string | undefined): number => things.findIndex((one) => one.id === id);
  const who = (at: number): number => indexIn(grid.participants, from.participants[at]?.id);
  const place = indexIn(grid.places, from.places[cell.place]?.id);
  const interpreter = cell.interpreter === null ? null : indexIn(grid.interpreters, from.interpreters[cell.interpreter]?.id);
  return { ...cell, a: who(cell.a), b: who(cell.b), place, interpreter, slot: -1 };
}

export interface Exchange {
  readonly other: GridCell;
  /** Of both meetings in each other's time; empty where they can be exchanged. */
  readonly hindrances: readonly Hindrance[];
}

/** The other meetings, each with what stands against exchanging times with it as far as the sides go. A table and an interpreter are looked for when it is done. */
export function exchangesOf(grid: Grid, cell: GridCell, now: number): readonly Exchange[] {
  const held = new Map<number, GridCell[]>();
  for (const one of grid.cells) for (const who of [one.a, one.b]) held.set(who, [...(held.get(who) ?? []), one]);
  const against = (one: GridCell, other: GridCell): readonly Hindrance[] => {
    const near = new Set([one.a, one.b].flatMap((who) => held.get(who) ?? []));
    const cells = [...near].filter(({ meetingId }) => meetingId !== other.meetingId);
    return hindrancesAt({ ...grid, cells }, one, other.slot, now).filter(({ kind }) => kind !== 'interpreter' && kind !== 'none_free');
  };
  const others = grid.cells.filter(({ meetingId }) => meetingId !== cell.meetingId);
  return others.map((other) => {
    const isAhead = Date.parse(grid.slots[other.slot]?.startsAt ?? '') > now;
    return { other, hindrances: isAhead ? [...against(cell, other), ...against(other, cell)] : [{ kind: 'begun' }] };
  });
}

/** Both as they stand once they are exchanged: whoever meets at a stand stays there, and then so does the other at its own table. */
export function exchanged(grid: Grid, one: GridCell, other: GridCell): readonly [GridCell, GridCell] {
  const atStand = [one, other].some(({ place }) => grid.places[place]?.kind === 'stand');
  return [
    { ...one, slot: other.slot, place: atStand ? one.place : other.place },
    { ...other, slot: one.slot, place: atStand ? other.place : one.place },
  ];
}

// Turns a grid into participants' days: in every slot a meeting, an idle gap, an absence, or nothing before the first and after the last.
import { fold } from '#kernel/fold.ts';
import { dayOf } from '#client/formats.ts';
import type { Grid, GridCell } from '../edition/answers.ts';

export type PersonSlot = { readonly kind: 'meets'; readonly meetings: readonly GridCell[] } | { readonly kind: 'idle' | 'away' | 'free' };

export interface PersonLine {
  /** Index into the grid's participants. */
  readonly at: number;
  readonly participant: Grid['participants'][number];
  /** One for each slot of the grid. */
  readonly slots: readonly PersonSlot[];
  readonly meetings: number;
  /** Groups of idle slots between two meetings of a day. */
  readonly gaps: number;
  readonly trouble: 'hard' | 'warning' | null;
}

const blank: PersonSlot = { kind: 'free' };
const idle: PersonSlot = { kind: 'idle' };
const gone: PersonSlot = { kind: 'away' };

/** Fills the slots of one day between its first and its last meeting; answers how many gaps that makes. */
function fillDay(slots: PersonSlot[], from: number, to: number): number {
  const busy = (at: number): boolean => slots[at]?.kind === 'meets';
  let first = from;
  while (first < to && !busy(first)) first += 1;
  let last = to - 1;
  while (last > first && !busy(last)) last -= 1;
  let gaps = 0;
  for (let at = first; at < last; at += 1) {
    if (busy(at)) continue;
    if (busy(at - 1)) gaps += 1;
    if (slots[at]?.kind === 'free') slots[at] = idle;
  }
  return gaps;
}

/** Where each day begins among the slots of a grid, and the end. */
function dayStarts({ slots, edition }: Grid): readonly number[] {
  const day = (at: number): string => dayOf(slots[at]?.startsAt ?? 0, edition.timeZone);
  return [...slots.keys()].filter((at) => at === 0 || day(at) !== day(at - 1)).concat(slots.length);
}

/** One line a participant, in the grid's order. */
export function personLines(grid: Grid): readonly PersonLine[] {
  const held = new Map<number, GridCell[][]>();
  const note = (who: number, cell: GridCell): void => {
    const own = held.get(who) ?? [];
    held.set(who, own);
    (own[cell.slot] ??= []).push(cell);
  };
  for (const cell of grid.cells) {
    note(cell.a, cell);
    note(cell.b, cell);
  }
  const absent = Map.groupBy(grid.away, ({ participant }) => participant);
  const days = dayStarts(grid);
  return grid.participants.map((participant, at) => {
    const own = held.get(at);
    const away = new Set(absent.get(at)?.map(({ slot }) => slot));
    const slots = grid.slots.map((_, slot): PersonSlot => {
      const meetings = own?.[slot];
      if (meetings !== undefined) return { kind: 'meets', meetings };
      return away.has(slot) ? gone : blank;
    });
    const gaps = days.slice(0, -1).reduce((sum, from, day) => sum + fillDay(slots, from, days[day + 1] ?? from), 0);
    const meetings = own?.flat() ?? [];
    const trouble = meetings.some(({ state }) => state === 'hard')
      ? 'hard'
      : meetings.some(({ state }) => state === 'warning')
        ? 'warning'
        : null;
    return { at, participant, slots, meetings: meetings.length, gaps, trouble };
  });
}

export const peopleFilters = ['everybody', 'exhibitors', 'buyers', 'waiting', 'troubled', 'unmet', 'partly'] as const;
export type PeopleFilter = (typeof peopleFilters)[number];

const passes: Readonly<Record<PeopleFilter, (line: PersonLine) => boolean>> = {
  everybody: () => true,
  exhibitors: ({ participant }) => participant.role === 'exhibitor',
  buyers: ({ participant }) => participant.role === 'buyer',
  waiting: ({ gaps }) => gaps > 0,
  troubled: ({ trouble }) => trouble !== null,
  unmet: ({ meetings }) => meetings === 0,
  partly: ({ slots }) => slots.some(({ kind }) => kind === 'away'),
};

/** The lines that a filter lets through and whose code or name, in any language, holds what is typed. */
export function chosenLines(lines: readonly PersonLine[], filter: PeopleFilter, typed: string): readonly PersonLine[] {
  const wanted = fold(typed);
  const found = ({ code, name }: PersonLine['participant']): boolean =>
    wanted === '' || [code, ...Object.values(name).map(({ text }) => text)].some((word) => fold(word).includes(wanted));
  return lines.filter((line) => passes[filter](line) && found(line.participant));
}

/** The other side of a meeting, as an index into the grid's participants. */
export const counterpartOf = (cell: GridCell, who: number): number => (cell.a === who ? cell.b : cell.a);

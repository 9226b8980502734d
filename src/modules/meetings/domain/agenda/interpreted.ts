// An interpreter's part of the schedule: the meetings that they interpret, each once, with both sides.
import type { Interval } from '#kernel/intervals.ts';
import { stretchesOf } from '#scheduler/core/stretches.ts';
import type { EditionInterpreter } from '../edition-facts.ts';
import type { AgendaDetails, Counterpart } from './agenda.ts';

/** A row of the schedule that names the interpreter: what one side was told of it. */
export interface InterpretedRow extends Interval {
  readonly meetingId: string;
  readonly participantId: string;
  readonly slotId: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly movedFrom: number | null;
  /** When the two met in the live queue, where that was before this time. */
  readonly metAt: number | null;
  readonly details: Pick<AgendaDetails, 'number' | 'place' | 'with' | 'understanding'>;
  /** The time that they were down for, where somebody else has the meeting now or nobody needs to. */
  readonly taken: Interval | null;
}

export interface Interpreted extends Interval {
  readonly meetingId: string;
  readonly number: number;
  readonly slotId: string;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly movedFrom: number | null;
  readonly metAt: number | null;
  readonly place: AgendaDetails['place'];
  /** BCP-47 tags of the two, as far as they are known. */
  readonly languages: readonly string[];
  /** The exhibitor before the buyer. */
  readonly parties: readonly Counterpart[];
}

const rank: Readonly<Record<Counterpart['role'], number>> = { exhibitor: 0, buyer: 1 };

/** Both sides' rows as one meeting, in order of time; each row names the other side. */
export function interpretedOf(rows: readonly InterpretedRow[]): readonly Interpreted[] {
  return [...Map.groupBy(rows, ({ meetingId }) => meetingId).values()]
    .flatMap((sides): readonly Interpreted[] => {
      const [first] = sides;
      if (first === undefined) return [];
      const { meetingId, slotId, sequence, details, taken, metAt } = first;
      const { start, end } = taken ?? first;
      const cancelled = first.cancelled || taken !== null;
      const movedFrom = cancelled ? null : first.movedFrom;
      const parties = sides.map((side) => side.details.with).sort((a, b) => rank[a.role] - rank[b.role] || (a.code < b.code ? -1 : 1));
      const { number, place, understanding } = details;
      const languages = understanding.kind === 'interpreted' ? understanding.tags : [];
      return [{ meetingId, number, slotId, start, end, sequence, cancelled, movedFrom, metAt, place, languages, parties }];
    })
    .sort((a, b) => a.start - b.start || a.number - b.number);
}

/** Whether any two of these are held at one time. */
export function atOnce(spans: readonly Interval[]): boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
  return inOrder.some((span, at) => (inOrder[at + 1]?.start ?? Number.POSITIVE_INFINITY) < span.end);
}

/** A pause of so many minutes is a rest where nothing else was agreed; less is the walk to the next table. */
export const usualRest = 15;

/** What somebody interprets whatever meetings they are given: what has been, and items of the programme. */
export const workOf = ({ away, worked = [] }: Pick<EditionInterpreter, 'away' | 'worked'>): readonly Interval[] => [
  ...worked,
  ...away.filter(({ itemId }) => itemId !== undefined),
];

/** The longest time, in minutes, from the beginning of a meeting to the end of one after it, without a rest between; 0 where there is none. */
export function longestStretch(meetings: readonly Interval[], restMinutes: number | null = null): number {
  const minutes = meetings.map(({ start, end }) => ({ from: start / 60_000, to: end / 60_000 }));
  return Math.round(Math.max(0, ...stretchesOf(minutes, restMinutes ?? usualRest).map(({ from, to }) => to - from)));
}

/** Whether somebody with this work can interpret at a time, too, and no stretch be longer than agreed. */
export const isRestedFor = (
  { longestMinutes = null, restMinutes = null }: Pick<EditionInterpreter, 'longestMinutes' | 'restMinutes'>,
  work: readonly Interval[],
  time: Interval,
): boolean =>
  longestMinutes === null ||
  stretchesOf(
    [...work, time].map((span) => ({ from: span.start / 60_000, to: span.end / 60_000, isAsked: span === time })),
    restMinutes ?? usualRest,
  ).every(({ from, to, spans }) => to - from <= longestMinutes || !spans.some(({ isAsked }) => isAsked));

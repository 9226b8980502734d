// Turns a group's answer into lines of the day grid.
import type { DaySpan } from '#design/day/layout.ts';
import type { DayBlock, DayLine } from '#design/day/model.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { GroupGrid } from '../agenda/answers.ts';

interface LinesProps {
  readonly grid: GroupGrid;
  /** UTC milliseconds of the day shown; what lies outside is left out. */
  readonly span: DaySpan;
  readonly name: (name: MultilingualText) => string;
  readonly words: {
    readonly comma: string;
    readonly hole: string;
    readonly away: (reason: string) => string;
    readonly holeLabel: (count: number) => string;
    readonly lacking: string;
    readonly met: (at: string) => string;
  };
  readonly chosenRow: number | null;
}

const within = (span: DaySpan, block: DaySpan): boolean => block.start >= span.start && block.end <= span.end;

/** One line a company, and one an interpreter with the number of the company they accompany. */
export function linesOf({ grid, span, name, words, chosenRow }: LinesProps): readonly DayLine[] {
  const timeOf = (slot: number): DaySpan => ({
    start: Date.parse(grid.slots[slot]?.startsAt ?? ''),
    end: Date.parse(grid.slots[slot]?.endsAt ?? ''),
  });
  const companies = grid.rows.map((row, at): DayLine => {
    const meetings = row.meetings.map((m): DayBlock => ({
      key: `meet:${m.meetingId}`,
      look: m.metAt !== null ? 'way' : m.lacksInterpreter ? 'soft' : 'meet',
      start: Date.parse(m.startsAt),
      end: Date.parse(m.endsAt),
      text: m.with.code,
      label: [
        name(m.with.name),
        m.placeCode,
        ...(m.lacksInterpreter ? [words.lacking] : []),
        ...(m.metAt === null ? [] : [words.met(m.metAt)]),
      ].join(words.comma),
    }));
    const holes = row.holes.map((hole): DayBlock => ({
      key: `hole:${hole.slot}:${at}`,
      look: 'hole',
      ...timeOf(hole.slot),
      text: words.hole,
      label: words.holeLabel(hole.candidates),
    }));
    const away = row.away.map((gone): DayBlock =>
      clipped(
        {
          key: `away:${gone.startsAt}`,
          look: 'way',
          start: Date.parse(gone.startsAt),
          end: Date.parse(gone.endsAt),
          text: words.away(gone.reason),
        },
        span,
      ),
    );
    const blocks = [...meetings, ...holes, ...away].filter((block) => block.end > block.start && within(span, block));
    return { key: String(at), name: name(row.participant.name), number: at + 1, count: row.booked, blocks, chosen: chosenRow === at };
  });
  const interpreters = grid.interpreters.map(({ interpreter, meetings }, at): DayLine => {
    const blocks = meetings.map(({ slot, row }): DayBlock => ({
      key: `way:${slot}:${at}`,
      look: 'way',
      ...timeOf(slot),
      text: String(row + 1),
      label: name(grid.rows[row]?.participant.name ?? {}),
    }));
    return { key: `i${at}`, name: interpreter.name, count: meetings.length, blocks: blocks.filter((block) => within(span, block)) };
  });
  return [...companies, ...interpreters];
}

const clipped = (block: DayBlock, span: DaySpan): DayBlock => ({
  ...block,
  start: Math.max(block.start, span.start),
  end: Math.min(block.end, span.end),
});

/** The time between slots: breaks in which nobody meets. */
export function restOf(slots: readonly { readonly startsAt: string; readonly endsAt: string }[]): readonly DaySpan[] {
  const sorted = slots.map((s) => ({ start: Date.parse(s.startsAt), end: Date.parse(s.endsAt) })).sort((a, b) => a.start - b.start);
  return sorted.flatMap((slot, at) => {
    const next = sorted[at + 1];
    return next !== undefined && next.start - slot.end >= 20 * 60_000 ? [{ start: slot.end, end: next.start }] : [];
  });
}

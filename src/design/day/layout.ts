// Lays a company's blocks on a ruler of equal steps, so that unequal slots keep their proportion in a table.

/** Half-open, UTC milliseconds. */
export interface DaySpan {
  readonly start: number;
  readonly end: number;
}

export interface Scale extends DaySpan {
  /** Milliseconds of one column. */
  readonly step: number;
  readonly steps: number;
  /** The ruler: full hours, and the part of an hour at each end. */
  readonly hours: readonly { readonly start: number; readonly steps: number }[];
}

/** One cell of a line: a block, or nothing until the next hour, block or break. */
export interface Laid<Block> {
  readonly at: number;
  readonly steps: number;
  readonly onHour: boolean;
  readonly shut: boolean;
  readonly block?: Block;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The ruler of a day: the step is the greatest that meets every edge, at least a minute; `minutesPast` is how far the venue's clock is past a full hour at the start. */
export function scaleOf(span: DaySpan, spans: readonly DaySpan[], minutesPast: number): Scale {
  const start = Math.floor(span.start / MINUTE) * MINUTE;
  const end = Math.max(Math.ceil(span.end / MINUTE) * MINUTE, start + MINUTE);
  const firstHour = start + (60 - minutesPast) * MINUTE;
  const edges = spans.flatMap((one) => [one.start, one.end]).filter((edge) => edge > start && edge < end);
  const minutesTo = (edge: number): number => Math.round((edge - start) / MINUTE);
  const step =
    MINUTE *
    Math.max(
      1,
      [end, firstHour, ...edges].reduce((sum, edge) => divisor(sum, minutesTo(edge)), 60),
    );
  const starts = [start];
  for (let hour = firstHour; hour < end; hour += HOUR) starts.push(hour);
  const hours = starts.map((from, at) => ({ start: from, steps: Math.round(((starts[at + 1] ?? end) - from) / step) }));
  return { start, end, step, steps: Math.round((end - start) / step), hours };
}

/** The cells of one line, left to right, together as many steps as the ruler; of overlapping blocks the later begins where the earlier ends. */
export function layOut<Block extends DaySpan>(scale: Scale, blocks: readonly Block[], breaks: readonly DaySpan[]): readonly Laid<Block>[] {
  const place = (instant: number): number => Math.min(Math.max(Math.round((instant - scale.start) / scale.step), 0), scale.steps);
  const hourMarks = new Set(scale.hours.map(({ start }) => place(start)));
  const shutAt = (at: number): boolean => breaks.some(({ start, end }) => place(start) <= at && at < place(end));
  const cuts = new Set([...hourMarks, ...breaks.flatMap(({ start, end }) => [place(start), place(end)])]);
  const laid: Laid<Block>[] = [];
  let at = 0;
  const blankUntil = (until: number) => {
    for (const cut of [...cuts]
      .filter((mark) => mark > at && mark < until)
      .sort((a, b) => a - b)
      .concat(until)) {
      if (cut <= at) continue;
      laid.push({ at, steps: cut - at, onHour: hourMarks.has(at), shut: shutAt(at) });
      at = cut;
    }
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    const [from, end] = [Math.max(place(block.start), at), place(block.end)];
    if (end <= from) continue;
    blankUntil(from);
    laid.push({ at, steps: end - at, onHour: hourMarks.has(at), shut: false, block });
    at = end;
  }
  blankUntil(scale.steps);
  return laid;
}

// How long somebody interprets at a stretch: pauses shorter than a rest do not end it.

/** Minutes, or any other unit of time. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Stretch<T extends Span> extends Span {
  /** In order of time. */
  readonly spans: readonly T[];
}

/** Spans that follow each other, or overlap, without a pause of `rest` or more between them, each row of them as one stretch. */
export function stretchesOf<T extends Span>(spans: readonly T[], rest: number): readonly Stretch<T>[] {
  const found: { from: number; to: number; spans: T[] }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last === undefined || span.from - last.to >= rest) found.push({ from: span.from, to: span.to, spans: [span] });
    else {
      last.spans.push(span);
      last.to = Math.max(last.to, span.to);
    }
  }
  return found;
}

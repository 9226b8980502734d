// Where words end in Chinese: the likeliest row of dictionary words (a unigram model, solved exactly by the best path), single characters last.

/** Word → ten times the logarithm of how often it is used. */
export type WordRates = ReadonlyMap<string, number>;

const longestWord = 8;
/** Ten times the logarithm of the number of words that the rates were counted in. */
const allWords = 78;
/** A character that no dictionary knows. */
const unknownRate = -10;

export interface Segment {
  readonly at: number;
  readonly word: string;
}

/** The words of a run of Han characters, in order, together the whole run. */
export function segmentsOf(run: string, rates: WordRates): readonly Segment[] {
  const length = run.length;
  const best = new Float64Array(length + 1).fill(-Infinity);
  const from = new Int32Array(length + 1);
  best[0] = 0;
  for (let start = 0; start < length; start += 1) {
    const before = best[start] ?? -Infinity;
    for (let end = start + 1; end <= Math.min(length, start + longestWord); end += 1) {
      const rate = rates.get(run.slice(start, end)) ?? (end === start + 1 ? unknownRate : null);
      if (rate === null) continue;
      const value = before + rate - allWords;
      if (value > (best[end] ?? -Infinity)) {
        best[end] = value;
        from[end] = start;
      }
    }
  }
  const segments: Segment[] = [];
  for (let end = length; end > 0; end = from[end] ?? 0) segments.push({ at: from[end] ?? 0, word: run.slice(from[end], end) });
  return segments.reverse();
}

// What is told of a search while it runs: points of its picture.

/** Milliseconds since the search began, meetings placed, the most any plan can place, idle gaps and their bound; null: not known. */
export interface SearchPoint {
  readonly elapsedMs: number;
  readonly placed: number;
  readonly bound: number | null;
  readonly breaks: number;
  readonly breaksBound: number | null;
}

/** The point after `last`. What is proven stays proven: a weaker bound that is told later says nothing. */
export const pointAfter = (last: SearchPoint | null, told: SearchPoint): SearchPoint => ({
  ...told,
  bound:
    told.bound === null || last === null || last.bound === null ? (told.bound ?? last?.bound ?? null) : Math.min(told.bound, last.bound),
});

/** The search's end is a point of its own, whether or not anything was found then. */
export const endPoint = (last: SearchPoint | null, elapsedMs: number): SearchPoint | null =>
  last === null ? null : { ...last, elapsedMs: Math.max(last.elapsedMs, elapsedMs) };

// Half-open spans of time `[start, end)` in UTC milliseconds.

export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether two half-open intervals share an instant; touching ends do not. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Interval, inner: Interval): boolean => outer.start <= inner.start && inner.end <= outer.end;

// When a side may say that the other one is not here.

/** Minutes after the start in which the other side is only late. */
export const graceMinutes = 5;

/** From when on an absence may be reported; both in UTC milliseconds. */
export const absenceOpensAt = (start: number): number => start + graceMinutes * 60_000;

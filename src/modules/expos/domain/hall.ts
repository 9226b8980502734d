// How a hall is written, whatever its organiser calls it.

/** `number` (2, 5.1), `letter` (A, NH) or `named`: a name that says itself that it is a hall. */
export type HallForm = 'number' | 'letter' | 'named';

/** The form of a hall's name, e.g. `'2'` → number (2号馆), `'A'` → letter (A馆), `'西厅'` and `'North Hall'` → named (as they are). */
export const hallForm = (hall: string): HallForm =>
  /^\d+(\.\d+)?$/.test(hall) ? 'number' : /[馆厅区]$|\bhall\b/i.test(hall) ? 'named' : 'letter';

// What an office notes for one briefing: its own points, private always.

/** Something with a word before it: a point and why, a question and the answer, an hour and what happens then, a person and their number. */
export interface BriefingPoint {
  readonly head: string;
  readonly text: string;
}

export const pointKinds = ['raise', 'never', 'asked', 'day', 'call'] as const;
export type PointKind = (typeof pointKinds)[number];

/** How many of each there may be: a briefing is two pages. */
export const mostPoints: Readonly<Record<PointKind, number>> = { raise: 3, never: 6, asked: 5, day: 10, call: 6 };

export type BriefingPoints = Readonly<Record<PointKind, readonly BriefingPoint[]>>;

export const noPoints = { raise: [], never: [], asked: [], day: [], call: [] } satisfies BriefingPoints;

// What an outcome owes to an expo or a visit.

/** Whether it would have happened without the expo or visit (contribution, as an export win is asked for it). */
export const anyways = ['no', 'later', 'yes', 'cannot_say'] as const;
export type Anyway = (typeof anyways)[number];

// How many meetings each participant has in the schedule in force, and each interpreter helps in, which a module below this one knows.
import type { Work } from '#platform/work.ts';

export type Booked = ReadonlyMap<string, number>;
type Count = (work: Work, editionId: string) => Promise<Booked | null>;
let count: Count | null = null;

/** Has `told` count the meetings of an edition; app/ subscribes at the start. */
export const tellsBooked = (told: Count): void => {
  count = told;
};

/** Null where no schedule is in force. */
export const bookedMeetings = async (work: Work, editionId: string): Promise<Booked | null> =>
  count === null ? null : count(work, editionId);

// A side of which nothing is said, for tests.
import type { Side } from './side.ts';

export const unsaid: Omit<Side, 'participantId' | 'role' | 'country'> = {
  ...{ offer: null, need: null, offerTopics: [], needTopics: [], markets: [], size: null },
  ...{ offerTitle: null, needTitle: null, offerGoals: [], needGoals: [], offerPlaces: [], needPlaces: [], lapsed: [] },
};

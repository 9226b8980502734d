// One side of a match at an edition: what everybody who takes part may know of a participant, and nothing else.
import type { MultilingualText } from '#kernel/language.ts';
import type { Passage, Profile } from '#matcher/core/model.ts';
import type { ListingRecord } from '#modules/expos/domain/listing.ts';

export type Side = Pick<
  ListingRecord,
  'participantId' | 'role' | 'country' | 'offer' | 'need' | 'offerTopics' | 'needTopics' | 'markets' | 'size'
>;

export const sideOf = ({ participantId, role, country, offer, need, offerTopics, needTopics, markets, size }: ListingRecord): Side => ({
  ...{ participantId, role, country, offer, need, offerTopics, needTopics, markets, size },
});

const passages = (said: MultilingualText | null): readonly Passage[] =>
  Object.entries(said ?? {}).map(([language, { text }]) => ({ language, title: '', text }));

/**
 * As the matcher compares it. Markets are where somebody sells to or buys from, so they are what it wants of the other's country. Languages are not in it:
 * in which ones somebody can talk is known to its own side and the organiser alone.
 */
export const profileOf = (side: Side): Profile => ({
  id: side.participantId,
  needs: passages(side.need),
  offers: passages(side.offer),
  needTopics: side.needTopics,
  offerTopics: side.offerTopics,
  wantedMarkets: side.markets,
  markets: side.country === null ? [] : [side.country],
  wantedSizes: [],
  size: side.size,
  languages: [],
});

/** Whether there is anything to compare. */
export const saysSomething = ({ offer, need, offerTopics, needTopics }: Side): boolean =>
  offer !== null || need !== null || offerTopics.length + needTopics.length > 0;

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

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

// Without lists of entries: thousands are compared at once.
function sameText(one: MultilingualText | null, other: MultilingualText | null): boolean {
  if (one === null || other === null) return one === other;
  let languages = 0;
  for (const language in one) {
    if (one[language]?.text !== other[language]?.text) return false;
    languages += 1;
  }
  for (const _ in other) languages -= 1;
  return languages === 0;
}

/** Whether two sides are compared alike. */
export const saysTheSame = (one: Side, other: Side): boolean =>
  one.participantId === other.participantId &&
  one.role === other.role &&
  one.country === other.country &&
  one.size === other.size &&
  sameText(one.offer, other.offer) &&
  sameText(one.need, other.need) &&
  sameList(one.offerTopics, other.offerTopics) &&
  sameList(one.needTopics, other.needTopics) &&
  sameList(one.markets, other.markets);

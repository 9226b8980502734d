// Topics of an edition, and what a participant says by them beside its free words.
import { inEach, type Language, type MultilingualText } from '#kernel/language.ts';
import type { Id } from '#kernel/ids.ts';
import { detailsOrNull, type EntryDetails } from '#modules/organisations/domain/entry.ts';

export type TopicId = Id<'Topic'>;

/** One of the edition's own list, in its order. */
export interface Topic {
  readonly id: TopicId;
  readonly name: MultilingualText;
}

/** How many people work for a company: the European bands of staff headcount, micro to large (Recommendation 2003/361/EC). */
export const sizes = ['to_9', 'to_49', 'to_249', 'over_249'] as const;
export type Size = (typeof sizes)[number];

/** Where a participant stands in the market of an edition; empty or null where nobody said. */
export interface Market {
  readonly offerTopics: readonly TopicId[];
  readonly needTopics: readonly TopicId[];
  /** ISO 3166-1 alpha-2 codes of countries and regions it sells to or buys from. */
  readonly markets: readonly string[];
  readonly size: Size | null;
  /** What is said of its offer and its need beside their words; null where nothing is. */
  readonly offerDetails: EntryDetails | null;
  readonly needDetails: EntryDetails | null;
}

export const noMarket = {
  ...{ offerTopics: [], needTopics: [], markets: [], size: null },
  ...{ offerDetails: null, needDetails: null },
} as const satisfies Market;

/** Usual areas of an import exhibition, which a list may begin with. */
export const usualTopics: readonly Readonly<Record<Language, string>>[] = [
  inEach('Food and agricultural products', '食品及农产品'),
  inEach('Automobiles', '汽车'),
  inEach('Technical equipment', '技术装备'),
  inEach('Consumer goods', '消费品'),
  inEach('Medical equipment and healthcare', '医疗器械及医药保健'),
  inEach('Trade in services', '服务贸易'),
];

/** What is given of it, the rest as before; null is a value. */
export const marketOf = (given: { readonly [K in keyof Market]?: Market[K] | undefined }, before: Market): Market => ({
  offerTopics: given.offerTopics ?? before.offerTopics,
  needTopics: given.needTopics ?? before.needTopics,
  markets: given.markets ?? before.markets,
  size: given.size === undefined ? before.size : given.size,
  offerDetails: given.offerDetails === undefined ? before.offerDetails : detailsOrNull(given.offerDetails),
  needDetails: given.needDetails === undefined ? before.needDetails : detailsOrNull(given.needDetails),
});

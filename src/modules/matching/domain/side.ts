// One side of a match at an edition: what everybody who takes part may know of a participant, and nothing else.
import type { MultilingualText } from '#kernel/language.ts';
import type { Passage, Profile } from '#matcher/core/model.ts';
import { holdsWithin } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { EditionFacts } from '#modules/expos/domain/edition.ts';
import { venueClock } from '#modules/expos/domain/venue-time.ts';
import type { ListingRecord } from '#modules/expos/domain/listing.ts';
import { passagesOf } from './cities/told.ts';
import { entryKinds, type EntryKind } from '#modules/organisations/domain/entry.ts';

export interface Side extends Pick<
  ListingRecord,
  'participantId' | 'role' | 'country' | 'offer' | 'need' | 'offerTopics' | 'needTopics' | 'markets' | 'size'
> {
  /** The title of each, and UN goals and places that were named with it. */
  readonly offerTitle: MultilingualText | null;
  readonly needTitle: MultilingualText | null;
  readonly offerGoals: readonly Goal[];
  readonly needGoals: readonly Goal[];
  readonly offerPlaces: readonly string[];
  readonly needPlaces: readonly string[];
  /** What was said and holds on none of the edition's days that are left: it is not compared. */
  readonly lapsed: readonly EntryKind[];
}

/** The days of an edition on which something can still be talked about, ISO. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** The one day of now, where no place says on which day it is. */
export function todayOf(now: Date): Days {
  const today = now.toISOString().slice(0, 10);
  return { first: today, last: today };
}

/** From its first day, or from today once it has begun; of one that is over, all of them. */
export function daysLeft({ firstDay, lastDay, timeZone }: Pick<EditionFacts, 'firstDay' | 'lastDay' | 'timeZone'>, now: Date): Days {
  const today = venueClock(timeZone, now.getTime()).date;
  return { first: today > firstDay && today <= lastDay ? today : firstDay, last: lastDay };
}

export const lapsedOf = (said: Pick<ListingRecord, 'offerDetails' | 'needDetails'>, days: Days): readonly EntryKind[] =>
  entryKinds.filter((kind) => !holdsWithin(said[`${kind}Details`], days));

/** What of an entry that holds is compared; nothing of one that does not. */
export function sideOf(listing: ListingRecord, days: Days): Side {
  const { participantId, role, country, offer, need, offerTopics, needTopics, markets, size, offerDetails, needDetails } = listing;
  const lapsed = lapsedOf(listing, days);
  const [offers, seeks] = [!lapsed.includes('offer'), !lapsed.includes('need')];
  return {
    ...{ participantId, role, country, markets, size, lapsed },
    ...{ offer: offers ? offer : null, need: seeks ? need : null },
    ...{ offerTopics: offers ? offerTopics : [], needTopics: seeks ? needTopics : [] },
    ...{ offerTitle: (offers ? offerDetails?.title : null) ?? null, needTitle: (seeks ? needDetails?.title : null) ?? null },
    ...{ offerGoals: (offers ? offerDetails?.goals : null) ?? [], needGoals: (seeks ? needDetails?.goals : null) ?? [] },
    ...{ offerPlaces: (offers ? offerDetails?.places : null) ?? [], needPlaces: (seeks ? needDetails?.places : null) ?? [] },
  };
}

/** Keys of what both may state: topics of the edition's own list, and UN goals by number. */
export const topicsOf = (side: Side, kind: EntryKind): readonly string[] => [...side[`${kind}Topics`], ...side[`${kind}Goals`].map(String)];

const passages = (side: Side, kind: EntryKind): readonly Passage[] =>
  passagesOf({ title: side[`${kind}Title`] ?? {}, body: side[kind] ?? {}, extent: { places: side[`${kind}Places`] } });

/**
 * As the matcher compares it. Markets are where somebody sells to or buys from, so they are what it wants of the other's country. Languages are not in it:
 * in which ones somebody can talk is known to its own side and the organiser alone.
 */
export const profileOf = (side: Side): Profile => ({
  id: side.participantId,
  needs: passages(side, 'need'),
  offers: passages(side, 'offer'),
  needTopics: topicsOf(side, 'need'),
  offerTopics: topicsOf(side, 'offer'),
  wantedMarkets: side.markets,
  markets: side.country === null ? [] : [side.country],
  wantedSizes: [],
  size: side.size,
  languages: [],
});

/** Whether there is anything to compare. */
export const saysSomething = (side: Side): boolean =>
  [side.offer, side.need, side.offerTitle, side.needTitle].some((text) => text !== null) ||
  topicsOf(side, 'offer').length + topicsOf(side, 'need').length > 0;

const sameList = <T>(one: readonly T[], other: readonly T[]): boolean =>
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
  sameText(one.offerTitle, other.offerTitle) &&
  sameText(one.needTitle, other.needTitle) &&
  sameList(one.offerTopics, other.offerTopics) &&
  sameList(one.needTopics, other.needTopics) &&
  sameList(one.offerGoals, other.offerGoals) &&
  sameList(one.needGoals, other.needGoals) &&
  sameList(one.offerPlaces, other.offerPlaces) &&
  sameList(one.needPlaces, other.needPlaces) &&
  sameList(one.lapsed, other.lapsed) &&
  sameList(one.markets, other.markets);

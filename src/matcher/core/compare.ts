// What two profiles give each other, part by part; all scores are made here, whether of one pair or of millions.
import type { Between, Part, Profile, Weights } from './model.ts';
import { harmonicMean, shrunkRate, type Share } from './score.ts';

/** Points are thousandths; words, near, field and place share theirs by what the texts say. */
export const standardWeights: Weights = {
  points: {
    words: 1_000,
    near: 1_000,
    field: 1_000,
    place: 1_000,
    topics: 120,
    market: 60,
    size: 25,
    language: 40,
    met_before: 30,
    acceptance: 60,
  },
  leastScore: 45,
  leastNamed: 30,
};

/** How much of one side's text the other's may lack before a short one counts as a long one: this part of the mean length is added to both. */
const damping = 0.5;
/** Where both sides say what they seek, this part of what a side gains is that it is asked for what it brings. */
const askedFor = 0.2;

/**
 * Words meet in fewer of their forms across languages than within one: of the written pairs that people call right, those across languages share
 * half as much. Without this what is written in one's own language would come first, however little it fits; a little more than twice keeps offers
 * behind that merely use the same words for something else.
 */
const lift = 1.5;

/** By how much common terms of two texts count more, by the shares of Han characters in both: 1 where both have a language in common. */
export const liftOf = (one: number, other: number): number => 1 + lift * Math.max(0, 2 * Math.abs(one - other) - 1);

/** What texts say of two sides: sums over their common terms, and what whole matches would sum to. */
export interface TextSums {
  /** What the first seeks and the second brings; what the second seeks and the first brings. */
  readonly sought: number;
  readonly brought: number;
  readonly ownNeeds: number;
  readonly ownOffers: number;
  readonly otherNeeds: number;
  readonly otherOffers: number;
  readonly meanLength: number;
}

/** No lift is more. */
export const mostLift = 1 + lift;

/** What is added to a side's own length in `ratesOf`, for who asks it of many. */
export const addedLength = (meanLength: number): number => damping * meanLength;

/** How much of a unit of `sought`, and of `brought`, goes to the first side (forward) and to the second (back). */
export interface Rates {
  readonly sought: Share;
  readonly brought: Share;
}

/** A side gains by what covers its needs, and by being asked for what it brings; where only one of them can be, by that alone. */
export function ratesOf(sums: Omit<TextSums, 'sought' | 'brought'>): Rates {
  const more = addedLength(sums.meanLength);
  const canSeek = sums.ownNeeds > 0 && sums.otherOffers > 0;
  const canBring = sums.ownOffers > 0 && sums.otherNeeds > 0;
  const covered = canBring ? 1 - askedFor : 1;
  const asked = canSeek ? askedFor : 1;
  const seeks = canSeek
    ? { forward: covered / (sums.ownNeeds + more), back: (canBring ? askedFor : 1) / (sums.otherOffers + more) }
    : nothing;
  const brings = canBring
    ? { forward: asked / (sums.ownOffers + more), back: (canSeek ? 1 - askedFor : 1) / (sums.otherNeeds + more) }
    : nothing;
  return { sought: seeks, brought: brings };
}

const nothing: Share = { forward: 0, back: 0 };

const none: readonly string[] = [];

const shareOf = (wanted: readonly string[], had: readonly string[]): number =>
  wanted.length === 0 || had.length === 0 ? 0 : wanted.filter((one) => had.includes(one)).length / wanted.length;

const common = (one: readonly string[], other: readonly string[]): number =>
  one.length > 0 && other.length > 0 && one.some((each) => other.includes(each)) ? 1 : 0;

/** Of what is stated beside texts, in parts of one: what either side gains, the second half for the other. Made once and filled again and again. */
export const statedParts = ['topics', 'market', 'size', 'language', 'met_before', 'acceptance'] as const satisfies readonly Part[];
export type Stated = Float64Array;
export const roomForStated = (): Stated => new Float64Array(2 * statedParts.length);

const topicGain = (own: Profile, other: Profile): number =>
  own.needTopics.length > 0 ? shareOf(own.needTopics, other.offerTopics) : common(own.offerTopics, other.needTopics);

/** Whether a profile states anything that others may share beside its texts: if not, `fillStated` gives nothing, whoever the other is. */
export const statesSomething = ({ needTopics, offerTopics, wantedMarkets, markets, wantedSizes, size, languages }: Profile): boolean =>
  size !== null || [needTopics, offerTopics, wantedMarkets, markets, wantedSizes, languages].some((list) => list.length > 0);

/** Fills `stated`: nothing where nothing is stated. */
export function fillStated(stated: Stated, own: Profile, other: Profile, between: Between | null): Stated {
  const language = common(own.languages, other.languages);
  const met = between?.metBefore === true ? 1 : 0;
  const accepted = between === null || between.answered === 0 ? 0 : shrunkRate(between.accepted, between.answered);
  stated[0] = topicGain(own, other);
  stated[1] = common(own.wantedMarkets, other.markets);
  stated[2] = common(own.wantedSizes, other.size === null ? none : [other.size]);
  stated[6] = topicGain(other, own);
  stated[7] = common(other.wantedMarkets, own.markets);
  stated[8] = common(other.wantedSizes, own.size === null ? none : [own.size]);
  stated[3] = stated[9] = language;
  stated[4] = stated[10] = met;
  stated[5] = stated[11] = accepted;
  return stated;
}

/** What a part gives either side. */
export const statedShare = (stated: Stated, at: number): Share => ({
  forward: stated[at] ?? 0,
  back: stated[at + statedParts.length] ?? 0,
});

/** The score before rounding, 0 where neither texts nor topics have anything in common. */
export function scoreOf(sums: TextSums, stated: Stated | null, weights: Weights): number {
  const { sought, brought, ownNeeds, ownOffers, otherNeeds, otherOffers } = sums;
  const more = addedLength(sums.meanLength);
  const canSeek = ownNeeds > 0 && otherOffers > 0;
  const canBring = ownOffers > 0 && otherNeeds > 0;
  // The rates of `ratesOf`, spelt out: this is done millions of times, and records would cost more than the sums.
  let forward = 0;
  let back = 0;
  if (canSeek) {
    forward += (sought * (canBring ? 1 - askedFor : 1)) / (ownNeeds + more);
    back += (sought * (canBring ? askedFor : 1)) / (otherOffers + more);
  }
  if (canBring) {
    forward += (brought * (canSeek ? askedFor : 1)) / (ownOffers + more);
    back += (brought * (canSeek ? 1 - askedFor : 1)) / (otherNeeds + more);
  }
  forward *= weights.points.words;
  back *= weights.points.words;
  const hasTopic = stated !== null && ((stated[0] ?? 0) > 0 || (stated[6] ?? 0) > 0);
  if (sought === 0 && brought === 0 && !hasTopic) return 0;
  if (stated !== null)
    for (let at = 0; at < statedParts.length; at += 1) {
      const points = weights.points[statedParts[at] ?? 'topics'];
      forward += points * (stated[at] ?? 0);
      back += points * (stated[at + statedParts.length] ?? 0);
    }
  return harmonicMean(forward, back);
}

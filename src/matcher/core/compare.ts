// What two profiles give each other, part by part; all scores are made here, whether of one pair or of millions.
import type { Between, Part, Profile, Weights } from './model.ts';
import { harmonicMean, shrunkRate, type Share } from './score.ts';

/** Points are thousandths; words and field share theirs by what the texts say. */
export const standardWeights: Weights = {
  points: { words: 1_000, field: 1_000, topics: 120, market: 60, size: 25, language: 40, met_before: 30, acceptance: 60 },
  leastScore: 45,
};

/** How much of one side's text the other's may lack before a short one counts as a long one: this part of the mean length is added to both. */
const damping = 0.5;
/** Where both sides say what they seek, this part of what a side gains is that it is asked for what it brings. */
const askedFor = 0.2;

/**
 * Words meet in fewer of their forms across languages than within one: pairs that people call right share so much less. Without this what is written
 * in one's own language would come first, however little it fits.
 */
const lift = 1.2;

/** By how much common terms of two texts count more, by the shares of Han characters in both: 1 where both have a language in common. */
export const liftOf = (one: number, other: number): number => {
  const common = 2 * (Math.min(one, other) + Math.min(1 - one, 1 - other));
  return 1 + lift * Math.max(0, 1 - common);
};

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

/** How much of a unit of `sought`, and of `brought`, goes to the first side (forward) and to the second (back). */
export interface Rates {
  readonly sought: Share;
  readonly brought: Share;
}

/** A side gains by what covers its needs, and by being asked for what it brings; where only one of them can be, by that alone. */
export function ratesOf(sums: Omit<TextSums, 'sought' | 'brought'>): Rates {
  const more = damping * sums.meanLength;
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

const shareOf = (wanted: readonly string[], had: readonly string[]): number =>
  wanted.length === 0 ? 0 : wanted.filter((one) => had.includes(one)).length / wanted.length;

const common = (one: readonly string[], other: readonly string[]): number => (one.some((each) => other.includes(each)) ? 1 : 0);

const acceptance = (between: Between | null): number =>
  between === null || between.answered === 0 ? 0 : shrunkRate(between.accepted, between.answered);

/** What is stated beside texts, in parts of one; nothing where nothing is stated. */
export function statedShares(own: Profile, other: Profile, between: Between | null): ReadonlyMap<Part, Share> {
  const topics = {
    forward: Math.max(
      shareOf(own.needTopics, other.offerTopics),
      own.needTopics.length === 0 ? common(own.offerTopics, other.needTopics) : 0,
    ),
    back: Math.max(
      shareOf(other.needTopics, own.offerTopics),
      other.needTopics.length === 0 ? common(other.offerTopics, own.needTopics) : 0,
    ),
  };
  const language = common(own.languages, other.languages);
  const met = between?.metBefore === true ? 1 : 0;
  const accepted = acceptance(between);
  return new Map<Part, Share>([
    ['topics', topics],
    ['market', { forward: common(own.wantedMarkets, other.markets), back: common(other.wantedMarkets, own.markets) }],
    [
      'size',
      {
        forward: common(own.wantedSizes, other.size === null ? [] : [other.size]),
        back: common(other.wantedSizes, own.size === null ? [] : [own.size]),
      },
    ],
    ['language', { forward: language, back: language }],
    ['met_before', { forward: met, back: met }],
    ['acceptance', { forward: accepted, back: accepted }],
  ]);
}

/** The score before rounding, 0 where neither texts nor topics have anything in common. */
export function scoreOf(sums: TextSums, stated: ReadonlyMap<Part, Share> | null, weights: Weights): number {
  const rates = ratesOf(sums);
  let forward = weights.points.words * (sums.sought * rates.sought.forward + sums.brought * rates.brought.forward);
  let back = weights.points.words * (sums.sought * rates.sought.back + sums.brought * rates.brought.back);
  const topics = stated?.get('topics');
  const hasSubject = sums.sought > 0 || sums.brought > 0 || (topics !== undefined && topics.forward + topics.back > 0);
  if (!hasSubject) return 0;
  for (const [part, share] of stated ?? []) {
    forward += weights.points[part] * share.forward;
    back += weights.points[part] * share.back;
  }
  return harmonicMean(forward, back);
}

// What the matcher is given and what it answers. It knows no database, no clock and nobody's rights: who calls it gives what may be compared.

/** A text in one language; the same need in two languages is two passages. */
export interface Passage {
  /** A BCP-47 tag, null where nobody said: what is read is told by the script. */
  readonly language: string | null;
  readonly title: string;
  readonly text: string;
}

/** One of the two sides of a match: an organisation, a city, or a single need or offer of theirs. Empty lists say that nobody stated it. */
export interface Profile {
  readonly id: string;
  /** What it seeks (needs, challenges) and what it brings (offers, practices, strengths). */
  readonly needs: readonly Passage[];
  readonly offers: readonly Passage[];
  /** Keys of topics and UN goals, compared as they are. */
  readonly needTopics: readonly string[];
  readonly offerTopics: readonly string[];
  /** Countries or regions where it wants to work, and where it does. */
  readonly wantedMarkets: readonly string[];
  readonly markets: readonly string[];
  /** Sizes of the others it looks for, and its own. */
  readonly wantedSizes: readonly string[];
  readonly size: string | null;
  /** Languages in which it can talk. */
  readonly languages: readonly string[];
}

/** A profile of which nothing is stated but an id: `{ ...unstated('n1'), needs: [passage] }`. */
export const unstated = (id: string): Profile => ({
  id,
  needs: [],
  offers: [],
  needTopics: [],
  offerTopics: [],
  wantedMarkets: [],
  markets: [],
  wantedSizes: [],
  size: null,
  languages: [],
});

/** How one side has answered the other's kind before, and what it says of this one: `no` excludes, `must` leads. */
export interface Between {
  readonly stance: 'must' | 'no' | null;
  readonly metBefore: boolean;
  /** Of the suggestions like this one that were answered, how many were accepted. */
  readonly accepted: number;
  readonly answered: number;
}

/**
 * `words`: what one brings of what the other seeks. `near`: the same, by words that vectors of the operator's call near. `field`: the same field or
 * neighbourhood of subjects. `place`: a city or country that both name. The others count only where one of these or a topic does: a shared language alone is no reason to meet.
 */
export const parts = ['words', 'near', 'field', 'place', 'topics', 'market', 'size', 'language', 'met_before', 'acceptance'] as const;
export type Part = (typeof parts)[number];

/**
 * Points of the whole for each part of a direction, and what is more than a related field: the least score, and what of it must come from words that can
 * be named. Topics, field, place, market and size alone are no more, however much they sum to.
 */
export interface Weights {
  readonly points: Readonly<Record<Part, number>>;
  readonly leastScore: number;
  readonly leastNamed: number;
}

/** One line of the bill: the values of all lines sum to the score. */
export interface Reason {
  readonly part: Part;
  /** Words as they stand in the two texts, the first side's first; without those of either side the score would be lower. */
  readonly words: readonly string[];
  /** Of a line of texts, what it rests on most, whether or not that can be a reason: too wide, or said more than once. */
  readonly wide: readonly string[];
  /** In the score's own unit, whole. */
  readonly value: number;
}

export interface Match {
  /** Whole thousandths: 1,000 is the same text on both sides. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Below the least score, or without a word of both texts that bears it: the page says “related field only”, without a figure. */
  readonly isFieldOnly: boolean;
}

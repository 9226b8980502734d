// Cities that could become partners: like those we are tied with and not yet ours. Every point has a reason that can be read.
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { TieCityId } from '#modules/ties/domain/tie.ts';

export const reasonKinds = [
  'seeks_partner',
  'shared_sisters',
  'strength_alike',
  'answers_ours',
  'we_answer',
  'size_alike',
  'country_new',
] as const;
export type ReasonKind = (typeof reasonKinds)[number];

export const candidateSizes = ['small', 'middle', 'large', 'alike'] as const;
export type CandidateSize = (typeof candidateSizes)[number];

/** What a city has published of itself, by domain: what it is good at or has solved, and what it wants solved. */
export interface PublishedDomains {
  readonly strengths: readonly Domain[];
  readonly practices: readonly Domain[];
  readonly challenges: readonly Domain[];
}

export interface CandidateFacts {
  readonly id: TieCityId;
  readonly slug: string;
  readonly country: string;
  /** Our sisters that are tied with it. */
  readonly shared: readonly TieCityId[];
  readonly published: PublishedDomains;
  /** The domains of its open calls for a partner that we are the kind of city for; null where it has none. */
  readonly seeks: readonly Domain[] | null;
  /** Inhabitants; null where not known. */
  readonly population: number | null;
}

export interface OwnFacts {
  readonly country: string;
  /** Countries in which we have a sister. */
  readonly countries: ReadonlySet<string>;
  readonly published: PublishedDomains;
  readonly population: number | null;
}

/** One reason with its points; `cities` are shared sisters, `count` how many of them there are. */
export interface Reason {
  readonly kind: ReasonKind;
  readonly points: number;
  readonly cities: readonly TieCityId[];
  readonly domain: Domain | null;
  /** Of a call: what it is about; empty where it is open to anything. */
  readonly domains: readonly Domain[];
  readonly population: number | null;
  readonly count: number;
}

/** What each reason is worth; the page prints this table. Sisters count up to five, for a hub is tied with everybody. */
export const pointsOf = {
  seeks_partner: 4,
  shared_sisters: 2,
  strength_alike: 2,
  answers_ours: 3,
  we_answer: 3,
  size_alike: 1,
  country_new: 1,
} as const satisfies Readonly<Record<ReasonKind, number>>;
const mostSisters = 5;
/** Cities are alike in size where neither has more than twice the people of the other. */
const alike = 2;

const isAlike = (one: number | null, other: number | null): boolean =>
  one !== null && other !== null && one > 0 && other > 0 && Math.max(one, other) <= alike * Math.min(one, other);

const sizeOf = (population: number): CandidateSize => (population < 100_000 ? 'small' : population < 1_000_000 ? 'middle' : 'large');

/** Whether a city is of the size asked for; where its people are not counted it is of none. */
export function hasSize(population: number | null, size: CandidateSize, own: number | null): boolean {
  if (population === null || population === 0) return false;
  return size === 'alike' ? isAlike(population, own) : sizeOf(population) === size;
}

const both = (some: readonly Domain[], others: readonly Domain[]): readonly Domain[] =>
  [...new Set(some)].filter((one) => others.includes(one));

/** Why a city could become a partner, the weightiest reason first. */
export function reasonsFor(candidate: CandidateFacts, own: OwnFacts): readonly Reason[] {
  const { shared, published, seeks, population, country } = candidate;
  const none = { cities: [], domain: null, domains: [], population: null, count: 0 };
  const solves = [...published.practices, ...published.strengths];
  const weSolve = [...own.published.practices, ...own.published.strengths];
  const inDomain = (kind: ReasonKind, domains: readonly Domain[]): readonly Reason[] =>
    domains.map((domain) => ({ ...none, kind, points: pointsOf[kind], domain }));
  const reasons: readonly Reason[] = [
    ...(seeks === null ? [] : [{ ...none, kind: 'seeks_partner' as const, points: pointsOf.seeks_partner, domains: seeks }]),
    ...(shared.length === 0
      ? []
      : [
          {
            ...none,
            kind: 'shared_sisters' as const,
            points: pointsOf.shared_sisters * Math.min(mostSisters, shared.length),
            cities: shared,
            count: shared.length,
          },
        ]),
    ...inDomain('answers_ours', both(own.published.challenges, solves)),
    ...inDomain('we_answer', both(published.challenges, weSolve)),
    ...inDomain('strength_alike', both(own.published.strengths, published.strengths)),
    ...(isAlike(population, own.population) ? [{ ...none, kind: 'size_alike' as const, points: pointsOf.size_alike, population }] : []),
    ...(country === own.country || own.countries.has(country)
      ? []
      : [{ ...none, kind: 'country_new' as const, points: pointsOf.country_new }]),
  ];
  return reasons.toSorted((x, y) => y.points - x.points);
}

export interface Candidate {
  readonly facts: CandidateFacts;
  readonly reasons: readonly Reason[];
  readonly points: number;
}

/** How far two cities are from being of one size, as a factor; those whose people are not counted are the farthest. */
const apartInSize = (one: number | null, other: number | null): number =>
  one === null || other === null || one === 0 || other === 0 ? Number.MAX_VALUE : Math.max(one, other) / Math.min(one, other);

/** Candidates with their reasons: more points first, then more shared sisters, then those nearest in size, then the order of their addresses. */
export const rankCandidates = (candidates: readonly CandidateFacts[], own: OwnFacts): readonly Candidate[] =>
  candidates
    .map((facts) => {
      const reasons = reasonsFor(facts, own);
      return { facts, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) };
    })
    .toSorted(
      (x, y) =>
        y.points - x.points ||
        y.facts.shared.length - x.facts.shared.length ||
        apartInSize(x.facts.population, own.population) - apartInSize(y.facts.population, own.population) ||
        (x.facts.slug < y.facts.slug ? -1 : 1),
    );

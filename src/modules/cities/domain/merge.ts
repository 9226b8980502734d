// Whether two entries are one city: what speaks for it and against it, in words and points. A person decides.
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Params } from '#kernel/result.ts';
import { fold } from '#kernel/fold.ts';
import type { CityId, CityRecord } from './city.ts';
import { kilometresBetween } from './locate/entry.ts';
import { stepsBetween } from './locate/name.ts';

export type MergeId = Id<'CityMerge'>;

/** `two`: they stay two · `later`: somebody looks again · `same`: an office holds them for one and asks the register office. */
export const verdicts = ['two', 'later', 'same'] as const;
export type Verdict = (typeof verdicts)[number];

export const groundCodes = [
  'same_wikidata',
  'same_name',
  'also_called',
  'nearly_called',
  'near',
  'shared_sisters',
  'without_number',
  'tied_together',
  'said_related',
  'other_wikidata',
  'other_country',
  'other_kind',
  'far',
  'two_numbers',
  'listed_apart',
] as const;
export type GroundCode = (typeof groundCodes)[number];

/** One thing that speaks for it (points above zero) or against it. */
export interface Ground {
  readonly code: GroundCode;
  readonly points: number;
  readonly params?: Params;
}

/** `score` from 0 to 100. */
export interface Weighed {
  readonly score: number;
  readonly grounds: readonly Ground[];
}

export interface MergeRecord {
  readonly id: MergeId;
  readonly version: number;
  readonly from: CityId;
  readonly into: CityId;
  readonly reason: string;
  readonly weighed: Weighed;
  readonly mergedBy: AccountId;
  readonly mergedAt: Date;
  readonly undoneAt: Date | null;
  readonly formerSlug: string;
  readonly formerName: string;
}

export interface VerdictRecord {
  readonly a: CityId;
  readonly b: CityId;
  readonly office: OfficeId;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly saidAt: Date;
}

/** A city as it is weighed. */
export interface Described extends CityRecord {
  readonly wikidataId: string | null;
}

/** What is known of the two together, as far as whoever asks may see it. */
export interface Around {
  /** Cities that both are tied with. */
  readonly sisters: number;
  /** Lists that hold both as ends of different ties. */
  readonly listedApart: number;
  /** Ties of the two with each other. */
  readonly tied: number;
  /** Said to be different bodies that hang together. */
  readonly related: boolean;
}

const SAME_PLACE = 5;
const SAME_AREA = 25;

/** A Chinese name with or without what the place is: 马赛市 is 马赛. */
const called = (name: string): string => fold(name).replace(/(?<=\p{Script=Han}{2})市$/u, '');

const textsOf = (city: Described): ReadonlyMap<string, string> =>
  new Map(city.names.filter(({ kind }) => kind !== 'former').map(({ language, text }) => [language, called(text)]));

/** Languages in which both are called the same. */
export function sameNames(a: Described, b: Described): readonly string[] {
  const [one, other] = [textsOf(a), textsOf(b)];
  return [...one].filter(([language, text]) => text !== '' && other.get(language) === text).map(([language]) => language);
}

/** One is called as the other is spelt elsewhere, or in another language. */
function isAlsoCalled(a: Described, b: Described): boolean {
  const all = (city: Described) => new Set([...city.alsoCalled, ...city.names.map(({ text }) => text)].map(called));
  const [one, other] = [all(a), all(b)];
  return a.names.some(({ text }) => other.has(called(text))) || b.names.some(({ text }) => one.has(called(text)));
}

export function kilometresApart(a: Described, b: Described): number | null {
  if (a.latitude === null || a.longitude === null || b.latitude === null || b.longitude === null) return null;
  return kilometresBetween({ latitude: a.latitude, longitude: a.longitude }, { latitude: b.latitude, longitude: b.longitude });
}

function ofNumbers(a: Described, b: Described): readonly Ground[] {
  const grounds: Ground[] = [];
  if (a.wikidataId !== null && b.wikidataId !== null)
    grounds.push(
      a.wikidataId === b.wikidataId
        ? { code: 'same_wikidata', points: 60, params: { item: a.wikidataId } }
        : { code: 'other_wikidata', points: -40, params: { one: a.wikidataId, other: b.wikidataId } },
    );
  if (a.geonamesId !== null && b.geonamesId !== null)
    grounds.push({ code: 'two_numbers', points: -25, params: { one: String(a.geonamesId), other: String(b.geonamesId) } });
  else if (a.geonamesId !== null || b.geonamesId !== null) grounds.push({ code: 'without_number', points: 10 });
  return grounds;
}

/** A slip of the pen tells nothing in short names, and little in middling ones. */
const SHORTEST_SLIP = 5;
const LONG_ENOUGH = 7;

const numbersIn = (name: string): string => name.replace(/\D+/g, '');

/** Whether two folded names differ by one letter at most, left out, added, changed or swapped; numbers in them are no slips. */
export const isNearlyCalled = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= SHORTEST_SLIP && numbersIn(one) === numbersIn(other) && stepsBetween(one, other, 1) <= 1;

/** The two names of one language that are nearly the same; null where there are none. */
function nearlySame(a: Described, b: Described): readonly [string, string] | null {
  const other = textsOf(b);
  for (const [language, text] of textsOf(a)) {
    const theirs = other.get(language);
    if (theirs !== undefined && isNearlyCalled(text, theirs)) return [text, theirs];
  }
  return null;
}

function ofNames(a: Described, b: Described): readonly Ground[] {
  const languages = sameNames(a, b);
  if (languages.length === 0 && isAlsoCalled(a, b)) return [{ code: 'also_called', points: 20 }];
  if (languages.length === 0) {
    const nearly = nearlySame(a, b);
    return nearly === null ? [] : [{ code: 'nearly_called', points: Math.min(nearly[0].length, nearly[1].length) < LONG_ENOUGH ? 10 : 20 }];
  }
  return languages.slice(0, 3).map((language, at) => ({ code: 'same_name', points: at === 0 ? 30 : 10, params: { language } }));
}

function ofPlace(a: Described, b: Described): readonly Ground[] {
  const grounds: Ground[] = [];
  const apart = kilometresApart(a, b);
  if (apart !== null) {
    const params = { kilometres: Math.round(apart) };
    const points = apart <= SAME_PLACE ? 30 : apart <= SAME_AREA ? 15 : -30;
    grounds.push({ code: apart <= SAME_AREA ? 'near' : 'far', points, params });
  }
  if (a.country !== b.country && a.country !== 'ZZ' && b.country !== 'ZZ')
    grounds.push({ code: 'other_country', points: -50, params: { one: a.country, other: b.country } });
  if (a.kind !== b.kind) grounds.push({ code: 'other_kind', points: -30, params: { one: a.kind, other: b.kind } });
  return grounds;
}

/** What speaks for it first, the weightiest at the head, then what speaks against it. */
export function weighPair(a: Described, b: Described, { sisters, listedApart, tied, related }: Around): Weighed {
  const around: readonly Ground[] = [
    ...(sisters > 0 ? [{ code: 'shared_sisters' as const, points: Math.min(25, sisters * 5), params: { count: sisters } }] : []),
    ...(listedApart > 0 ? [{ code: 'listed_apart' as const, points: -10, params: { count: listedApart } }] : []),
    ...(tied > 0 ? [{ code: 'tied_together' as const, points: -60, params: { count: tied } }] : []),
    ...(related ? [{ code: 'said_related' as const, points: -60 }] : []),
  ];
  const grounds = [...ofNumbers(a, b), ...ofNames(a, b), ...ofPlace(a, b), ...around].toSorted((x, y) =>
    x.points > 0 === y.points > 0 ? Math.abs(y.points) - Math.abs(x.points) : y.points - x.points,
  );
  const sum = grounds.reduce((total, { points }) => total + points, 0);
  return { score: Math.max(0, Math.min(100, sum)), grounds };
}

/** Which of the two stays: the one with an office of its own, else the public one, else the one with a number, else the better known. */
export function whichStays(a: Described, b: Described): readonly [stays: Described, goes: Described] {
  const rank = (city: Described): readonly number[] => [
    Number(city.officeId !== null),
    Number(city.isPublic),
    Number(city.geonamesId !== null),
    Number(city.wikidataId !== null),
    city.names.length + city.alsoCalled.length,
  ];
  const [one, other] = [rank(a), rank(b)];
  const at = one.findIndex((value, place) => value !== other[place]);
  const first = at === -1 ? a.id < b.id : (one[at] ?? 0) > (other[at] ?? 0);
  return first ? [a, b] : [b, a];
}

/** Why the one cannot go into the other: codes of refusals, all at once. */
export function mergeProblems(from: Described, into: Described, { tied }: Pick<Around, 'tied'>): readonly string[] {
  return [
    ...(from.officeId !== null && into.officeId !== null ? ['cities.both_have_offices'] : []),
    ...(from.officeId !== null && into.officeId === null ? ['cities.keep_the_one_with_office'] : []),
    ...(from.isPublic && !into.isPublic ? ['cities.keep_the_public_one'] : []),
    ...(tied > 0 ? ['cities.tied_together'] : []),
  ];
}

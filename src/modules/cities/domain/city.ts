// What a city is: a municipality, region, district or port that can hold ties, with its names by language.
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText, TextOrigin } from '#kernel/language.ts';
import { fold } from '#kernel/fold.ts';
import type { Problem } from '#kernel/result.ts';

export type CityId = Id<'City'>;

export const cityKinds = ['municipality', 'region', 'district', 'port'] as const;
export type CityKind = (typeof cityKinds)[number];

export const nameKinds = ['official', 'short', 'former'] as const;
export type NameKind = (typeof nameKinds)[number];

/** One name; `language` is a BCP-47 tag. A city has at most one official name in a language. */
export interface CityName {
  readonly language: string;
  readonly text: string;
  readonly kind: NameKind;
  readonly origin: TextOrigin;
}

/** What is said of a city; degrees of latitude and longitude, both null where not known. */
export interface CityFacts {
  readonly kind: CityKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly slug: string;
}

export interface CityRecord extends CityFacts {
  readonly id: CityId;
  readonly version: number;
  readonly geonamesId: number | null;
  /** The office that keeps the entry: the city's own, else the register office. */
  readonly steward: OfficeId;
  /** The city's own office, once it has adopted the city. */
  readonly officeId: OfficeId | null;
  /** In the order in which they were entered. */
  readonly names: readonly CityName[];
  readonly alsoCalled: readonly string[];
  readonly updatedAt: Date;
  /** Something public names it; else it is seen by those alone who see something that does. */
  readonly isPublic: boolean;
}

/** What a city is called in each language: its official name, else a short one; former names do not count. */
export function nameOf(names: readonly CityName[]): MultilingualText {
  const chosen: Record<string, { text: string; origin: TextOrigin }> = {};
  for (const kind of ['official', 'short'] as const)
    for (const { language, text, origin } of names.filter((name) => name.kind === kind)) chosen[language] ??= { text, origin };
  return chosen;
}

const SORT_LENGTH = 100;

/** What lists are sorted by: the English name, else the first, folded. */
export function sortNameOf(names: readonly CityName[]): string {
  const name = nameOf(names);
  const text = name['en']?.text ?? Object.values(name)[0]?.text ?? '';
  return [...fold(text)].slice(0, SORT_LENGTH).join('');
}

/** What is wrong with a set of names, each at its place: one official name a language, none twice, at least one official. */
export function nameProblems(names: readonly Pick<CityName, 'language' | 'text' | 'kind'>[]): readonly Problem[] {
  const problems: Problem[] = [];
  const [seen, official] = [new Set<string>(), new Set<string>()];
  for (const [at, { language, text, kind }] of names.entries()) {
    const key = JSON.stringify([language, kind, text]);
    if (seen.has(key)) problems.push({ path: ['names', at, 'text'], code: 'cities.name_twice' });
    else if (kind === 'official' && official.has(language))
      problems.push({ path: ['names', at, 'language'], code: 'cities.official_twice', params: { language } });
    seen.add(key);
    if (kind === 'official') official.add(language);
  }
  if (official.size === 0) problems.push({ path: ['names'], code: 'cities.name_missing' });
  return problems;
}

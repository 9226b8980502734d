// What a city tells, as the matcher compares it: challenges and needs are sought, practices and strengths are brought.
import type { MultilingualText } from '#kernel/language.ts';
import { unstated, type Passage, type Profile } from '#matcher/core/model.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import type { Extent } from '#modules/cities/domain/profile/extent.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import type { ProfileKind } from '#modules/cities/domain/profile/profile.ts';

/** Places count as words of what they stand beside. */
export const placesPassage = (places: readonly string[]): readonly Passage[] =>
  places.length === 0 ? [] : [{ language: null, title: '', text: places.join('; ') }];

export const seeking = ['challenge', 'need'] as const satisfies readonly ProfileKind[];
export const bringing = ['practice', 'strength'] as const satisfies readonly ProfileKind[];
export const compared = [...seeking, ...bringing] as const;
export type ComparedKind = (typeof compared)[number];

const within = (kinds: readonly ProfileKind[], kind: ProfileKind): boolean => kinds.includes(kind);
export const seeks = (kind: ProfileKind): boolean => within(seeking, kind);
export const isCompared = (kind: ProfileKind): kind is ComparedKind => within(compared, kind);

export interface Told {
  readonly id: string;
  readonly kind: ProfileKind;
  readonly domain: Domain | null;
  readonly goals: readonly Goal[];
  readonly title: MultilingualText;
  readonly body: MultilingualText;
  readonly extent: Pick<Extent, 'places'> | null;
}

/** Title and words of each language, and the places as words beside them. */
export const passagesOf = ({ title, body, extent }: Pick<Told, 'title' | 'body' | 'extent'>): readonly Passage[] => [
  ...[...new Set([...Object.keys(title), ...Object.keys(body)])].map((language) => ({
    language,
    title: title[language]?.text ?? '',
    text: body[language]?.text ?? '',
  })),
  ...placesPassage(extent?.places ?? []),
];

/** As the matcher compares it; `country` where the city lies, for companies that name their markets. */
export function profileOf(told: Told, country: string | null): Profile {
  const passages = passagesOf(told);
  const topics = [...(told.domain === null ? [] : [told.domain]), ...told.goals.map(String)];
  const markets = country === null ? [] : [country];
  return seeks(told.kind)
    ? { ...unstated(told.id), needs: passages, needTopics: topics, markets }
    : { ...unstated(told.id), offers: passages, offerTopics: topics, markets };
}

// What was published, as lists for programs tell it.
import type { MultilingualText } from '#kernel/language.ts';
import type { ProfileKind } from '#modules/cities/domain/profile/profile.ts';

/** One thing that was published; `by`: the city that tells it, where one does. */
export interface Told {
  readonly id: string;
  readonly kind: ProfileKind | 'outcome' | 'lesson' | 'edition' | 'snapshot' | 'follow_through';
  readonly title: MultilingualText;
  readonly by: MultilingualText | null;
  readonly path: string;
  /** UTC, ISO. */
  readonly on: string;
}

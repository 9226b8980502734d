// Enters what the desks tell of their cities: drafted, previewed, published.
import type { Work } from '#platform/work.ts';
import { createProfileEntry, previewProfileEntry, publishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { cited, must, words, type SourceOf } from './as-people.ts';
import { profileFacts } from './facts/profiles.ts';

/** The profile of a desk's own city. */
export async function enterProfile(work: Work, slug: keyof typeof profileFacts, sourceOf: SourceOf): Promise<void> {
  const { id: cityId } = must(await openCity(work, slug));
  for (const { kind, domain, goals = [], title, body, sought = null, extent = null, source, saidBy = null, draft } of profileFacts[slug]) {
    const { id: entryId } = must(
      await createProfileEntry(work, {
        ...{
          cityId,
          kind,
          domain,
          goals: [...goals],
          title: words(title),
          body: words(body),
          sought,
          extent: extent === null ? null : { ...extent, places: [...extent.places] },
        },
        ...{ saidBy, source: source === undefined ? null : cited(await sourceOf(source)) },
      }),
    );
    if (draft === true) continue;
    const seen = must(await previewProfileEntry(work, { entryId }));
    must(
      await publishProfileEntry(
        { ...work, expectedVersion: seen.version },
        { entryId, note: 'Demonstration: this office has one person.' },
      ),
    );
  }
}

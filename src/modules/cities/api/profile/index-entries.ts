// What entries of profiles are found by: their titles, with the city that tells them; partner calls also by what they are.
import { chooseText, languages, writing, type MultilingualText } from '#kernel/language.ts';
import { removeManySearchTerms, writeManySearchTerms, type WithTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { CityId, CityRecord } from '../../domain/city.ts';
import type { ProfileKind } from '../../domain/profile/profile.ts';
import { loadCities } from '../../store/cities.ts';
import { listEntryTitles, type EntryTitle } from '../../store/published-entries.ts';
import { namingOf, type Naming } from '../naming.ts';

/** Kinds that one looks for by their name, in the words of both languages. */
const calledSo: Partial<Readonly<Record<ProfileKind, readonly string[]>>> = {
  partner_call: ['Looking for a partner', 'Partner call', '结好意向', '征集结好伙伴'],
};

/** The title in each language of the interface, with the city behind it: as much as a list of finds needs. */
function labelOf(title: MultilingualText, city: MultilingualText): MultilingualText {
  return Object.fromEntries(
    languages.map((language) => {
      const [told, by] = [chooseText(title, language).text, chooseText(city, language).text];
      return [language, { text: writing[language].inBrackets(told, by), origin: 'human' as const }];
    }),
  );
}

const subjectOf = (naming: Naming, city: CityRecord, { id, kind, title }: EntryTitle): WithTerms => ({
  kind: 'entry',
  id,
  slug: city.slug,
  label: labelOf(title, naming.labelOf(city)),
  terms: [...Object.values(title).map(({ text }) => text), ...(calledSo[kind] ?? [])],
});

/**
 * Writes the terms of the published entries of cities anew, in the transaction of what changed them; `gone` are entries that are published no
 * more. What a city tells that the naming policy hides is found by nobody.
 */
export async function indexEntries(
  work: Work,
  { cities: ids, gone = [] }: { readonly cities: readonly CityId[]; readonly gone?: readonly string[] },
): Promise<void> {
  const entries = await listEntryTitles(work.tx, ids);
  const known = [...entries.map(({ id }) => id), ...gone].map((id) => ({ kind: 'entry' as const, id }));
  if (known.length === 0) return;
  const naming = await namingOf(work);
  const cities = new Map((await loadCities(work.tx, ids)).map((city) => [city.id, city]));
  const shown = entries.flatMap((entry) => {
    const city = cities.get(entry.cityId);
    return city !== undefined && naming.mayShow(city) ? [subjectOf(naming, city, entry)] : [];
  });
  const kept = new Set(shown.map(({ id }) => id));
  await removeManySearchTerms(
    work,
    known.filter(({ id }) => !kept.has(id)),
    'public',
  );
  await writeManySearchTerms(work, shown, 'public');
}

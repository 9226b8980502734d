// What a city is found by: all its names, former ones and foreign spellings included, unless the naming policy hides it.
import { setTimeout } from 'node:timers/promises';
import type { OfficeId } from '#kernel/ids.ts';
import { removeManySearchTerms, writeManySearchTerms, type WithTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { CityId, CityRecord } from '../domain/city.ts';
import { loadCities } from '../store/cities.ts';
import { loadMentions, type Mention } from '../store/mentions.ts';
import { namingOf, type Naming } from './naming.ts';
import { populationsOf } from './locate/populations.ts';

function subjectOf(naming: Naming, record: CityRecord, people: number | null): WithTerms {
  const label = naming.labelOf(record);
  const terms = [...Object.values(label), ...record.names].map(({ text }) => text);
  return { kind: 'city', id: record.id, slug: record.slug, label, terms, alsoCalled: record.alsoCalled, people };
}

/** Their people are read once from the gazetteer; a transaction does not wait for it where others have it read long files. */
const peopleOf = (cities: readonly CityRecord[]): Promise<ReadonlyMap<number, number>> =>
  Promise.race([populationsOf(cities), setTimeout(3000, new Map<number, number>(), { ref: false })]);

/** Writes the terms of cities anew, in the transaction of what changed them or what names them: public ones, and those of the actor's offices. */
export async function indexCities(work: Work, ids: readonly CityId[]): Promise<void> {
  const cities = [...new Set(ids)];
  if (cities.length === 0) return;
  const naming = await namingOf(work);
  const shown = (await loadCities(work.tx, cities)).filter((record) => naming.mayShow(record));
  const people = await peopleOf(shown);
  const known = new Map(shown.map((record) => [record.id, subjectOf(naming, record, people.get(record.geonamesId ?? 0) ?? null)]));
  const open = shown.filter(({ isPublic }) => isPublic).map(({ id }) => id);
  await removeManySearchTerms(work, subjectsBut(cities, open), 'public');
  await writeManySearchTerms(
    work,
    open.flatMap((id) => known.get(id) ?? []),
    'public',
  );
  const mentions = await loadMentions(work.tx, cities);
  for (const { office, role } of work.actor.memberships)
    if (role !== 'viewer') await indexForOffice(work, { office, cities, known, mentions });
}

const subjectsBut = (cities: readonly CityId[], kept: readonly CityId[]) =>
  cities.filter((id) => !kept.includes(id)).map((id) => ({ kind: 'city' as const, id }));

interface OfOffice {
  readonly office: OfficeId;
  readonly cities: readonly CityId[];
  readonly known: ReadonlyMap<CityId, WithTerms>;
  readonly mentions: readonly Mention[];
}

/**
 * What an office names to itself or to some: found by it and by them, also once it is public for another reason. A list of others that is
 * not open is no register: its thousands of cities are found on its own pages.
 */
async function indexForOffice(work: Work, { office, cities, known, mentions }: OfOffice): Promise<void> {
  const own = mentions.filter(
    (mention) => mention.office === office && mention.visibility !== 'public' && !mention.bySet && known.has(mention.cityId),
  );
  await removeManySearchTerms(
    work,
    subjectsBut(
      cities,
      own.map(({ cityId }) => cityId),
    ),
    office,
  );
  const audiences = new Map<string, { readonly sharedWith: readonly OfficeId[]; readonly subjects: WithTerms[] }>();
  for (const cityId of new Set(own.map((mention) => mention.cityId))) {
    const sharedWith = [...new Set(own.flatMap((mention) => (mention.cityId === cityId ? mention.sharedWith : [])))].toSorted();
    const audience = audiences.get(sharedWith.join()) ?? { sharedWith, subjects: [] };
    audience.subjects.push(...[known.get(cityId)].flatMap((subject) => subject ?? []));
    audiences.set(sharedWith.join(), audience);
  }
  for (const { sharedWith, subjects } of audiences.values())
    await writeManySearchTerms(work, subjects, { office, visibility: sharedWith.length > 0 ? 'shared' : 'private', sharedWith });
}

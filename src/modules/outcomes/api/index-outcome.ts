// What outcomes are found by, their titles and the names of their parties: public ones by everybody, the others by whoever may see them.
import type { Id } from '#kernel/ids.ts';
import { indexCities } from '#modules/cities/api/index-city.ts';
import { removeSearchTerms, writeSearchTerms } from '#platform/search/search-terms.ts';
import type { Work } from '#platform/work.ts';
import type { OutcomeRecord } from '../domain/outcome.ts';
import { partiesOf } from '../store/parts.ts';

/** Writes the terms of an outcome anew, for those who may see it now. */
export async function indexOutcome(work: Work, record: OutcomeRecord): Promise<void> {
  const { id, title, ownerOffice: office, visibility, sharedWith } = record;
  const named = ((await partiesOf(work.tx, [id])).get(id) ?? []).flatMap(({ name }) => name ?? []);
  await indexCities(work, await citiesIn(work, record));
  const terms = [...Object.values(title).map(({ text }) => text), ...named];
  const subject = { kind: 'outcome' as const, id, slug: id, label: title, terms };
  await removeSearchTerms(work, subject, visibility === 'public' ? office : 'public');
  await writeSearchTerms(work, subject, visibility === 'public' ? 'public' : { office, visibility, sharedWith });
}

/** Takes an outcome out of every search. */
export async function unindexOutcome(work: Work, record: OutcomeRecord): Promise<void> {
  const { id, ownerOffice } = record;
  await removeSearchTerms(work, { kind: 'outcome', id }, ownerOffice);
  await removeSearchTerms(work, { kind: 'outcome', id }, 'public');
  await indexCities(work, await citiesIn(work, record));
}

/** The cities that an outcome names, to whoever may see it. */
async function citiesIn(work: Work, { id, fromCity, toCity }: OutcomeRecord): Promise<readonly Id<'City'>[]> {
  const parties = (await partiesOf(work.tx, [id])).get(id) ?? [];
  return [fromCity, toCity, ...parties.map(({ cityId }) => cityId)].flatMap((city) => (city === null ? [] : [city as Id<'City'>]));
}

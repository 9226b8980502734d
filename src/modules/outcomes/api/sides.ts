// Whose word counts on an outcome's figures: the office that keeps it, those of its cities and of the ties it belongs to, its parties'.
import { holds } from '#kernel/actor.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { getOrganisation } from '#modules/organisations/api/open-organisation.ts';
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { Party } from '../domain/parties.ts';
import type { Subjects } from './subjects.ts';

interface Known {
  readonly parties: ReadonlyMap<OutcomeId, readonly Party[]>;
  readonly attributions: ReadonlyMap<OutcomeId, readonly Attribution[]>;
  readonly subjects: Subjects;
}

/** The office that is each organisation, where it works in Hansa and the actor may know it. */
async function officesOfOrganisations(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, OfficeId>> {
  const found = new Map<string, OfficeId>();
  for (const organisationId of new Set(ids)) {
    const organisation = await getOrganisation(work, { organisationId });
    if (organisation.ok && organisation.value.officeId !== null) found.set(organisationId, organisation.value.officeId as OfficeId);
  }
  return found;
}

/** The offices of each outcome's sides; for a city without an office of its own its steward speaks. */
export async function sidesOf(
  work: Work,
  records: readonly OutcomeRecord[],
  { parties, attributions, subjects }: Known,
): Promise<ReadonlyMap<OutcomeId, readonly OfficeId[]>> {
  const citiesIn = (record: OutcomeRecord): readonly string[] => [
    ...[record.fromCity, record.toCity].flatMap((id) => id ?? []),
    ...(parties.get(record.id) ?? []).flatMap(({ cityId }) => cityId ?? []),
    ...(attributions.get(record.id) ?? []).flatMap(({ subjectId }) => subjects.get(subjectId)?.cities ?? []),
  ];
  const organisationsIn = (record: OutcomeRecord) => (parties.get(record.id) ?? []).flatMap(({ organisationId }) => organisationId ?? []);
  const cities = await citiesByIds(
    work,
    records.flatMap(citiesIn).map((id) => id as Id<'City'>),
  );
  const organisations = await officesOfOrganisations(work, records.flatMap(organisationsIn));
  return new Map(
    records.map((record) => {
      const ofCities = citiesIn(record).flatMap((id) => {
        const city = cities.get(id as Id<'City'>);
        return city === undefined ? [] : [city.officeId ?? city.steward];
      });
      const ofParties = organisationsIn(record).flatMap((id) => organisations.get(id) ?? []);
      return [record.id, [...new Set([record.ownerOffice, ...ofCities, ...ofParties])]];
    }),
  );
}

/** Offices of the actor that may speak for a side of each outcome. */
export async function voicesOf(
  work: Work,
  records: readonly OutcomeRecord[],
  known: Known,
): Promise<ReadonlyMap<OutcomeId, readonly OfficeId[]>> {
  if (work.actor.account === null) return new Map();
  const sides = await sidesOf(work, records, known);
  return new Map([...sides].map(([id, offices]) => [id, offices.filter((office) => holds(work.actor, office, 'editor'))]));
}

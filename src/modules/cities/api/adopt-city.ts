// A city's own office asks to steward its city; who stewards it now answers, and history stays.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { kindOfOffice, nameOf, nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Adoption, Asked } from '../contract.ts';
import type { CityId, CityRecord } from '../domain/city.ts';
import { mayChange, mayRecord } from '../policy.ts';
import { answerAdoptionRow, findAdoption, insertAdoption, listAdoptionRecords, type AdoptionRecord } from '../store/adoptions.ts';
import { findCityOfOffice, loadCities } from '../store/cities.ts';
import { racing } from '../store/faults.ts';
import { namingOf } from './naming.ts';

const refused = (code: string): { readonly ok: false; readonly refusal: Refusal } => refuse({ kind: 'conflict', code });

async function showAdoptions(work: Work, records: readonly AdoptionRecord[]): Promise<Adoption[]> {
  const cities = new Map<CityId, CityRecord>();
  for (const city of await loadCities(
    work.tx,
    records.map(({ cityId }) => cityId),
  ))
    cities.set(city.id, city);
  const naming = await namingOf(work);
  const offices = await nameOffices(
    work,
    records.map(({ office }) => office),
  );
  return records.flatMap((record) => {
    const city = cities.get(record.cityId);
    if (city === undefined) return [];
    return {
      id: record.id,
      city: { id: city.id, slug: city.slug, name: { ...naming.labelOf(city) } },
      office: { id: record.office, name: nameOf(offices, record.office) ?? {} },
      state: record.state,
      note: record.note,
      askedAt: record.askedAt.toISOString(),
      mayAnswer: record.state === 'asked' && holds(work.actor, city.steward, 'editor'),
    };
  });
}

async function shown(work: Work, record: AdoptionRecord): Promise<Result<Adoption>> {
  const [adoption] = await showAdoptions(work, [record]);
  return adoption === undefined ? notFound('cities.adoption_not_found') : ok(adoption);
}

/** Requests of the actor's offices and those they answer, newest first. */
export async function listAdoptions(work: Work, { state }: Asked<'listAdoptions'>): Promise<Result<{ entries: Adoption[] }>> {
  return ok({ entries: await showAdoptions(work, await listAdoptionRecords(work.tx, state ?? null)) });
}

/**
 * Asks for a city in the name of a city's office.
 * Refuses `cities.only_city_offices`, `cities.has_office`, `cities.office_has_city`, `cities.already_asked`.
 */
export async function askAdoption(work: Work, input: Asked<'askAdoption'>): Promise<Result<Adoption>> {
  const office = input.office;
  const kind = await kindOfOffice(work, office);
  const scope = mayRecord(work.actor, office, kind);
  if (!scope.ok) return scope;
  if (kind !== 'city') return refuseInput([{ path: ['office'], code: 'cities.only_city_offices' }]);
  const [city] = await loadCities(work.tx, [input.cityId as CityId]);
  if (city === undefined) return notFound('cities.not_found');
  if (city.officeId !== null) return refused('cities.has_office');
  if ((await findCityOfOffice(work.tx, office)) !== null) return refused('cities.office_has_city');
  const id = work.newId<'Adoption'>();
  const asked = await insertAdoption(work.tx, scope.value, {
    id,
    cityId: city.id,
    steward: city.steward,
    note: input.note,
    now: work.now,
  });
  if (asked === null) return refused('cities.already_asked');
  await audit(work, { useCase: 'ask-adoption', office, subjects: [city.id, id], fields: ['note'] });
  return shown(work, asked);
}

/** Approves or declines for the steward. Refuses `cities.adoption_answered`, `cities.has_office`, `cities.office_has_city`. */
export async function answerAdoption(work: Work, input: Asked<'answerAdoption'>): Promise<Result<Adoption>> {
  const adoption = await findAdoption(work.tx, input.adoptionId);
  const [city] = adoption === null ? [] : await loadCities(work.tx, [adoption.cityId]);
  if (adoption === null || city === undefined) return notFound('cities.adoption_not_found');
  const scope = mayChange(work.actor, city);
  if (!scope.ok) return scope;
  if (adoption.state !== 'asked') return refused('cities.adoption_answered');
  if (input.approved && city.officeId !== null) return refused('cities.has_office');
  if (input.approved && (await findCityOfOffice(work.tx, adoption.office)) !== null) return refused('cities.office_has_city');
  const state = input.approved ? 'approved' : 'declined';
  const answered = await racing(() => answerAdoptionRow(work.tx, scope.value, adoption.id, state));
  if (!answered.ok) return answered;
  await audit(work, { useCase: 'answer-adoption', office: scope.value.office, subjects: [city.id, adoption.id], fields: ['state'] });
  return shown(work, { ...adoption, state });
}

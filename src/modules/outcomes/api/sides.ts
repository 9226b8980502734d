// Whose word counts on an outcome's figures: the office that keeps it, those of its cities and of the ties it belongs to, its parties'.
import type { OfficeId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { Party } from '../domain/parties.ts';
import type { VoiceScope } from '../domain/scope.ts';
import { goesOnWith, maySpeak } from '../policy.ts';
import { attributionsOf, partiesOf } from '../store/parts.ts';
import { describeSubjects, type Subjects } from './subjects.ts';

interface Known {
  readonly parties: ReadonlyMap<OutcomeId, readonly Party[]>;
  readonly attributions: ReadonlyMap<OutcomeId, readonly Attribution[]>;
  readonly subjects: Subjects;
}

interface Sides {
  readonly offices: readonly OfficeId[];
  /** Those of them that speak for a city which has no office of its own here. */
  readonly stewards: readonly OfficeId[];
}

/** The sides of several outcomes at once. */
export async function loadSides(
  work: Work,
  records: readonly OutcomeRecord[],
  { parties, attributions, subjects }: Known,
): Promise<ReadonlyMap<OutcomeId, Sides>> {
  const citiesIn = (record: OutcomeRecord): readonly string[] => [
    ...[record.fromCity, record.toCity].flatMap((id) => id ?? []),
    ...(parties.get(record.id) ?? []).flatMap(({ cityId }) => cityId ?? []),
    ...(attributions.get(record.id) ?? []).flatMap(({ subjectId }) => subjects.get(subjectId)?.cities ?? []),
  ];
  const organisationsIn = (record: OutcomeRecord) => (parties.get(record.id) ?? []).flatMap(({ organisationId }) => organisationId ?? []);
  const cities = await citiesByIds(work, records.flatMap(citiesIn));
  const organisations = await organisationsByIds(work, records.flatMap(organisationsIn));
  return new Map(
    records.map((record) => {
      const known = citiesIn(record).flatMap((id) => cities.get(id) ?? []);
      const ofCities = known.flatMap(({ officeId }) => officeId ?? []);
      const stewards = known.flatMap(({ officeId, steward }) => (officeId === null ? [steward] : []));
      const ofMeetings = (attributions.get(record.id) ?? []).flatMap(({ subjectId }) => subjects.get(subjectId)?.offices ?? []);
      const ofParties = organisationsIn(record).flatMap((id) => organisations.get(id)?.officeId ?? []);
      return [record.id, { offices: [...new Set([record.ownerOffice, ...ofCities, ...stewards, ...ofParties, ...ofMeetings])], stewards }];
    }),
  );
}

/** The offices of an outcome's sides; for a city without an office of its own its steward speaks. */
export const sidesOf = async (work: Work, record: OutcomeRecord, known: Known): Promise<readonly OfficeId[]> =>
  (await loadSides(work, [record], known)).get(record.id)?.offices ?? [];

/** The proof that the office speaks for a side of the outcome. Refuses `kernel.forbidden`, `outcomes.not_a_side`. */
export async function openVoice(work: Work, record: OutcomeRecord, office: OfficeId): Promise<Result<VoiceScope>> {
  const [parties, attributions] = [await partiesOf(work.tx, [record.id]), await attributionsOf(work.tx, [record.id])];
  const subjects = await describeSubjects(work, [...attributions.values()].flat(), 'own');
  return maySpeak(work.actor, record, { office, sides: await sidesOf(work, record, { parties, attributions, subjects }) });
}

/** Who has a word in an outcome: offices of the actor that may speak for a side; the other sides' own, where the actor keeps the outcome. */
export interface Voices {
  readonly own: readonly OfficeId[];
  readonly others: readonly OfficeId[];
}

export async function voicesOf(work: Work, records: readonly OutcomeRecord[], known: Known): Promise<ReadonlyMap<OutcomeId, Voices>> {
  if (work.actor.account === null) return new Map();
  const sides = await loadSides(work, records, known);
  return new Map(
    records.map(({ id, ownerOffice }) => {
      const { offices = [], stewards = [] } = sides.get(id) ?? {};
      const isOther = (office: OfficeId): boolean => office !== ownerOffice && !stewards.includes(office);
      const others = goesOnWith(work.actor, ownerOffice) ? offices.filter(isOther) : [];
      return [id, { own: offices.filter((office) => goesOnWith(work.actor, office)), others }];
    }),
  );
}

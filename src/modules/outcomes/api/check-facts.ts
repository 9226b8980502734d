// What an outcome names must exist: cities, organisations, what it has to do with; and its shares must fit into the whole.
import type { OfficeId } from '#kernel/ids.ts';
import type { Problem } from '#kernel/result.ts';
import { citiesByIds } from '#modules/cities/api/open-city.ts';
import { nameOrganisations } from '#modules/organisations/api/name-organisations.ts';
import type { Work } from '#platform/work.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { OutcomeFacts, OutcomeId } from '../domain/outcome.ts';
import { partyProblems, type Party } from '../domain/parties.ts';
import { findOutcomeRecord, hasParts } from '../store/outcomes.ts';
import { marksOf } from '../store/projects.ts';
import { describeSubjects } from './subjects.ts';

export interface CheckedFacts {
  readonly facts: Pick<OutcomeFacts, 'kind' | 'extent' | 'counted' | 'title' | 'fromCity' | 'toCity' | 'partOf'>;
  readonly parties: readonly Party[];
  readonly attributions: readonly Attribution[];
}

async function cityProblems(work: Work, { facts, parties }: CheckedFacts): Promise<readonly Problem[]> {
  const named: readonly (readonly [readonly (string | number)[], string | null])[] = [
    [['fromCity'], facts.fromCity],
    [['toCity'], facts.toCity],
    ...parties.map(({ cityId }, at) => [['parties', at, 'cityId'], cityId] as const),
  ];
  const known = await citiesByIds(
    work,
    named.flatMap(([, id]) => (id === null ? [] : [id])),
  );
  return named.flatMap(([path, id]) => (id === null || known.has(id) ? [] : [{ path: [...path], code: 'outcomes.city_unknown' }]));
}

async function organisationProblems(work: Work, parties: readonly Party[]): Promise<readonly Problem[]> {
  const known = await nameOrganisations(
    work,
    parties.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return parties.flatMap(({ organisationId }, at) =>
    organisationId === null || known.has(organisationId)
      ? []
      : [{ path: ['parties', at, 'organisationId'], code: 'outcomes.organisation_unknown' }],
  );
}

async function attributionProblems(work: Work, attributions: readonly Attribution[]): Promise<readonly Problem[]> {
  const known = await describeSubjects(work, attributions, 'own');
  return attributions.flatMap(({ subjectId }, at) => {
    const path = ['attributions', at, 'subjectId'];
    if (attributions.findIndex((other) => other.subjectId === subjectId) < at) return [{ path, code: 'outcomes.related_twice' }];
    return known.has(subjectId) ? [] : [{ path, code: 'outcomes.subject_unknown' }];
  });
}

/** A part belongs to a whole of the same office that is no part itself; a whole with parts cannot become one. */
async function wholeProblems(work: Work, partOf: OutcomeId | null, { id, office }: Whose): Promise<readonly Problem[]> {
  if (partOf === null) return [];
  const whole = await findOutcomeRecord(work.tx, partOf);
  const path = ['partOf'];
  if (whole === null || whole.ownerOffice !== office || whole.id === id) return [{ path, code: 'outcomes.whole_unknown' }];
  if (whole.partOf !== null || (id !== null && (await hasParts(work.tx, id)))) return [{ path, code: 'outcomes.part_of_part' }];
  return [];
}

/** What has milestones stays a project: they would be lost from sight. */
async function kindProblems(work: Work, { kind }: Pick<OutcomeFacts, 'kind'>, id: OutcomeId | null): Promise<readonly Problem[]> {
  if (kind === 'project' || id === null || (await marksOf(work.tx, [id])).length === 0) return [];
  return [{ path: ['kind'], code: 'outcomes.project_has_plan' }];
}

export interface Whose {
  readonly id: OutcomeId | null;
  readonly office: OfficeId;
}

/** Every problem of what is said of an outcome besides its ledger. */
export async function factProblems(work: Work, checked: CheckedFacts, whose: Whose): Promise<readonly Problem[]> {
  return [
    ...(Object.keys(checked.facts.title).length === 0 ? [{ path: ['title'], code: 'kernel.required' }] : []),
    ...(checked.facts.extent === 'single' && checked.facts.counted !== null
      ? [{ path: ['counted'], code: 'outcomes.counted_of_one' }]
      : []),
    ...(await kindProblems(work, checked.facts, whose.id)),
    ...(await cityProblems(work, checked)),
    ...partyProblems(checked.parties),
    ...(await organisationProblems(work, checked.parties)),
    ...(await attributionProblems(work, checked.attributions)),
    ...(await wholeProblems(work, checked.facts.partOf, whose)),
  ];
}

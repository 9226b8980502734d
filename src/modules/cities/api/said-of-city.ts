// What sources state of a city: entered by offices that record cities, read by whoever may read the statements.
import { ok, refuseInput, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { pinsOf, statementsOf } from '#modules/evidence/api/read-statements.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { cityValueProblems, shownAttributes } from '../domain/city-attributes.ts';
import { mayRecord } from '../policy.ts';
import { openCity } from './open-city.ts';

/** Each attribute of which something is said. Refuses `cities.not_found`. */
export async function getCitySaid(
  work: Work,
  { cityId }: Asked<'getCitySaid'>,
): Promise<Result<{ readonly entries: ReturnType<typeof shownAttributes> }>> {
  const city = await openCity(work, cityId);
  if (!city.ok) return city;
  const { id } = city.value;
  const [statements, pins] = await Promise.all([statementsOf(work, 'city', [id]), pinsOf(work, 'city', [id])]);
  return ok({ entries: shownAttributes(statements.get(id) ?? [], pins.get(id) ?? []) });
}

type Entered = Extract<Awaited<ReturnType<typeof enterStatements>>, { readonly ok: true }>['value'];

/** Enters statements for an office of a city or the register office. Refuses `cities.not_found`, and every misfit at its entry. */
export async function enterCityStatements(work: Work, input: Asked<'enterCityStatements'>): Promise<Result<{ readonly entries: Entered }>> {
  const office = input.office;
  const city = await openCity(work, input.cityId);
  if (!city.ok) return city;
  const scope = mayRecord(work.actor, office, await kindOfOffice(work, office));
  if (!scope.ok) return scope;
  const problems = input.entries.flatMap(({ attribute, value }, at) =>
    cityValueProblems(attribute, value).map(({ path, ...problem }) => ({ ...problem, path: ['entries', at, 'value', ...path] })),
  );
  if (problems.length > 0) return refuseInput(problems);
  const entered = await enterStatements(work, { office, subject: { kind: 'city', id: city.value.id }, entries: input.entries });
  if (!entered.ok) return entered;
  const fields = [...new Set(input.entries.map(({ attribute }) => attribute))];
  const subjects = [city.value.id, ...entered.value.map(({ id }) => id)];
  await audit(work, { useCase: 'enter-city-statements', office, subjects, fields });
  return ok({ entries: entered.value });
}

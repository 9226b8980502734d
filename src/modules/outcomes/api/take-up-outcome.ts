// What a third party relates to a tie waits at the desks of its two cities: one of them takes it up, or leaves it.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { decide } from '#modules/ties/api/hearing.ts';
import { waitingOf } from '#modules/ties/api/others.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayReadWaiting, maySpeak } from '../policy.ts';
import { listOutcomeRecords } from '../store/outcomes.ts';
import { citiesAround, desksOf, isHeardBy, loadOutcomes, titleOf } from './load-outcomes.ts';
import { findOutcome } from './open-outcome.ts';
import { showOutcome } from './show-outcome.ts';

/** Decides for a side's office; it can decide anew. Refuses `outcomes.not_found`, `outcomes.not_a_side`. */
export async function takeUpOutcome(work: Work, input: Asked<'takeUpOutcome'>): Promise<Result<Answer<'takeUpOutcome'>>> {
  const found = await findOutcome(work, input.outcomeId);
  if (!found.ok) return found;
  const record = found.value;
  const sides = desksOf(await loadOutcomes(work, [record], 'own'), record);
  const scope = maySpeak(work.actor, record, { office: input.office, sides });
  if (!scope.ok) return scope;
  const { office } = scope.value;
  const decided = await decide(work, { thingId: record.id, office, takesUp: input.takesUp });
  if (!decided.ok) return decided;
  await audit(work, { useCase: 'take-up-outcome', office, subjects: [record.id], fields: ['takesUp'] });
  return ok(await showOutcome(work, record));
}

const MOST = 200;

/** The longest waiting first, for members of the office alone: what neither side has taken up and this one has not left. */
export async function listWaiting(work: Work, input: Asked<'listWaiting'>): Promise<Result<Answer<'listWaiting'>>> {
  const asked = mayReadWaiting(work.actor, input.officeId);
  if (!asked.ok) return asked;
  const office: OfficeId = asked.value;
  const city = await cityOfOffice(work, office);
  if (city === null) return ok({ entries: [] });
  const ofCity = { id: city, ties: await tiesOfCity(work, city) };
  const records = await listOutcomeRecords(work.tx, { ofCity, after: null, limit: MOST });
  const loaded = await loadOutcomes(work, records, 'own');
  const waits = records.filter(
    (record) =>
      desksOf(loaded, record).includes(office) &&
      !citiesAround(loaded, record).some((cities) => cities.includes(city) && isHeardBy(loaded, record, cities)) &&
      !loaded.takings.some((taking) => taking.thingId === record.id && taking.office === office),
  );
  const outcomes = waits.map((record) => ({
    ...{ kind: 'outcome' as const, id: record.id, title: titleOf(record).title, tieId: null },
    ...{ office: record.ownerOffice, at: record.enteredAt.toISOString() },
  }));
  const all = [...outcomes, ...(await waitingOf(work, { office, ties: ofCity.ties }))].toSorted((x, y) => (x.at < y.at ? -1 : 1));
  const names = await nameOffices(
    work,
    all.map(({ office: by }) => by),
  );
  return ok({
    entries: all.map(({ title, office: by, ...thing }) => ({
      ...thing,
      title: title === null ? null : { ...title },
      office: { id: by, name: { ...names.get(by) } },
    })),
  });
}

// What a third party relates to a tie waits at the desks of its two cities: one of them takes it up, or leaves it.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { cityOfOffice } from '#modules/cities/api/open-city.ts';
import { tiesOfCity } from '#modules/ties/api/ties-of-city.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayReadWaiting, maySpeak } from '../policy.ts';
import { listOutcomeRecords } from '../store/outcomes.ts';
import { saveTaking } from '../store/takings.ts';
import { citiesAround, desksOf, isHeardBy, loadOutcomes, named, titleOf } from './load-outcomes.ts';
import { findOutcome } from './open-outcome.ts';
import { enteredBy } from './post-entry.ts';
import { showOutcome } from './show-outcome.ts';

/** Decides for a side's office; it can decide anew. Refuses `outcomes.not_found`, `outcomes.not_a_side`. */
export async function takeUpOutcome(work: Work, input: Asked<'takeUpOutcome'>): Promise<Result<Answer<'takeUpOutcome'>>> {
  const found = await findOutcome(work, input.outcomeId);
  if (!found.ok) return found;
  const record = found.value;
  const sides = desksOf(await loadOutcomes(work, [record], 'own'), record);
  const scope = maySpeak(work.actor, record, { office: input.office, sides });
  if (!scope.ok) return scope;
  const by = enteredBy(work);
  if (!by.ok) return by;
  const { office } = scope.value;
  await saveTaking(work.tx, scope.value, { takesUp: input.takesUp, by: by.value, now: work.now });
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
      !loaded.takings.some((taking) => taking.outcomeId === record.id && taking.office === office),
  );
  return ok({
    entries: waits.toReversed().map((record) => ({
      outcome: titleOf(record),
      office: named(loaded, record.ownerOffice),
      at: record.enteredAt.toISOString(),
    })),
  });
}

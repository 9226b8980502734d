// What a third party relates to a tie waits at the desks of its two cities: one of them takes it up, or leaves it.
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { decide } from '#modules/ties/api/hearing.ts';
import { waitingOf } from '#modules/ties/api/others.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { mayReadWaiting, maySpeak } from '../policy.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import { findOfThirdParties, type Awaited } from '../store/outcomes.ts';
import { citiesAround, desksOf, isHeardBy, loadOutcomes, titleOf } from './load-outcomes.ts';
import { surroundingsOf } from './list-unanswered.ts';
import { findOutcome } from './open-outcome.ts';
import { showOutcome } from './show-outcome.ts';

/** Decides for a side's office, anew where it has decided; null takes that back. Refuses `outcomes.not_found`, `outcomes.not_a_side`. */
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

/** So many outcomes are looked through at a time; the list itself ends nowhere. */
const BATCH = 500;

type Said = Omit<Answer<'listWaiting'>['entries'][number], 'office' | 'title'> & {
  readonly office: OfficeId;
  readonly title: MultilingualText | null;
};

/** Outcomes of third parties that neither side has taken up and this one has not left. */
async function waitingOutcomes(work: Work, around: Awaited['ofCity'], office: OfficeId): Promise<readonly Said[]> {
  const waits: Said[] = [];
  for (let after: OutcomeId | null = null; ;) {
    const records: readonly OutcomeRecord[] = await findOfThirdParties(work.tx, { office, ofCity: around, after, limit: BATCH });
    const loaded = await loadOutcomes(work, records, 'own');
    const city = around?.id ?? null;
    for (const record of records) {
      const groups = citiesAround(loaded, record);
      const stands = groups.some((cities) => (city === null || cities.includes(city)) && isHeardBy(loaded, record, cities));
      const isDecided = loaded.takingsOf(record.id).some((taking) => taking.office === office);
      // Who says that it was otherwise does not let it stand, and has answered.
      const differs = loaded.confirmationsOf(record.id).some((word) => word.office === office && word.verdict === 'differs');
      if (stands || isDecided || differs || !desksOf(loaded, record).includes(office)) continue;
      waits.push({
        ...{ kind: 'outcome' as const, id: record.id, title: titleOf(record).title, tieId: null },
        ...{ office: record.ownerOffice, at: record.enteredAt.toISOString(), cities: [...new Set(groups.flat())] },
      });
    }
    after = records.at(-1)?.id ?? null;
    if (records.length < BATCH) return waits;
  }
}

/** The longest waiting first, for members of the office alone: what neither side has taken up and this one has not left. */
export async function listWaiting(work: Work, input: Asked<'listWaiting'>): Promise<Result<Answer<'listWaiting'>>> {
  const asked = mayReadWaiting(work.actor, input.officeId);
  if (!asked.ok) return asked;
  const office: OfficeId = asked.value;
  const { ofCity } = await surroundingsOf(work, office);
  const outcomes = await waitingOutcomes(work, ofCity, office);
  const things = ofCity === null ? [] : await waitingOf(work, { office, ties: ofCity.ties });
  const all = [...outcomes, ...things.map((thing) => ({ ...thing, cities: [...thing.cities] }))].toSorted((x, y) => (x.at < y.at ? -1 : 1));
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

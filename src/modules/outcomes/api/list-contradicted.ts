// What waits for the word of an office that keeps outcomes: the figures that another side says were otherwise, or confirms in part.
import { ok, type Result } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { contradictionsOf, heldOf, lastNumber } from '../domain/assurance.ts';
import { figuresOf, type StageFigure } from '../domain/ledger.ts';
import { stages, type Stage } from '../domain/stages.ts';
import { mayReadWaiting } from '../policy.ts';
import { confirmationsOf, entriesOf } from '../store/ledger.ts';
import { findContradictedOutcomes } from '../store/outcomes.ts';

const shownAt = (figures: readonly StageFigure[], stage: Stage): Answer<'listContradicted'>['entries'][number]['ours'] => {
  const { amount = null, count = null, qualifier = 'exact', countQualifier = 'exact' } = figures.find((one) => one.stage === stage) ?? {};
  return { stage, amount, count, qualifier, countQualifier };
};

/** The longest waiting first, for members of the office alone. */
export async function listContradicted(work: Work, input: Asked<'listContradicted'>): Promise<Result<Answer<'listContradicted'>>> {
  const office = mayReadWaiting(work.actor, input.officeId);
  if (!office.ok) return office;
  const records = await findContradictedOutcomes(work.tx, office.value);
  const ids = records.map(({ id }) => id);
  const [entries, confirmations] = [await entriesOf(work.tx, ids), await confirmationsOf(work.tx, ids)];
  const waiting = records.flatMap(({ id, title, kind, counted, ownerOffice: owner }) => {
    const [ledger, said] = [entries.filter((one) => one.outcomeId === id), confirmations.filter((one) => one.outcomeId === id)];
    const figures = figuresOf({ entries: ledger });
    return stages
      .flatMap((stage) => contradictionsOf({ stage, owner, entries: ledger, confirmations: said }))
      .map((one) => ({
        ...one,
        ours: shownAt(figures, one.stage),
        through: lastNumber(ledger, one.stage),
        outcome: { id, title: { ...title }, kind, counted },
      }));
  });
  const names = await nameOffices(
    work,
    waiting.map((one) => one.office),
  );
  return ok({
    entries: waiting
      .toSorted((x, y) => x.enteredAt.getTime() - y.enteredAt.getTime())
      .map(({ id, outcome, ours, stage, through, office: by, enteredAt, ...said }) => ({
        ...{ id, outcome, ours, stage, through, isPart: said.verdict === 'confirms_part', ...heldOf(said) },
        office: { id: by, name: { ...names.get(by) } },
        at: enteredAt.toISOString(),
      })),
  });
}

// Samples of an office's confirmed outcomes: drawn by a seed, kept, and followed until each has been checked.
import { createHash, randomBytes } from 'node:crypto';
import type { OfficeId } from '#kernel/ids.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { Assurance } from '../../domain/assurance.ts';
import { drawn } from '../../domain/evidence/sample.ts';
import { leading } from '../../domain/headline.ts';
import { mayDecide, mayReadWaiting } from '../../policy.ts';
import { insertSample, listSampleRows, outcomesToSample, type SampleRecord } from '../../store/evidence.ts';
import { outcomesByIds } from '../list-outcomes.ts';
import { enteredBy } from '../post-entry.ts';

type Outcome = Awaited<ReturnType<typeof outcomesByIds>>[number];

const sure: readonly Assurance[] = ['confirmed', 'documented', 'verified'];
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is confirmed by both sides, or by a paper, at the furthest stage it came to. */
async function populationOf(work: Work, office: OfficeId): Promise<readonly Outcome[]> {
  const all = await outcomesByIds(work, await outcomesToSample(work.tx, office));
  return all.filter((outcome) => sure.includes(leading(outcome)?.assurance ?? 'reported'));
}

const MOST_LISTED = 20;

function show(sample: SampleRecord, outcomes: ReadonlyMap<string, Outcome>): Answer<'drawSample'> {
  const { id, seed, population, populationHash, drawnAt, outcomeIds } = sample;
  return {
    ...{ id, seed, population, populationHash, drawnAt: drawnAt.toISOString() },
    outcomes: outcomeIds.map((outcomeId) => {
      const outcome = outcomes.get(outcomeId);
      const lead = outcome === undefined ? undefined : leading(outcome);
      const check = outcome?.confirmations.findLast(
        ({ verdict, stage, outdated, enteredAt }) =>
          verdict === 'verifies' && stage === lead?.stage && !outdated && enteredAt >= drawnAt.toISOString(),
      );
      return {
        ...{ id: outcomeId, title: outcome === undefined ? null : { ...outcome.title } },
        ...{ stage: lead?.stage ?? null, assurance: lead?.assurance ?? null, checkedAt: check?.enteredAt ?? null },
      };
    }),
  };
}

/** Draws and keeps it, with its seed and the hash of what it was drawn from. Refuses `outcomes.sample_of_none`. */
export async function drawSample(work: Work, { officeId, size, seed: given }: Asked<'drawSample'>): Promise<Result<Answer<'drawSample'>>> {
  const scope = mayDecide(work.actor, officeId);
  if (!scope.ok) return scope;
  const by = enteredBy(work);
  if (!by.ok) return by;
  const population = await populationOf(work, officeId);
  if (population.length === 0) return refuse({ kind: 'conflict', code: 'outcomes.sample_of_none' });
  const seed = given ?? randomBytes(8).toString('hex');
  const ids = population.map(({ id }) => id).toSorted();
  const outcomeIds = drawn(ids, { seed, size }, hash);
  const sample = {
    ...{ id: work.newId<'Sample'>(), seed, population: ids.length, populationHash: hash(ids.join('\n')), outcomeIds },
    ...{ enteredBy: by.value, drawnAt: work.now },
  };
  await insertSample(work.tx, scope.value, sample);
  await audit(work, { useCase: 'draw-sample', office: officeId, subjects: [sample.id], fields: ['number'] });
  return ok(show(sample, new Map(population.map((outcome) => [outcome.id, outcome]))));
}

/** The last samples with what became of each; how many could be drawn from now. Refuses `kernel.forbidden`. */
export async function listSamples(work: Work, { officeId }: Asked<'listSamples'>): Promise<Result<Answer<'listSamples'>>> {
  const office = mayReadWaiting(work.actor, officeId);
  if (!office.ok) return office;
  const samples = await listSampleRows(work.tx, office.value, MOST_LISTED);
  const outcomes = await outcomesByIds(work, [...new Set(samples.flatMap(({ outcomeIds }) => outcomeIds))]);
  const known = new Map(outcomes.map((outcome) => [outcome.id as string, outcome]));
  return ok({
    entries: samples.map((sample) => show(sample, known)),
    population: (await populationOf(work, office.value)).length,
  });
}

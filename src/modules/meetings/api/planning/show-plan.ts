// How a plan looks to its organiser.
import type { Answer } from '../../contract.ts';
import type { Sentence } from '../../domain/planning/sentences.ts';
import type { PlanRow } from '../../store/plans.ts';

/** Sentences read from the database or made by the domain, as the API gives them. */
export const shownSentence = ({ code, params }: Sentence) => ({ code, params: { ...params } });

export const showPlan = (row: PlanRow): Answer<'startPlan'> => ({
  id: row.id,
  number: row.number,
  status: row.status,
  seconds: row.seconds,
  seed: row.seed,
  engine: row.engine,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  movesFreely: row.movesFreely,
  stopped: row.stopAskedAt !== null,
  copiedFrom: row.copiedFrom,
  releasedAs: row.releasedAs,
  failure: row.failure === null ? null : shownSentence(row.failure),
  figures: row.figures,
  version: row.version,
});

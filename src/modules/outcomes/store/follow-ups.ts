// SQL of follow-ups: what is asked of outcomes, and what was answered.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf, queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { Asking } from '../domain/follow-up/fate.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import { askingOf, type AskingCells } from './follow-through.ts';

const askings = queryOfIds(
  (_, ids: readonly OutcomeId[]) =>
    sql<{
      readonly outcomeId: OutcomeId;
      readonly askings: readonly AskingCells[];
      readonly returned: readonly Asking['months'][] | null;
    }>`select outcome_id as "outcomeId", askings, returned from outcomes.askings_of(${ids}::uuid[])`,
);

/** What was asked and answered of each outcome that the actor may see, by months; an outcome that was never planned for has none. */
export async function askingsOf(tx: Tx, ids: readonly OutcomeId[]): Promise<ReadonlyMap<OutcomeId, readonly Asking[]>> {
  const found = new Map<OutcomeId, readonly Asking[]>(ids.map((id) => [id, []]));
  for (const { outcomeId, askings: asked, returned } of await read(tx, askings(ids)))
    found.set(
      outcomeId,
      asked.map((cells) => askingOf(cells, returned ?? [])),
    );
  return found;
}

const told = queryOf(
  (_, ids: readonly OutcomeId[], own: boolean) =>
    sql<{ readonly id: OutcomeId }>`select t as id from outcomes.answers_told(${ids}::uuid[], ${own}::boolean) t`,
);

/** Those of which it may be told what was answered: to everybody, or to the actor of an own office as well. */
export const answersTold = async (tx: Tx, ids: readonly OutcomeId[], view: 'own' | 'public'): Promise<ReadonlySet<OutcomeId>> =>
  new Set((await read(tx, told(ids, view === 'own'))).map(({ id }) => id));

const ofEdition = queryOf(
  (_, editionId: string) => sql<{ readonly id: OutcomeId }>`
    with about as (
      select a.outcome_id from outcomes.attribution a where a.subject_kind = 'edition' and a.subject_id = ${editionId}::uuid
      union select a.outcome_id from outcomes.attribution a join meetings.meetings m on m.id = a.subject_id
        where a.subject_kind = 'meeting' and m.edition_id = ${editionId}::uuid)
    select o.id from outcomes.outcome o where o.withdrawn_at is null
      and (o.id in (select outcome_id from about) or o.part_of in (select outcome_id from about)) order by o.id`,
);

/** Outcomes that the actor may see and that hang on an edition, itself or by one of its meetings, and their parts. */
export const outcomesOfEdition = async (tx: Tx, editionId: string): Promise<readonly OutcomeId[]> =>
  (await read(tx, ofEdition(editionId))).map(({ id }) => id);

const about = queryOf(
  (_, subjectId: string) => sql<{ readonly id: OutcomeId }>`select a as id from outcomes.about(array[${subjectId}]::uuid[]) a`,
);

/** The same of a tie, an agreement or an exchange. */
export const outcomesAbout = async (tx: Tx, subjectId: string): Promise<readonly OutcomeId[]> =>
  (await read(tx, about(subjectId))).map(({ id }) => id);

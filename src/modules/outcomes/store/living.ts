// SQL of what outcomes tell of the domains of ties.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { OutcomeId, OutcomeRecord } from '../domain/outcome.ts';

export interface LivingOutcome extends Pick<OutcomeRecord, 'kind' | 'domain' | 'occurred' | 'partOf'> {
  readonly id: OutcomeId;
  readonly tieId: Id<'Tie'>;
  /** Who keeps it and who has taken it up. */
  readonly of: readonly OfficeId[];
  readonly valueDates: readonly FlexDate[];
}

/** Outcomes that may be seen and have to do with the ties, their agreements or exchanges; once for each tie. */
export const livingOutcomes = (tx: Tx, ties: readonly Id<'Tie'>[]): Promise<readonly LivingOutcome[]> => read(tx, living(ties));

const living = queryOfIds(
  (_, ties: readonly Id<'Tie'>[]) =>
    sql<LivingOutcome>`select o.id, o.kind, o.domain, o.occurred, o.part_of as "partOf", r.tie_id as "tieId",
        array[o.owner_office] || array(select k.owner_office from ties.taken_up k where k.thing_id = o.id) as "of",
        array(select e.value_date from outcomes.entry e where e.outcome_id = o.id and e.kind = 'entry' and e.value_date is not null
          and not exists (select 1 from outcomes.entry n where n.outcome_id = o.id and n.reverses = e.id)) as "valueDates"
      from (select a.outcome_id, a.subject_id as tie_id from outcomes.attribution a
          where a.subject_kind = 'tie' and a.subject_id = any (${ties}::uuid[])
        union select a.outcome_id, h.tie_id from ties.happenings h
          join outcomes.attribution a on a.subject_kind = h.kind and a.subject_id = h.subject_id where h.tie_id = any (${ties}::uuid[])) r
      join outcomes.outcome o on o.id = r.outcome_id where o.withdrawn_at is null`,
);

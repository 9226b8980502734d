// SQL of an outcome's parties and of what it has to do with other things.
import { sql } from 'kysely';
import { columns } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOfIds } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { DB } from '#platform/postgres/schema.ts';
import { plainDecimal } from '#kernel/money.ts';
import type { Attribution } from '../domain/attribution.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import type { Party, PartyRole } from '../domain/parties.ts';
import type { OutcomeScope } from '../domain/scope.ts';

declare module '#platform/postgres/schema.ts' {
  interface Shapes {
    'outcomes.party.role': PartyRole;
  }
}

const parties = queryOfIds((from, ids: readonly OutcomeId[]) =>
  from
    .selectFrom('outcomes.party')
    .select([...columns('outcome_id, organisation_id, city_id, name, role'), sql<string | null>`share::text`.as('share')])
    .where(sql<boolean>`outcome_id = any (${ids}::uuid[])`)
    .orderBy('outcome_id')
    .orderBy('place'),
);

/** The parties of each outcome, in the order in which they were named. */
export async function partiesOf(tx: Tx, ids: readonly OutcomeId[]): Promise<ReadonlyMap<OutcomeId, readonly Party[]>> {
  const found = new Map<OutcomeId, Party[]>(ids.map((id) => [id, []]));
  for (const { outcomeId, ...party } of await read(tx, parties(ids)))
    found.get(outcomeId)?.push({ ...party, share: party.share === null ? null : plainDecimal(party.share) });
  return found;
}

/** Names the parties anew. */
export async function replaceParties(tx: Tx, scope: OutcomeScope, parties: readonly Party[]): Promise<void> {
  await tx.deleteFrom('outcomes.party').where('outcome_id', '=', scope.outcomeId).execute();
  await insertRows(
    tx,
    'outcomes.party',
    parties.map(({ organisationId, cityId, name, role, share }, place) => ({
      outcome_id: scope.outcomeId,
      place,
      owner_office: scope.office,
      organisation_id: organisationId,
      city_id: cityId,
      name,
      role,
      share,
    })),
  );
}

/** What each outcome has to do with what. */
export async function attributionsOf(tx: Tx, ids: readonly OutcomeId[]): Promise<ReadonlyMap<OutcomeId, readonly Attribution[]>> {
  const found = new Map<OutcomeId, Attribution[]>(ids.map((id) => [id, []]));
  for (const { outcomeId, ...attribution } of await read(tx, attributions(ids))) found.get(outcomeId)?.push(attribution);
  return found;
}

const attributions = queryOfIds((from, ids: readonly OutcomeId[]) =>
  from
    .selectFrom(sql<DB['outcomes.attribution']>`outcomes.attributions_of(${ids}::uuid[])`.as('attribution'))
    .select(columns('outcome_id, subject_kind, subject_id, relation'))
    .orderBy('subject_kind')
    .orderBy('subject_id'),
);

export async function replaceAttributions(tx: Tx, scope: OutcomeScope, attributions: readonly Attribution[]): Promise<void> {
  await tx.deleteFrom('outcomes.attribution').where('outcome_id', '=', scope.outcomeId).execute();
  const of = { outcome_id: scope.outcomeId, owner_office: scope.office };
  await insertRows(
    tx,
    'outcomes.attribution',
    attributions.map(({ subjectKind, subjectId, relation }) => ({ ...of, subject_kind: subjectKind, subject_id: subjectId, relation })),
  );
}

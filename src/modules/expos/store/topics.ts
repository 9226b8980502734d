// SQL of the topics of an edition.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';
import type { Topic, TopicId } from '../domain/topic.ts';

/** In their order. */
export async function listTopicRows(tx: Tx, editionId: EditionId): Promise<readonly Topic[]> {
  const { rows } = await sql<Topic>`select id, name from expos.topic where edition_id = ${editionId} order by number`.execute(tx);
  return rows;
}

/** How many who take part name each of these topics; those that nobody names are absent. */
export async function countNaming(tx: Tx, editionId: EditionId): Promise<ReadonlyMap<TopicId, number>> {
  const { rows } = await sql<{ id: TopicId; count: number }>`
    select t.id, count(*)::int as count from expos.topic t
    join expos.participant p on p.edition_id = t.edition_id and p.withdrawn_at is null and t.id = any (p.offer_topics || p.need_topics)
    where t.edition_id = ${editionId} group by t.id`.execute(tx);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Sets all topics in this order; those that keep their id stay. Fails where somebody who takes part names one that would go. */
export async function replaceTopicRows(tx: Tx, scope: EditionScope, topics: readonly Topic[]): Promise<void> {
  const { editionId } = scope;
  await sql`delete from expos.topic where edition_id = ${editionId} and id <> all (${topics.map(({ id }) => id)}::uuid[])`.execute(tx);
  await writeTopicRows(tx, scope, topics);
}

/** Writes these topics in this order; others stay, behind them. */
export async function writeTopicRows(tx: Tx, { editionId, office }: EditionScope, topics: readonly Topic[]): Promise<void> {
  const rows = topics.map(({ id, name }, at) => ({ id, name, number: at + 1 }));
  await sql`
    update expos.topic set number = number + ${topics.length} where edition_id = ${editionId} and id <> all (${rows.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into expos.topic as t (edition_id, id, owner_office, visibility, number, name)
    select e.id, r.id, ${office}::uuid, e.visibility, r.number, r.name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, number int, name jsonb) join expos.edition e on e.id = ${editionId}
    on conflict (edition_id, id) do update set number = excluded.number, name = excluded.name`.execute(tx);
}

// SQL of what an office has begun of its ties from matches: exchanges and agreed items, with what has become of them.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { BegunFrom } from '../domain/match.ts';
import type { TieId } from '../domain/tie.ts';

/** `kept`: nobody else may see it; `waits`: the other side may, and has said nothing; `answered`: it has; `withdrawn`: its own office took it off. */
export type BegunState = 'kept' | 'waits' | 'answered' | 'withdrawn';

export interface Begun extends BegunFrom {
  readonly tieId: TieId;
  readonly what: 'exchange' | 'item';
  readonly id: string;
  readonly at: Date;
  /** When an exchange begins, by when an item is due; null: not said. */
  readonly on: FlexDate | null;
  readonly state: BegunState;
}

/** As columns of what is begun. */
export const begunColumns = (from: BegunFrom | undefined) => ({ begun_entry: from?.entryId ?? null, begun_answer: from?.answerId ?? null });

/** Of the actor's own offices, from matches of these entries; the newest first. One statement. */
export async function loadBegun(tx: Tx, entries: readonly string[]): Promise<readonly Begun[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<Begun>`
    select x.tie_id as "tieId", 'exchange' as what, x.id, x.begun_entry as "entryId", x.begun_answer as "answerId", x.entered_at as at, x.starts as "on",
      case when x.withdrawn_at is not null then 'withdrawn'
        when exists (select from ties.exchange_word w where w.exchange_id = x.id and w.owner_office <> x.owner_office) then 'answered'
        when x.visibility = 'private' then 'kept' else 'waits' end as state
    from ties.exchange x
    where x.begun_entry = any (${[...entries]}::uuid[]) and x.owner_office = any (platform.reads())
    union all
    select a.tie_id, 'item', i.id, i.begun_entry, i.begun_answer, i.entered_at, i.due,
      case when a.withdrawn_at is not null or i.withdrawn_at is not null or exists (select from ties.item_state s where s.item_id = i.id and s.owner_office = i.owner_office and s.state = 'dropped')
          then 'withdrawn'
        when exists (select from ties.item_state s where s.item_id = i.id and s.owner_office <> i.owner_office) then 'answered'
        when i.visibility = 'private' then 'kept' else 'waits' end
    from ties.agreed_item i join ties.agreement a on a.id = i.agreement_id
    where i.begun_entry = any (${[...entries]}::uuid[]) and i.owner_office = any (platform.reads())
    order by at desc, id`.execute(tx);
  return rows;
}

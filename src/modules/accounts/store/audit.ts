// SQL of the audit log.
import { sql } from 'kysely';
import type { Holder } from '#kernel/actor.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns } from '#platform/postgres/columns.ts';
import type { Database } from '#platform/postgres/database.ts';
import type { Work } from '#platform/work.ts';

interface NewEntry {
  readonly useCase: string;
  readonly office: OfficeId;
  readonly subjects: readonly string[];
  readonly fields: readonly string[];
  readonly digest?: string;
}

export async function insertAuditEntry(work: Work, entry: NewEntry): Promise<void> {
  await work.tx
    .insertInto('accounts.audit_entry')
    .values({
      office: entry.office,
      id: work.newId<'AuditEntry'>(),
      account: work.actor.account,
      use_case: entry.useCase,
      subjects: [...entry.subjects],
      fields: [...entry.fields],
      digest: entry.digest ?? null,
      // The database's clock: a use case may be told another day, and several servers may disagree on the minute; the chain of seals goes by time.
      happened_at: sql<string>`date_trunc('milliseconds', clock_timestamp())`,
    })
    .execute();
}

export interface AuditRow {
  readonly id: string;
  readonly happenedAt: Date;
  readonly account: string | null;
  readonly accountName: string | null;
  readonly holder: Holder | null;
  readonly useCase: string;
  readonly subjects: readonly string[];
  readonly fields: readonly string[];
  readonly sealNumber: number | null;
}

/**
 * Newest first, `limit` + 1 rows so that the caller knows whether a page follows; `before` is the last id seen. Colleagues stand by their
 * ids, whoever else by the name they have in the log (pseudonym).
 */
export async function listAuditRows(
  work: Work,
  office: OfficeId,
  limit: number,
  before: Id<'AuditEntry'> | null,
): Promise<readonly AuditRow[]> {
  return work.tx
    .selectFrom('accounts.audit_entry as e')
    .leftJoin('accounts.account as a', 'a.logged_as', 'e.account')
    .leftJoin('accounts.audit_seal as s', (join) => join.onRef('s.office', '=', 'e.office').onRef('s.entry', '=', 'e.id'))
    .select(columns('e.id, e.happened_at, a.name as accountName, a.holder, e.use_case, e.fields, s.number as sealNumber'))
    .select(sql<string | null>`coalesce(a.id, e.account)`.as('account'))
    .select(
      sql<readonly string[]>`array(select coalesce(c.id, u.id) from unnest(e.subjects) with ordinality as u(id, place)
        left join accounts.account c on c.logged_as = u.id order by u.place)`.as('subjects'),
    )
    .where('e.office', '=', office)
    .$if(before !== null, (q) => q.where('e.id', '<', before))
    .orderBy('e.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Number of the first seal of the office's chain that does not hold, or null when all hold; `whole` checks from its first seal. */
export async function firstBrokenSeal(work: Work, office: OfficeId, { whole }: { readonly whole: boolean }): Promise<number | null> {
  const check = sql.raw(whole ? 'first_broken_seal' : 'broken_seal');
  const { rows } = await sql<{ broken: number | null }>`select accounts.${check}(${office}) as broken`.execute(work.tx);
  return rows[0]?.broken ?? null;
}

/** Seals up to so many of the entries that wait; answers how many. Runs outside any request. */
export async function sealBatch(database: Database, most: number): Promise<number> {
  const { rows } = await sql<{ sealed: number }>`select accounts.seal_audit(${most}) as sealed`.execute(database.app);
  return rows[0]?.sealed ?? 0;
}

/** Checks one chain that is due, the whole of it once a day; answers whether there was one. Runs outside any request. */
export async function checkDueChain(database: Database): Promise<boolean> {
  const { rows } = await sql<{ checked: boolean }>`select accounts.check_audit() as checked`.execute(database.app);
  return rows[0]?.checked === true;
}

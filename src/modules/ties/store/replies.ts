// SQL of what desks say was otherwise in what an office entered of their ties, and what it answers them.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { RegisterScope } from '../domain/scope.ts';
import type { Reply } from '../domain/taking.ts';
import { things, type Thing } from './takings.ts';

/** A thing that an office entered, with what a desk says it was instead; `at`, `repliedAt`: when that was said and answered (ISO). */
export interface Otherwise extends Pick<Thing, 'kind' | 'id' | 'tieId' | 'title' | 'organisationId'> {
  /** The desk that says so. */
  readonly by: OfficeId;
  readonly words: string;
  readonly at: string;
  readonly reply: Reply | null;
  readonly repliedAt: string | null;
}

type Row = Omit<Otherwise, 'at' | 'repliedAt'> & { readonly at: Date; readonly repliedAt: Date | null };

/** All that desks say so of what the office entered, the longest waiting first; `thingId`: of that alone. */
export async function saidOtherwise(tx: Tx, office: OfficeId, thingId: string | null = null): Promise<readonly Otherwise[]> {
  const { rows } = await sql<Row>`
    select said.kind, said.id, said.tie_id as "tieId", said.title, said.organisation_id as "organisationId",
      t.owner_office as by, t.differs as words, t.entered_at as at, r.verdict as reply, r.said_at as "repliedAt"
    from ties.taking t
      join (${things}) said on said.id = t.thing_id and said.owner_office = ${office}
      left join ties.taking_reply r on r.thing_id = t.thing_id and r.owner_office = ${office}
        and r.shared_with = array[t.owner_office] and r.said_at >= t.entered_at
    where t.differs is not null and t.shared_with @> array[${office}]::uuid[] and (${thingId}::uuid is null or t.thing_id = ${thingId})
    order by t.entered_at, said.id`.execute(tx);
  return rows.map(({ at, repliedAt, ...said }) => ({ ...said, at: at.toISOString(), repliedAt: repliedAt?.toISOString() ?? null }));
}

/** In place of what the office answered that desk before; null takes it back. */
export async function saveReply(
  tx: Tx,
  { office }: Pick<RegisterScope, 'office'>,
  { thingId, to, verdict, now }: { readonly thingId: string; readonly to: OfficeId; readonly verdict: Reply | null; readonly now: Date },
): Promise<void> {
  const isIt = sql<boolean>`shared_with = array[${to}]::uuid[]`;
  await tx.deleteFrom('ties.taking_reply').where('thing_id', '=', thingId).where('owner_office', '=', office).where(isIt).execute();
  if (verdict === null) return;
  await tx
    .insertInto('ties.taking_reply')
    .values({ thing_id: thingId, owner_office: office, shared_with: [to], verdict, said_at: now.toISOString() })
    .execute();
}

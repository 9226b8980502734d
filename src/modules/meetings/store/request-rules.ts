// SQL of the rules by which an edition's participants ask to meet; read as the organiser, whoever asks.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import { openRules, type RequestQuota, type RequestRules } from '../domain/request-rules.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

export interface KeptRules {
  readonly rules: RequestRules;
  /** 1 where the organiser has said nothing yet. */
  readonly version: number;
}

const rulesOf = queryOf(
  (_, editionId: string) => sql<Omit<RequestRules, 'quotas'> & { version: number; quotas: readonly RequestQuota[] }>`
    select r.version, ${milliseconds('r.closes_at')} as "closesAt", r.same_side as "sameSide", r.agreed_only as "agreedOnly", r.answer_days as "answerDays", r.moves_until_minutes as "movesUntilMinutes",
      r.mails_organiser as "mailsOrganiser",
      (select coalesce(json_agg(json_build_object('groupId', q.group_id, 'role', q.role, 'most', q.most, 'mostMusts', q.most_musts) order by q.id), '[]')
        from meetings.request_quota q where q.edition_id = r.edition_id) as quotas
    from meetings.request_rules r where r.edition_id = ${editionId}`,
);

/** The rules of an edition; open ones where there are none. One query. */
export async function loadRules(tx: Tx, editionId: string): Promise<KeptRules> {
  const [row] = await read(tx, rulesOf(editionId));
  if (row === undefined) return { rules: openRules, version: 1 };
  const { version, ...rules } = row;
  return { rules, version };
}

/** Keeps rules whole; false where somebody else changed them since the expected version. */
export async function saveRules(
  tx: Tx,
  { editionId, office }: OrganiserScope,
  { rules, expectedVersion, newId }: { readonly rules: RequestRules; readonly expectedVersion: number; readonly newId: () => string },
): Promise<boolean> {
  const { closesAt, sameSide, agreedOnly, answerDays, movesUntilMinutes, mailsOrganiser, quotas } = rules;
  const facts = {
    closes_at: closesAt === null ? null : new Date(closesAt),
    same_side: sameSide,
    agreed_only: agreedOnly,
    answer_days: answerDays,
    moves_until_minutes: movesUntilMinutes,
    mails_organiser: mailsOrganiser,
  };
  await tx
    .insertInto('meetings.request_rules')
    .values({ edition_id: editionId, owner_office: office })
    .onConflict((c) => c.column('edition_id').doNothing())
    .execute();
  const { numUpdatedRows } = await tx
    .updateTable('meetings.request_rules')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }))
    .where('edition_id', '=', editionId)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await tx.deleteFrom('meetings.request_quota').where('edition_id', '=', editionId).execute();
  await insertRows(
    tx,
    'meetings.request_quota',
    quotas.map(({ groupId, role, most, mostMusts }) => ({
      edition_id: editionId,
      id: newId(),
      owner_office: office,
      group_id: groupId,
      role,
      most,
      most_musts: mostMusts,
    })),
  );
  return true;
}

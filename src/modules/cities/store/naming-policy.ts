// SQL of the naming policy.
import { sql } from 'kysely';
import pg from 'pg';
import type { Id, OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOf } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { LabelRule } from '../domain/naming-policy.ts';
import type { NamingScope } from '../domain/scope.ts';

/** Read once a transaction, as one answer asks many times; a change forgets them. */
const rulesRead = new WeakMap<Tx, Promise<readonly LabelRule[]>>();

const ruleColumns = columns('geonames_id, city_id, country, context, state, labels');

const allRules = queryOf((from) => from.selectFrom('cities.label_policy').select(ruleColumns));

/** All rules; there are few, and every name that is shown asks them. */
export function loadRules(tx: Tx): Promise<readonly LabelRule[]> {
  const known = rulesRead.get(tx) ?? read(tx, allRules());
  rulesRead.set(tx, known);
  return known;
}

/** The operator's register office; null where none was founded. */
export async function findRegisterOffice(tx: Tx): Promise<OfficeId | null> {
  const row = await tx.selectFrom('accounts.register_office').select('id').executeTakeFirst();
  return row?.id ?? null;
}

export type RuleId = Id<'LabelRule'>;

export interface RuleRecord extends LabelRule {
  readonly id: RuleId;
  readonly version: number;
  readonly reason: string;
  readonly decidedOn: string;
}

const decidedColumns = columns('state, labels, reason, decided_on');
const record = [...columns('id, version, reason, decided_on'), ...ruleColumns];

type Decided = Pick<RuleRecord, 'state' | 'labels' | 'reason' | 'decidedOn'>;

export async function listRuleRecords(tx: Tx): Promise<readonly RuleRecord[]> {
  return tx.selectFrom('cities.label_policy').select(record).orderBy('decided_on', 'desc').orderBy('id', 'desc').execute();
}

export async function findRule(tx: Tx, id: RuleId): Promise<RuleRecord | null> {
  return (await tx.selectFrom('cities.label_policy').select(record).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Inserts a rule; null when there is one for this place and context. */
export async function insertRule(tx: Tx, { office }: NamingScope, rule: Omit<RuleRecord, 'version'>): Promise<RuleRecord | null> {
  rulesRead.delete(tx);
  try {
    return await tx
      .insertInto('cities.label_policy')
      .values({
        id: rule.id,
        owner_office: office,
        ...valuesOf(ruleColumns, rule),
        ...valuesOf(decidedColumns, rule),
      })
      .returning(record)
      .executeTakeFirstOrThrow();
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === '23505') return null;
    throw fault;
  }
}

/** What the product was delivered with becomes the register office's own, so that it may change it. */
export async function takePresets(tx: Tx, _scope: NamingScope): Promise<void> {
  await sql`select cities.take_presets()`.execute(tx);
}

/** Decides a rule anew; null when the version is no longer the one expected. */
export async function updateRule(
  tx: Tx,
  _scope: NamingScope,
  { id, expectedVersion, now, ...decided }: Decided & { readonly id: RuleId; readonly expectedVersion: number | null; readonly now: Date },
): Promise<RuleRecord | null> {
  rulesRead.delete(tx);
  return (
    (await tx
      .updateTable('cities.label_policy')
      .set((eb) => ({
        ...valuesOf(decidedColumns, decided),
        version: eb('version', '+', 1),
        updated_at: now.toISOString(),
      }))
      .where('id', '=', id)
      .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
      .returning(record)
      .executeTakeFirst()) ?? null
  );
}

/** Removes a rule; false when the version is no longer the one expected. */
export async function deleteRule(tx: Tx, _scope: NamingScope, id: RuleId, expectedVersion: number | null): Promise<boolean> {
  rulesRead.delete(tx);
  const row = await tx
    .deleteFrom('cities.label_policy')
    .where('id', '=', id)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

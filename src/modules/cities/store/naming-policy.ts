// SQL of the naming policy.
import pg from 'pg';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { read } from '#platform/postgres/read.ts';
import type { LabelContext, LabelRule, LabelState } from '../domain/naming-policy.ts';
import type { NamingScope } from '../domain/scope.ts';

/** Read once a transaction, as one answer asks many times; a change forgets them. */
const rulesRead = new WeakMap<Tx, Promise<readonly LabelRule[]>>();

async function readRules(tx: Tx): Promise<readonly LabelRule[]> {
  const rows = await read(tx, tx.selectFrom('cities.label_policy').select(['geonames_id', 'country', 'context', 'state', 'labels']));
  return rows.map((row) => ({
    geonamesId: row.geonames_id,
    country: row.country,
    context: row.context as LabelContext,
    state: row.state as LabelState,
    labels: row.labels as MultilingualText | null,
  }));
}

/** All rules; there are few, and every name that is shown asks them. */
export function loadRules(tx: Tx): Promise<readonly LabelRule[]> {
  const known = rulesRead.get(tx) ?? readRules(tx);
  rulesRead.set(tx, known);
  return known;
}

/** The operator's register office; null where none was founded. */
export async function findRegisterOffice(tx: Tx): Promise<OfficeId | null> {
  const row = await tx.selectFrom('accounts.register_office').select('id').executeTakeFirst();
  return (row?.id ?? null) as OfficeId | null;
}

export type RuleId = Id<'LabelRule'>;

export interface RuleRecord extends LabelRule {
  readonly id: RuleId;
  readonly version: number;
  readonly reason: string;
  readonly decidedOn: string;
}

const columns = ['id', 'version', 'geonames_id', 'country', 'context', 'state', 'labels', 'reason', 'decided_on'] as const;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly geonames_id: number | null;
  readonly country: string | null;
  readonly context: string;
  readonly state: string;
  readonly labels: unknown;
  readonly reason: string;
  readonly decided_on: string;
}

const recordOf = (row: Row): RuleRecord => ({
  id: row.id as RuleId,
  version: row.version,
  geonamesId: row.geonames_id,
  country: row.country,
  context: row.context as LabelContext,
  state: row.state as LabelState,
  labels: row.labels as MultilingualText | null,
  reason: row.reason,
  decidedOn: row.decided_on,
});

const decidedColumns = ({ state, labels, reason, decidedOn }: Decided) => ({
  state,
  labels: labels === null ? null : JSON.stringify(labels),
  reason,
  decided_on: decidedOn,
});

type Decided = Pick<RuleRecord, 'state' | 'labels' | 'reason' | 'decidedOn'>;

export async function listRuleRecords(tx: Tx): Promise<readonly RuleRecord[]> {
  const rows = await tx.selectFrom('cities.label_policy').select(columns).orderBy('decided_on', 'desc').orderBy('id').execute();
  return rows.map(recordOf);
}

export async function findRule(tx: Tx, id: RuleId): Promise<RuleRecord | null> {
  const row = await tx.selectFrom('cities.label_policy').select(columns).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Inserts a rule; null when there is one for this place and context. */
export async function insertRule(tx: Tx, { office }: NamingScope, rule: Omit<RuleRecord, 'version'>): Promise<RuleRecord | null> {
  rulesRead.delete(tx);
  try {
    const row = await tx
      .insertInto('cities.label_policy')
      .values({
        id: rule.id,
        owner_office: office,
        geonames_id: rule.geonamesId,
        country: rule.country,
        context: rule.context,
        ...decidedColumns(rule),
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return recordOf(row);
  } catch (fault) {
    if (fault instanceof pg.DatabaseError && fault.code === '23505') return null;
    throw fault;
  }
}

/** Decides a rule anew; null when the version is no longer the one expected. */
export async function updateRule(
  tx: Tx,
  _scope: NamingScope,
  { id, expectedVersion, now, ...decided }: Decided & { readonly id: RuleId; readonly expectedVersion: number | null; readonly now: Date },
): Promise<RuleRecord | null> {
  rulesRead.delete(tx);
  const row = await tx
    .updateTable('cities.label_policy')
    .set((eb) => ({ ...decidedColumns(decided), version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', id)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(columns)
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
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

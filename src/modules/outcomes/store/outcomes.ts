// SQL of outcomes. Which rows are seen is the database's decision; which are written is bound to a scope.
import { sql, type SelectQueryBuilder } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { columns, valuesOf } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { queryOfIds, type From } from '#platform/postgres/query.ts';
import { read } from '#platform/postgres/read.ts';
import type { DB } from '#platform/postgres/schema.ts';
import type { SubjectKind } from '../domain/attribution.ts';
import type { OutcomeFacts, OutcomeId, OutcomeRecord, Visibility } from '../domain/outcome.ts';
import type { OutcomeScope, RecordScope } from '../domain/scope.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { Stage } from '../domain/stages.ts';

const factColumns = columns('kind, extent, counted, title, from_city, to_city, domain, occurred, note, part_of, anyway');
const record = [...columns('id, version, owner_office, visibility, shared_with, entered_at, updated_at'), ...factColumns];

type Row = Omit<OutcomeRecord, 'enteredAt' | 'updatedAt'> & { readonly enteredAt: Date | string; readonly updatedAt: Date | string };

const recordOf = (row: Row): OutcomeRecord => ({ ...row, enteredAt: new Date(row.enteredAt), updatedAt: new Date(row.updatedAt) });

const seen = (from: From) => from.selectFrom('outcomes.outcome').select(record).where('withdrawn_at', 'is', null);

export async function findOutcomeRecord(tx: Tx, id: OutcomeId): Promise<OutcomeRecord | null> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Why and when it was withdrawn, for its own office; null where it was not. */
export async function findWithdrawal(tx: Tx, id: OutcomeId): Promise<{ readonly on: string; readonly because: string | null } | null> {
  const { rows } = await sql<{ on: string; because: string | null }>`
    select to_char(withdrawn_at, 'YYYY-MM-DD') as "on", withdraw_reason as because from outcomes.outcome where id = ${id} and withdrawn_at is not null`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** The outcome while its ledger is added to: of two who add at once, the second counts the first's entry. */
export async function lockOutcomeRecord(tx: Tx, scope: OutcomeScope): Promise<OutcomeRecord | null> {
  const row = await seen(tx).where('id', '=', scope.outcomeId).where('owner_office', '=', scope.office).forUpdate().executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

export interface OutcomeFilter {
  readonly about?: { readonly kind: SubjectKind; readonly id: string } | undefined;
  readonly ownerOffice?: OfficeId | undefined;
  readonly kind?: OutcomeFacts['kind'] | undefined;
  /** Something stands of it at this stage. */
  readonly stage?: Stage | undefined;
  /** Whatever comes from the city, goes to it, has it as a party, or has to do with one of these ties. */
  readonly ofCity?: { readonly id: string; readonly ties: readonly string[] } | undefined;
  /** Only what one of these offices keeps or has taken up; undefined: whoever keeps it. */
  readonly voices?: readonly OfficeId[] | undefined;
  /** Id of the last one seen. */
  readonly after: OutcomeId | null;
  readonly limit: number;
  /** Leaves out what is a part of another one that would be listed. */
  readonly wholes?: boolean;
}

const concerns = (city: string | null, ties: readonly string[]) =>
  sql<boolean>`id in (select outcomes.concerning(${city}::uuid, ${ties}::uuid[]))`;

/** Asked of the database, so that what nobody has taken up pushes nothing off a page. */
const isVoiced = (voices: readonly OfficeId[]) => sql<boolean>`(owner_office = any (${voices}::uuid[])
  or exists (select from ties.taken_up k where k.thing_id = outcomes.outcome.id and k.owner_office = any (${voices}::uuid[])))`;

const matching = <O>(
  query: SelectQueryBuilder<DB, 'outcomes.outcome', O>,
  { about, ownerOffice, ofCity, voices, kind, stage }: OutcomeFilter,
) =>
  query
    .$if(voices !== undefined, (query) => query.where(isVoiced(voices ?? [])))
    .$if(about !== undefined, (query) =>
      query.where('id', 'in', (eb) =>
        eb
          .selectFrom('outcomes.attribution')
          .select('outcome_id')
          .where('subject_kind', '=', about?.kind ?? null)
          .where('subject_id', '=', about?.id ?? null),
      ),
    )
    .$if(ofCity !== undefined, (query) => query.where(concerns(ofCity?.id ?? null, ofCity?.ties ?? [])))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? null))
    .$if(stage !== undefined, (query) => query.where(standsAt(stage ?? null)))
    .$if(ownerOffice !== undefined, (query) => query.where('owner_office', '=', ownerOffice ?? null));

const standsAt = (stage: Stage | null) => sql<boolean>`exists (select from outcomes.entry e where e.outcome_id = outcomes.outcome.id
  and e.stage = ${stage} and e.reverses is null
  and not exists (select from outcomes.entry r where r.outcome_id = e.outcome_id and r.reverses = e.id))`;

/** The last recorded first; up to `limit` + 1, so that the caller knows whether a page follows. */
export async function listOutcomeRecords(tx: Tx, filter: OutcomeFilter): Promise<readonly OutcomeRecord[]> {
  const { after, limit, wholes = false } = filter;
  const listed = matching(tx.selectFrom('outcomes.outcome').select('id').where('withdrawn_at', 'is', null), filter);
  const rows = await matching(seen(tx), filter)
    .$if(wholes, (query) => query.where((eb) => eb.or([eb('part_of', 'is', null), eb('part_of', 'not in', listed)])))
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(recordOf);
}

/** The parts of these outcomes, in the order of recording. */
export async function findParts(tx: Tx, wholes: readonly OutcomeId[]): Promise<readonly OutcomeRecord[]> {
  return (await read(tx, partsOf(wholes))).map(recordOf);
}

const partsOf = queryOfIds((from, wholes: readonly OutcomeId[]) =>
  seen(from)
    .where(sql<boolean>`part_of = any (${wholes}::uuid[])`)
    .orderBy('id'),
);

/** Outcomes that have to do with any of the things, and their parts, that one of the `voices` keeps or has taken up, else whoever keeps them; the last recorded first. */
export async function findOutcomesAbout(
  tx: Tx,
  subjectIds: readonly string[],
  { voices, limit }: { readonly voices?: readonly OfficeId[] | undefined; readonly limit: number },
): Promise<readonly OutcomeRecord[]> {
  return (await read(tx, outcomesAbout(subjectIds, voices ?? [], voices === undefined, limit))).map(recordOf);
}

const outcomesAbout = queryOfIds((from, subjectIds: readonly string[], voices: readonly OfficeId[], isEverybody: boolean, limit: number) =>
  seen(from)
    .where(sql<boolean>`id = any (array(select outcomes.about(${subjectIds}::uuid[])))`)
    .where(sql<boolean>`(${isEverybody}::boolean or ${isVoiced(voices)})`)
    .orderBy('id', 'desc')
    .limit(limit),
);

/** Outcomes in which one of the organisations takes part, or somebody of one of the names (in small letters); the last recorded first. */
export async function findOutcomesOfParties(
  tx: Tx,
  { organisations, names, limit }: { readonly organisations: readonly string[]; readonly names: readonly string[]; readonly limit: number },
): Promise<readonly OutcomeRecord[]> {
  if (organisations.length === 0 && names.length === 0) return [];
  const rows = await seen(tx)
    .where(
      sql<boolean>`id in (select outcome_id from outcomes.party where organisation_id = any (${organisations}::uuid[])
        union select outcome_id from outcomes.party where lower(name) = any (${names}::text[]))`,
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Those of these outcomes that the actor may see, in the order of recording. */
export const outcomeRecordsByIds = async (tx: Tx, ids: readonly OutcomeId[]): Promise<readonly OutcomeRecord[]> =>
  (await read(tx, recordsByIds(ids))).map(recordOf);

const recordsByIds = queryOfIds((from, ids: readonly OutcomeId[]) =>
  seen(from)
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .orderBy('id'),
);
/** Of which an office may owe a word, and how many at a time. */
export interface Awaited {
  readonly office: OfficeId;
  readonly ofCity: { readonly id: string | null; readonly ties: readonly TieId[] } | null;
  /** Organisations that the office is. */
  readonly organisations: readonly string[];
  readonly after: OutcomeId | null;
  readonly limit: number;
}

/** What other offices report of its city, its ties, its organisations or to itself, and of a stage of which it has not said its last word; the last recorded first. */
export async function findAwaited(tx: Tx, { office, ofCity, organisations, after, limit }: Awaited): Promise<readonly OutcomeRecord[]> {
  const isOpen = sql<boolean>`(exists (select from outcomes.confirmation w where w.outcome_id = outcomes.outcome.id and w.owner_office = ${office} and w.verdict = 'withdraws')
    or exists (select from outcomes.entry e where e.outcome_id = outcomes.outcome.id and not exists (
      select from outcomes.confirmation c where c.outcome_id = e.outcome_id and c.owner_office = ${office} and c.stage = e.stage and c.through >= e.number
        and c.verdict not in ('verifies', 'maintains'))))`;
  const rows = await seen(tx)
    .where('owner_office', '<>', office)
    .where((eb) =>
      eb.or([
        ...(ofCity === null ? [] : [concerns(ofCity.id, ofCity.ties)]),
        sql<boolean>`shared_with @> array[${office}]::uuid[]`,
        eb(
          'id',
          'in',
          eb
            .selectFrom('outcomes.party')
            .select('outcome_id')
            .where(sql<boolean>`organisation_id = any (${organisations}::uuid[])`),
        ),
      ]),
    )
    .where(isOpen)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** What third parties may have said of a city or its ties; the last recorded first. */
export async function findOfThirdParties(
  tx: Tx,
  { office, ofCity, after, limit }: Omit<Awaited, 'organisations'>,
): Promise<readonly OutcomeRecord[]> {
  if (ofCity === null) return [];
  const rows = await seen(tx)
    .where('owner_office', '<>', office)
    .where(concerns(ofCity.id, ofCity.ties))
    .where(sql<boolean>`not exists (select from ties.taken_up k where k.thing_id = outcomes.outcome.id and k.owner_office = ${office})`)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

/** Outcomes of an office of whose figures another one has said that it was otherwise, or so in part. */
export async function findContradictedOutcomes(tx: Tx, office: OfficeId): Promise<readonly OutcomeRecord[]> {
  const rows = await seen(tx)
    .where('owner_office', '=', office)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outcomes.confirmation')
        .select('outcome_id')
        .where('verdict', 'in', ['differs', 'confirms_part'])
        .where('owner_office', '<>', office),
    )
    .orderBy('id')
    .execute();
  return rows.map(recordOf);
}

/** An outcome by what it is called, for others that point to it. */
export type TitledOutcome = Pick<
  OutcomeRecord,
  'id' | 'title' | 'kind' | 'counted' | 'extent' | 'partOf' | 'ownerOffice' | 'visibility' | 'occurred' | 'enteredAt'
>;

/** The wholes and parts of these outcomes, in the order of recording; what the actor may not see is left out. */
export async function titledOutcomes(tx: Tx, outcomes: readonly Pick<OutcomeRecord, 'id' | 'partOf'>[]): Promise<readonly TitledOutcome[]> {
  const ids = outcomes.map(({ id }) => id);
  const known = [...ids, ...outcomes.flatMap(({ partOf }) => partOf ?? [])];
  return (await read(tx, titled(known, ids))).map(recordOf);
}

const titled = queryOfIds((from, known: readonly OutcomeId[], wholes: readonly OutcomeId[]) =>
  seen(from)
    .where(sql<boolean>`(id = any (${known}::uuid[]) or part_of = any (${wholes}::uuid[]))`)
    .orderBy('id'),
);

/** Whether any outcome is a part of this one. */
export async function hasParts(tx: Tx, id: OutcomeId): Promise<boolean> {
  return (await seen(tx).where('part_of', '=', id).limit(1).executeTakeFirst()) !== undefined;
}

export interface NewOutcome extends OutcomeFacts {
  readonly id: OutcomeId;
  readonly now: Date;
}

export async function insertOutcome(tx: Tx, scope: RecordScope, { id, now, ...facts }: NewOutcome): Promise<OutcomeRecord> {
  const row = await tx
    .insertInto('outcomes.outcome')
    .values({
      ...valuesOf(factColumns, facts),
      id,
      owner_office: scope.office,
      entered_at: now.toISOString(),
      updated_at: now.toISOString(),
    })
    .returning(record)
    .executeTakeFirstOrThrow();
  return recordOf(row);
}

/** The version the caller saw, and when it is changed. */
interface Change {
  readonly expectedVersion: number | null;
  readonly now: Date;
}

const changing = (tx: Tx, scope: OutcomeScope, { expectedVersion, now }: Change) =>
  tx
    .updateTable('outcomes.outcome')
    .set((eb) => ({ version: eb('version', '+', 1), updated_at: now.toISOString() }))
    .where('id', '=', scope.outcomeId)
    .where('owner_office', '=', scope.office)
    .where('withdrawn_at', 'is', null)
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(record);

/** The changed outcome, or null where somebody changed it before. */
export async function updateOutcomeRecord(
  tx: Tx,
  scope: OutcomeScope,
  { facts, ...change }: Change & { readonly facts: OutcomeFacts },
): Promise<OutcomeRecord | null> {
  const row = await changing(tx, scope, change).set(valuesOf(factColumns, facts)).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

export async function updateAudience(
  tx: Tx,
  scope: OutcomeScope,
  { visibility, sharedWith, ...change }: Change & { readonly visibility: Visibility; readonly sharedWith: readonly OfficeId[] },
): Promise<OutcomeRecord | null> {
  const row = await changing(tx, scope, change).set({ visibility, shared_with: sharedWith }).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Takes the outcome out of every list, for its own office, too; the row and its ledger stay. */
export async function withdrawOutcomeRecord(
  tx: Tx,
  scope: OutcomeScope,
  { because, ...change }: Change & { readonly because: string | null },
): Promise<OutcomeRecord | null> {
  const row = await changing(tx, scope, change)
    .set({ visibility: 'private', shared_with: [], withdrawn_at: change.now.toISOString(), withdraw_reason: because })
    .executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

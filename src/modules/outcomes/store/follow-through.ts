// SQL of an edition's follow-through: what was announced there with what stands of it, and whether its page is shown.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import { plainDecimal, type Qualifier } from '#kernel/money.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { partsSince, type ToldPart } from '#platform/postgres/said-again.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { Verdict } from '../domain/assurance.ts';
import type { Asking, FollowUpAnswer } from '../domain/follow-up/fate.ts';
import type { StatedSteps, Unlisted } from '../domain/follow-through/stated.ts';
import { joinQualifiers, type EntryId, type StageFigure } from '../domain/ledger.ts';
import type { Counted, OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { FollowThroughScope } from '../domain/scope.ts';
import type { EntryRecord } from '../domain/records.ts';
import { stages, type Stage } from '../domain/stages.ts';
import { entryOf, type EntryCells } from './ledger.ts';

export type FigureCells = readonly [
  ...[stage: Stage, first: number, last: number, enteredAt: string, entries: number, amounts: number],
  ...[amount: string | null, currency: string | null, qualifiers: readonly Qualifier[] | null],
  ...[count: string | null, countQualifiers: readonly Qualifier[] | null],
];
type AnswerCells = readonly [answer: FollowUpAnswer, amount: string | null, currency: string | null, answeredAt: string, hasPaper: boolean];
export type AskingCells = readonly [
  ...[months: Asking['months'], due: string, state: Asking['state'], sentAt: string | null, answers: readonly AnswerCells[] | null],
];

type RealisedCells = readonly [id: EntryId, number: number, reverses: EntryId | null, source: SourceId];
/** What a side said of a stage. */
export type WordCells = readonly [
  ...[number: number, office: OfficeId, verdict: Verdict, through: number, stage: Stage],
  ...[source: SourceId | null, amount: string | null, currency: string | null, count: string | null],
];

/** An outcome of which something stands, as outcomes.announced_since writes it. */
export type ToldCells = readonly [
  ...[id: OutcomeId, kind: OutcomeRecord['kind'], extent: OutcomeRecord['extent'], counted: Counted | null],
  ...[partOf: OutcomeId | null, visibility: OutcomeRecord['visibility'], ownerOffice: OfficeId],
  kept: KeptCells,
  ...[said: readonly WordCells[] | null, returned: readonly Asking['months'][] | null, entries: readonly EntryCells[] | null],
];

/** What is kept beside a ledger (docs/decisions/0083). */
export type KeptCells = readonly [
  ...[figures: readonly FigureCells[], realised: readonly RealisedCells[] | null, askings: readonly AskingCells[] | null],
];

/** What stands at a stage, with the numbers of its first and last entry and when the last one was entered. */
export interface PostedFigure extends StageFigure {
  readonly first: number;
  readonly last: number;
  readonly enteredAt: string;
}

/** An outcome as it was announced at an edition, before it is told what became of it. */
export interface AnnouncedRow extends Pick<OutcomeRecord, 'id' | 'kind' | 'extent' | 'counted' | 'partOf' | 'visibility' | 'ownerOffice'> {
  /** In the order of stages. */
  readonly figures: readonly PostedFigure[];
  readonly realised: readonly RealisedCells[];
  readonly said: readonly WordCells[];
  /** Where something was said, all that it may have been said of. */
  readonly entries: readonly EntryRecord[];
  readonly askings: readonly Asking[];
}

export const amountOf = (value: string | null, currency: string | null) =>
  value === null || currency === null ? null : { value: plainDecimal(value), currency };

export function figureOf(cells: FigureCells): PostedFigure {
  const [stage, first, last, enteredAt, entries, amounts, amount, currency, qualifiers, count, countQualifiers] = cells;
  return {
    ...{
      stage,
      first,
      last,
      enteredAt,
      entries: [],
      amount: amountOf(amount, currency),
      count: count === null ? null : plainDecimal(count),
    },
    ...{ qualifier: joinQualifiers(qualifiers ?? []), countQualifier: joinQualifiers(countQualifiers ?? []) },
    amountCoversPart: amounts > 0 && amounts < entries,
  };
}

export const askingOf = ([months, due, state, sentAt, answers]: AskingCells, returned: readonly Asking['months'][]): Asking => ({
  ...{ months, due, sentAt, state: state === 'sent' && returned.includes(months) ? 'bounced' : state },
  answers: (answers ?? []).map(([answer, amount, currency, answeredAt, hasPaper]) => ({
    ...{ answer, answeredAt, hasPaper, amount: amountOf(amount, currency) },
  })),
});

export const inOrder = <F extends PostedFigure>(figures: readonly F[]): readonly F[] =>
  figures.length < 2 ? figures : stages.flatMap((stage) => figures.filter((figure) => figure.stage === stage));

const rowOf = ([id, kind, extent, counted, partOf, visibility, ownerOffice, kept, said, returned, entries]: ToldCells): AnnouncedRow => {
  const [figures, realised, askings] = kept;
  return {
    ...{ id, kind, extent, counted, partOf, visibility, ownerOffice },
    ...{ realised: realised ?? [], said: said ?? [], entries: (entries ?? []).map((cells) => entryOf(id, cells)) },
    figures: inOrder(figures.map(figureOf)),
    askings: (askings ?? []).map((asking) => askingOf(asking, returned ?? [])),
  };
};

/**
 * What was announced as a result of an edition, as far as the actor may see it, nothing without a figure; in parts that are the same as long as nothing in
 * them changes, parts of a whole beside it and in the order of recording. A part of what the actor may not see names it, too: whoever shows it leaves that out.
 */
export function announcedAt(tx: Tx, editionId: string): Promise<readonly (readonly AnnouncedRow[])[]> {
  const ask = async (known: readonly string[]): Promise<readonly ToldPart[]> =>
    (await sql<ToldPart>`select mark, told from outcomes.announced_since(${editionId}::uuid, ${known}::text[])`.execute(tx)).rows;
  return partsSince(`announced at ${editionId}`, ask, (text) => (JSON.parse(text) as readonly ToldCells[]).map(rowOf));
}

/** Of how many outcomes that the actor may see it is only said that they are related to an edition. */
export async function countRelated(tx: Tx, editionId: string): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count from outcomes.attribution a join outcomes.outcome o on o.id = a.outcome_id and o.withdrawn_at is null
    where a.subject_kind = 'edition' and a.subject_id = ${editionId}::uuid and a.relation = 'related_to'`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The page of an edition as its organiser shows it, or showed it once. */
export interface FollowThroughRecord {
  readonly editionId: EditionId;
  readonly visibility: 'private' | 'public';
  readonly steps: StatedSteps | null;
  readonly unlisted: Unlisted | null;
  /** Venue-free ISO day on which the two above were stated. */
  readonly statedOn: string;
  readonly publishedAt: Date | null;
}

const pageColumns = sql`edition_id as "editionId", visibility, steps, unlisted, to_char(stated_on, 'YYYY-MM-DD') as "statedOn", published_at as "publishedAt"`;

/** As far as the actor may see it. */
export async function findFollowThrough(tx: Tx, editionId: EditionId): Promise<FollowThroughRecord | null> {
  const { rows } = await sql<FollowThroughRecord>`
    select ${pageColumns} from outcomes.follow_through where edition_id = ${editionId}::uuid`.execute(tx);
  return rows[0] ?? null;
}

/** Since when a page that everybody could read is no longer shown, and by whom; null where it is, or never was. */
export async function findWithdrawn(tx: Tx, editionId: EditionId): Promise<{ readonly office: OfficeId; readonly on: string } | null> {
  const { rows } = await sql<{ readonly office: OfficeId; readonly on: string }>`
    select office, on_day as "on" from outcomes.follow_through_withdrawn(${editionId}::uuid)`.execute(tx);
  return rows[0] ?? null;
}

/** Pages that everybody reads, the last published first. */
export async function listFollowThroughs(tx: Tx, limit: number): Promise<readonly FollowThroughRecord[]> {
  const { rows } = await sql<FollowThroughRecord>`
    select ${pageColumns} from outcomes.follow_through where visibility = 'public' order by published_at desc, edition_id limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** Shows the page to everybody with what is stated besides; shown anew, it keeps the day on which it was first. */
export async function saveFollowThrough(
  tx: Tx,
  { office, editionId }: FollowThroughScope,
  { steps, unlisted, now }: Pick<FollowThroughRecord, 'steps' | 'unlisted'> & { readonly now: Date },
): Promise<void> {
  const told = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));
  await sql`
    insert into outcomes.follow_through (edition_id, owner_office, visibility, steps, unlisted, stated_on, published_at, updated_at)
    values (${editionId}::uuid, ${office}::uuid, 'public', ${told(steps)}::jsonb, ${told(unlisted)}::jsonb, ${now}::date, ${now}, ${now})
    on conflict (edition_id) do update set visibility = 'public', steps = excluded.steps, unlisted = excluded.unlisted, stated_on = excluded.stated_on,
      published_at = coalesce(follow_through.published_at, excluded.published_at), updated_at = excluded.updated_at, version = follow_through.version + 1`.execute(
    tx,
  );
}

/** Whether it was shown. What was stated stays, so that a later statement is held against it. */
export async function hideFollowThrough(tx: Tx, { editionId }: FollowThroughScope, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update outcomes.follow_through set visibility = 'private', published_at = null, updated_at = ${now}, version = version + 1
    where edition_id = ${editionId}::uuid and visibility = 'public' returning edition_id`.execute(tx);
  return rows.length > 0;
}

// SQL of what is known of the outcomes of many things at once: ties, and the agreements and exchanges in them.
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import type { Tx } from '#platform/postgres/database.ts';
import { partsSince, type ToldPart } from '#platform/postgres/said-again.ts';
import type { Asking } from '../domain/follow-up/fate.ts';
import type { Counted, OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { EntryRecord } from '../domain/records.ts';
import { askingOf, figureOf, inOrder, type KeptCells, type PostedFigure, type WordCells } from './follow-through.ts';
import { entryOf, type EntryCells } from './ledger.ts';

/** Of a figure: the number of the last entry at its stage, reversals included, its sources and the days it is said for (ISO, as precise as they are). */
type BesideCells = readonly [lastAny: number, sources: readonly SourceId[], days: readonly string[] | null];

/** As outcomes.known_since writes it. */
type Cells = readonly [
  ...[id: OutcomeId, kind: OutcomeRecord['kind'], extent: OutcomeRecord['extent'], counted: Counted | null],
  ...[partOf: OutcomeId | null, visibility: OutcomeRecord['visibility'], ownerOffice: OfficeId],
  ...[kept: KeptCells | null, said: readonly WordCells[] | null, returned: readonly Asking['months'][] | null],
  ...[beside: readonly BesideCells[] | null, entries: readonly EntryCells[] | null, title: MultilingualText, occurred: FlexDate | null],
  ...[fromCity: string | null, toCity: string | null, subjects: readonly string[]],
];

/** What stands at a stage, with its sources and the days it is said for (ISO, as precise as they are). */
export interface KnownFigure extends PostedFigure {
  readonly sources: readonly SourceId[];
  readonly days: readonly string[];
}

export interface KnownRow extends Pick<OutcomeRecord, 'id' | 'kind' | 'extent' | 'counted' | 'partOf' | 'visibility' | 'ownerOffice'> {
  readonly title: MultilingualText;
  readonly occurred: FlexDate | null;
  readonly fromCity: string | null;
  readonly toCity: string | null;
  readonly subjects: readonly string[];
  /** In the order of stages. */
  readonly figures: readonly KnownFigure[];
  readonly said: readonly WordCells[];
  /** Where something was said, all that it may have been said of. */
  readonly entries: readonly EntryRecord[];
  readonly askings: readonly Asking[];
}

function figuresOf(kept: KeptCells, beside: readonly BesideCells[]): readonly KnownFigure[] {
  const figures = kept[0].map((cells, at): KnownFigure => {
    const [, sources = [], days = null] = beside[at] ?? [];
    return { ...figureOf(cells), sources, days: days ?? [] };
  });
  return inOrder(figures);
}

function rowOf([
  id,
  kind,
  extent,
  counted,
  partOf,
  visibility,
  ownerOffice,
  kept,
  said,
  returned,
  beside,
  entries,
  ...known
]: Cells): KnownRow {
  const [title, occurred, fromCity, toCity, subjects] = known;
  return {
    ...{ id, kind, extent, counted, partOf, visibility, ownerOffice, title, occurred, fromCity, toCity, subjects },
    ...{ figures: kept === null ? [] : figuresOf(kept, beside ?? []), said: said ?? [] },
    entries: (entries ?? []).map((cells) => entryOf(id, cells)),
    askings: (kept?.[2] ?? []).map((asking) => askingOf(asking, returned ?? [])),
  };
}

/**
 * Every outcome, with or without a figure, that has to do with any of the subjects, as far as the actor may see it; one statement. In parts that are the same as long as
 * nothing in them changes, in the order of recording; a part of what the actor may not see names it.
 */
export async function knownAbout(tx: Tx, subjects: readonly string[], asked: 'again' | 'once'): Promise<readonly (readonly KnownRow[])[]> {
  const ask = async (known: readonly string[]): Promise<readonly ToldPart[]> =>
    (await sql<ToldPart>`select mark, told from outcomes.known_since(${subjects}::uuid[], ${known}::text[])`.execute(tx)).rows;
  const read = (text: string): readonly KnownRow[] => (JSON.parse(text) as readonly Cells[]).map(rowOf);
  if (asked === 'once') return (await ask([])).map(({ told }) => read(told ?? '[]'));
  return partsSince(`known of ${hash('md5', subjects.toSorted().join())}`, ask, read);
}

// SQL of what is known of the outcomes of many things at once: ties, and the agreements and exchanges in them.
import { sql } from 'kysely';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { SourceId } from '#modules/evidence/domain/source.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { Verdict } from '../domain/assurance.ts';
import type { Asking } from '../domain/follow-up/fate.ts';
import type { Counted, OutcomeId, OutcomeRecord } from '../domain/outcome.ts';
import type { Stage } from '../domain/stages.ts';
import { askingOf, figureOf, inOrder, type AskingCells, type FigureCells, type PostedFigure } from './follow-through.ts';

type KnownCells = readonly [...figure: FigureCells, lastAny: number, sources: readonly SourceId[], days: readonly string[] | null];

interface Row extends Pick<OutcomeRecord, 'kind' | 'extent' | 'partOf' | 'visibility'> {
  readonly id: OutcomeId;
  readonly counted: Counted | null;
  readonly ownerOffice: OfficeId;
  readonly title: MultilingualText;
  readonly occurred: FlexDate | null;
  readonly fromCity: string | null;
  readonly toCity: string | null;
  readonly subjects: readonly string[];
  readonly figures: readonly KnownCells[] | null;
  readonly said:
    | readonly (readonly [
        ...[number: number, office: OfficeId, verdict: Verdict, through: number, stage: Stage],
        ...[source: SourceId | null, amount: string | null, currency: string | null],
      ])[]
    | null;
  readonly askings: readonly AskingCells[] | null;
}

/** What stands at a stage, with the number of the last entry there, reversals included, its sources and the days it is said for (ISO, as precise as they are). */
export interface KnownFigure extends PostedFigure {
  readonly lastAny: number;
  readonly sources: readonly SourceId[];
  readonly days: readonly string[];
}

export interface KnownRow extends Omit<Row, 'figures' | 'said' | 'askings'> {
  /** In the order of stages. */
  readonly figures: readonly KnownFigure[];
  readonly said: NonNullable<Row['said']>;
  readonly askings: readonly Asking[];
}

function knownFigure(cells: KnownCells): KnownFigure {
  const [stage, first, last, enteredAt, entries, amounts, amount, currency, qualifiers, count, countQualifiers, ...known] = cells;
  const [lastAny, sources, days] = known;
  const posted = figureOf([stage, first, last, enteredAt, entries, amounts, amount, currency, qualifiers, count, countQualifiers]);
  return { ...posted, lastAny, sources, days: days ?? [] };
}

/** Every outcome, with or without a figure, that has to do with any of the subjects, as far as the actor may see it, in the order of recording; one statement. */
export async function knownAbout(tx: Tx, subjects: readonly string[]): Promise<readonly KnownRow[]> {
  const { rows } = await sql<Row>`
    select id, kind, extent, counted, part_of as "partOf", visibility, owner_office as "ownerOffice", title, occurred, from_city as "fromCity", to_city as "toCity", subjects, figures, said, askings
    from outcomes.known_about(${`{${subjects.join(',')}}`}::uuid[])`.execute(tx);
  return rows.map(({ figures, said, askings, ...row }) => ({
    ...row,
    ...{
      figures: inOrder((figures ?? []).map(knownFigure)),
      said: said ?? [],
      askings: (askings ?? []).map((asking) => askingOf(asking, [])),
    },
  }));
}

// Sums in the currency of an office: its choice of rates as plain data, and the totals that are reckoned by it.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import type { Source } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ConvertedShown } from '../../contract/rates.ts';
import type { Outcome } from '../../contract/shapes.ts';
import { saidOf } from '../../domain/headline.ts';
import { quotesNeeded, type DatedAmount } from '../../domain/rates/convert-sum.ts';
import { amountsOf, convertedTotals, type ConvertedTotal, type DatedOutcome } from '../../domain/rates/converted-totals.ts';
import type { Conversion } from '../../domain/rates/table.ts';
import type { AssuredFigure } from '../../domain/totals.ts';
import { mayReadWaiting } from '../../policy.ts';
import { amountsSaid } from '../../store/ledger.ts';
import { findRateChoice, findRateTable, quotesOf } from '../../store/rate-tables.ts';
import { outcomesByIds } from '../list-outcomes.ts';

/** As it is printed behind a rate: publisher or title, and the day of the source. */
function printed(source: Source | undefined, name: string): string {
  if (source === undefined) return name;
  const said = source.publisher ?? (source.title === '' ? name : source.title);
  return source.date === null ? said : `${said}, ${source.date.text}`;
}

/**
 * By what an office shows these amounts in its own currency: its table with the rates that they need, and no others, so that whoever freezes
 * a report keeps exactly what it was reckoned by. Null where the office chose no rates, or none that the actor may see: then nothing is
 * converted. Two statements and one for the source.
 */
export async function conversionOf(work: Work, office: OfficeId, amounts: readonly DatedAmount[]): Promise<Conversion | null> {
  const choice = await findRateChoice(work.tx, office);
  const table = choice === null ? null : await findRateTable(work.tx, choice.tableId);
  if (choice === null || table === null || table.withdrawnAt !== null) return null;
  const { base, period, measure, direction, name, number } = table;
  const facts = { to: choice.currency, base, period, measure, direction, table: table.id, number, name };
  const source = (await sourcesByIds(work, [table.sourceId])).get(table.sourceId);
  return { ...facts, source: printed(source, name), quotes: await quotesOf(work.tx, table.id, quotesNeeded(amounts, facts)) };
}

/** Sums in the currency of an office with all that they were reckoned by: whoever freezes them reckons them again to the digit. */
export interface Converted {
  readonly conversion: Conversion;
  readonly totals: readonly ConvertedTotal[];
}

async function converted(work: Work, office: OfficeId, outcomes: readonly DatedOutcome[]): Promise<Converted | null> {
  const conversion = await conversionOf(work, office, amountsOf(outcomes));
  return conversion === null ? null : { conversion, totals: convertedTotals(outcomes, conversion) };
}

/** One figure of an outcome, where the figures of many are converted at once. */
export interface Convertible extends Pick<DatedOutcome, 'id' | 'kind' | 'partOf' | 'occurred' | 'way'> {
  readonly figure: Pick<AssuredFigure, 'stage' | 'amount' | 'qualifier' | 'assurance' | 'confirmedPart' | 'ofStudy'>;
}

/**
 * Sums of so many figures in the currency of an office, for those who read by its rates; null where it chose none, or nothing has an amount. The
 * choice is asked for first: who has none pays one statement. `nameOf`: how the cities of a direction are told.
 */
export async function convertFigures(
  work: Work,
  { office, nameOf }: { readonly office: OfficeId; readonly nameOf?: (city: string) => string | null },
  figures: readonly Convertible[],
): Promise<Converted | null> {
  const some = figures.filter(({ figure }) => figure.amount !== null);
  if (some.length === 0 || (await findRateChoice(work.tx, office)) === null) return null;
  const said = Map.groupBy(
    await amountsSaid(
      work.tx,
      some.map(({ id }) => id),
    ),
    ({ outcomeId, stage }) => `${outcomeId} ${stage}`,
  );
  const told = (city: string | null): string | null => (city === null || nameOf === undefined ? city : nameOf(city));
  return converted(
    work,
    office,
    some.map(({ figure, way, ...outcome }) => ({
      ...outcome,
      way: way === undefined ? undefined : { from: told(way.from), to: told(way.to) },
      figures: [{ ...figure, said: said.get(`${outcome.id} ${figure.stage}`) ?? [] }],
    })),
  );
}

/** The shape of it for those above, who know of the use cases alone. */
export type ConvertedAsShown = ConvertedShown;

/** As it is shown: without the rates themselves, since each sum has those that it used. */
export function convertedAsShown({ conversion, totals }: Converted): ConvertedShown {
  const { quotes: _quotes, ...facts } = conversion;
  return {
    conversion: facts,
    totals: totals.map(({ sum, outcomes: of, ...total }) => ({
      ...{ ...total, outcomes: [...of] },
      sum: {
        ...sum,
        parts: sum.parts.map((part) => ({ ...part, used: part.used.map((quote) => ({ ...quote })) })),
        left: sum.left.map((part) => ({ ...part })),
      },
    })),
  };
}

type Summed = Pick<Outcome, 'id' | 'kind' | 'partOf' | 'occurred' | 'reached' | 'figures' | 'entries' | 'fromCity' | 'toCity'>;

/** Of outcomes that have been read, those that `conversionOf` has rates for: null where the office chose none that the actor may see. */
export const convertOutcomes = (work: Work, office: OfficeId, outcomes: readonly Summed[]): Promise<Converted | null> =>
  converted(
    work,
    office,
    outcomes.map(({ id, kind, partOf, occurred, reached, figures, entries, fromCity, toCity }) => ({
      figures: figures.map((figure) => ({ ...figure, said: saidOf(figure, entries) })),
      ...{ id, kind, partOf, occurred, ended: reached.ended, way: { from: fromCity?.slug ?? null, to: toCity?.slug ?? null } },
    })),
  );

/** Totals of outcomes that the actor may see, in the currency of an office of theirs; none where it chose no rates. Refuses `kernel.forbidden`. */
export async function convertTotals(
  work: Work,
  { officeId, outcomeIds }: Asked<'convertTotals'>,
): Promise<Result<Answer<'convertTotals'>>> {
  const office = mayReadWaiting(work.actor, officeId);
  if (!office.ok) return office;
  const found = await convertOutcomes(work, office.value, await outcomesByIds(work, outcomeIds));
  return ok(found === null ? { conversion: null, totals: [] } : convertedAsShown(found));
}

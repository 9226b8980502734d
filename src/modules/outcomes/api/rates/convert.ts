// Sums in the currency of an office: its choice of rates as plain data, and the totals that are reckoned by it.
import type { OfficeId } from '#kernel/ids.ts';
import { ok, type Result } from '#kernel/result.ts';
import { sourcesByIds } from '#modules/evidence/api/enter-source.ts';
import type { Source } from '#modules/evidence/domain/source.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { quotesNeeded, type DatedAmount } from '../../domain/rates/convert-sum.ts';
import { amountsOf, convertedTotals } from '../../domain/rates/converted-totals.ts';
import type { Conversion } from '../../domain/rates/table.ts';
import { mayReadWaiting } from '../../policy.ts';
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

/** Totals of outcomes that the actor may see, in the currency of an office of theirs; none where it chose no rates. Refuses `kernel.forbidden`. */
export async function convertTotals(
  work: Work,
  { officeId, outcomeIds }: Asked<'convertTotals'>,
): Promise<Result<Answer<'convertTotals'>>> {
  const office = mayReadWaiting(work.actor, officeId);
  if (!office.ok) return office;
  const outcomes = (await outcomesByIds(work, outcomeIds)).map(({ id, kind, partOf, occurred, figures, fromCity, toCity }) => ({
    ...{ id, kind, partOf, occurred, figures, way: { from: fromCity?.slug ?? null, to: toCity?.slug ?? null } },
  }));
  const conversion = await conversionOf(work, office.value, amountsOf(outcomes));
  if (conversion === null) return ok({ conversion: null, totals: [] });
  const { quotes: _quotes, ...facts } = conversion;
  return ok({
    conversion: facts,
    totals: convertedTotals(outcomes, conversion).map(({ sum, outcomes: of, ...total }) => ({
      ...{ ...total, outcomes: [...of] },
      sum: {
        ...sum,
        parts: sum.parts.map((part) => ({ ...part, used: part.used.map((quote) => ({ ...quote })) })),
        left: sum.left.map((part) => ({ ...part })),
      },
    })),
  });
}

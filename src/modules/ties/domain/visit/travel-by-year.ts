// How many people an office has sent abroad, year by year: for its own yearly return, and nobody else's business.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { addDecimals, type Amount } from '#kernel/money.ts';

/** One visit that went out. */
export interface Sent {
  readonly starts: FlexDate;
  /** How many travelled: those entered one by one, else the number that was noted; null: nobody said. */
  readonly people: number | null;
  readonly cost: Amount | null;
}

export interface TravelYear {
  /** Null: of visits whose year is not known. */
  readonly year: string | null;
  readonly visits: number;
  readonly people: number;
  /** Visits of which nobody said how many travelled; their people are in no sum. */
  readonly unknown: number;
  /** What was noted as cost, currency by currency, never added across. */
  readonly costs: readonly Amount[];
}

/** A visit belongs to the year in which it began; of a date that may lie in two years the year is not known. */
function yearOf({ starts }: Sent): string | null {
  const { from, to } = boundsOf(starts);
  const [first, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  return first !== undefined && first === last ? first : null;
}

const costsOf = (sent: readonly Sent[]): readonly Amount[] =>
  [...Map.groupBy(sent, ({ cost }) => cost?.currency ?? '')]
    .filter(([currency]) => currency !== '')
    .map(([currency, of]) => ({ currency, value: addDecimals(of.flatMap(({ cost }) => cost?.value ?? [])) }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));

/** The latest year first, visits without a known year last. */
export const travelByYear = (sent: readonly Sent[]): readonly TravelYear[] =>
  [...Map.groupBy(sent, yearOf)]
    .map(([year, of]) => ({
      ...{ year, visits: of.length, people: of.reduce((sum, { people }) => sum + (people ?? 0), 0) },
      ...{ unknown: of.filter(({ people }) => people === null).length, costs: costsOf(of) },
    }))
    .toSorted((a, b) => ((a.year ?? '') < (b.year ?? '') ? 1 : -1));

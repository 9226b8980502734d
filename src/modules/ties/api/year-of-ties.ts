// What many ties hold, at once: for reports over all ties of an office or of a city, which read everything in a handful of statements.
import type { OfficeId } from '#kernel/ids.ts';
import type { Amount } from '#kernel/money.ts';
import type { Work } from '#platform/work.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { codeIn, dateIn, endOf, shownOf, statusOf, type TieFacts } from '../domain/tie-facts.ts';
import type { FlexDate } from '#kernel/flex-date.ts';
import type { ExchangeId } from '../domain/happenings.ts';
import { slugOf } from '../domain/naming.ts';
import type { Pair, TieId } from '../domain/tie.ts';
import { costsOf } from '../store/exchange-notes.ts';
import { sidesOf } from './hearing.ts';
import { classesFor } from './list-classes.ts';
import { citiesOf, loadTieFacts, showCity } from './load-ties.ts';

type City = ReturnType<typeof showCity>;

/** A tie with what is said of it and what lies in it, as far as the actor may see it and it stands on its pages. */
export interface ReadyTie {
  readonly id: TieId;
  readonly slug: string;
  readonly cities: { readonly a: City; readonly b: City };
  /** Offices that speak for its cities. */
  readonly sides: readonly OfficeId[];
  readonly classCode: string | null;
  readonly className: MultilingualText | null;
  readonly since: FlexDate | null;
  /** Of which of these two sources that the actor may see say otherwise. */
  readonly contested: { readonly class: boolean; readonly since: boolean };
  readonly ended: FlexDate | null;
  readonly status: { readonly a: string | null; readonly b: string | null };
  readonly facts: TieFacts;
}

/** Those of the ties whose cities may be shown, in the order asked for. */
export async function readTies(work: Work, pairs: ReadonlyMap<TieId, Pair>): Promise<readonly ReadyTie[]> {
  const [cities, all, classes] = await Promise.all([
    citiesOf(work, [...pairs.values()]),
    loadTieFacts(work, [...pairs.keys()]),
    classesFor(work),
  ]);
  return all.flatMap((facts): readonly ReadyTie[] => {
    const pair = pairs.get(facts.tieId);
    const [a, b] = pair === undefined ? [] : [cities.get(pair.a), cities.get(pair.b)];
    if (pair === undefined || a === undefined || b === undefined) return [];
    const [shownClass, shownSince] = [shownOf(facts, 'class'), shownOf(facts, 'established')];
    const classCode = codeIn(shownClass.first?.value);
    return [
      {
        ...{
          id: facts.tieId,
          slug: slugOf(a, b),
          cities: { a: showCity(a), b: showCity(b) },
          sides: sidesOf(cities, pair),
          classCode,
          facts,
        },
        className: classes.find(({ code }) => code === classCode)?.name ?? null,
        since: dateIn(shownSince.first?.value),
        contested: { class: shownClass.differing.length > 0, since: shownSince.differing.length > 0 },
        ended: endOf(facts),
        status: { a: statusOf(facts.statements, a.officeId)?.code ?? null, b: statusOf(facts.statements, b.officeId)?.code ?? null },
      },
    ];
  });
}

/** What the office noted that exchanges cost it; it alone reads that. */
export const costsOfExchanges = (
  work: Work,
  office: OfficeId,
  exchanges: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, Amount>> => costsOf(work.tx, office, exchanges);

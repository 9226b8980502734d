// Ties with all that happened in them, many at once: for files that hold all of it.
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { AgreementShown, ExchangeShown } from '../contract/shapes.ts';
import type { CarrierShown } from '../contract/carriers.ts';
import type { TieId } from '../domain/tie.ts';
import { loadCarriersOf } from '../store/carriers.ts';
import { showCarriers } from './carriers/show-carriers.ts';
import { showAgreements, showExchanges } from './exchange/show-happenings.ts';
import { loadTieFacts } from './load-ties.ts';

export interface FullTies {
  readonly agreements: readonly AgreementShown[];
  readonly exchanges: readonly ExchangeShown[];
  readonly carriers: readonly CarrierShown[];
}

/** What the actor may see of the ties; `sides` are the offices of their cities, in the order of the sides. */
export async function tiesInFull(
  work: Work,
  ties: readonly { readonly id: TieId; readonly sides: { readonly a: OfficeId | null; readonly b: OfficeId | null } }[],
): Promise<FullTies> {
  const ids = ties.map(({ id }) => id);
  const [facts, carried] = await Promise.all([loadTieFacts(work, ids), loadCarriersOf(work.tx, ids)]);
  const [agreements, exchanges, carriers] = await Promise.all([
    Promise.all(
      facts
        .filter(({ agreements: of }) => of.length > 0)
        .map(({ tieId, agreements: of, items }) =>
          showAgreements(work, of, { items, sides: ties.find(({ id }) => id === tieId)?.sides ?? { a: null, b: null } }),
        ),
    ),
    showExchanges(
      work,
      facts.flatMap(({ exchanges: of }) => of),
    ),
    showCarriers(work, carried),
  ]);
  return { agreements: agreements.flat(), exchanges, carriers };
}

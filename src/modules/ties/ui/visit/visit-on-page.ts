// What the sections of a visit's page are told of it.
import type { ExchangeShown, Tie } from '../../contract/shapes.ts';
import type { VisitShown } from '../../contract/visits.ts';

/** `office` is the one that enters here, null for whoever only reads. */
export interface VisitOnPage {
  readonly tie: Tie;
  readonly exchange: ExchangeShown;
  readonly visit: VisitShown;
  readonly office: string | null;
}

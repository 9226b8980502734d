// Whether an office has gone on working on a tie since an act of its brought it in: then undoing the act leaves the tie where it is.
import type { OfficeId } from '#kernel/ids.ts';
import type { TieFacts } from './tie-facts.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';

interface Act {
  readonly office: OfficeId;
  readonly at: Date;
  /** Whether the act brought the tie into the register: then anything else of the office's own counts, else what came since. */
  readonly isNew: boolean;
  /** Whether the act itself entered the statement. */
  readonly entered: (statement: Statement) => boolean;
}

interface Work extends Pick<TieFacts, 'statements' | 'agreements' | 'exchanges'> {
  readonly carriers: readonly { readonly office: OfficeId }[];
}

export function isWorkedOn({ statements, agreements, exchanges, carriers }: Work, { office, at, isNew, entered }: Act): boolean {
  const own = standing(statements.filter((said) => !entered(said))).filter((said) => said.office.id === office);
  if (own.some(({ enteredAt }) => isNew || enteredAt > at.toISOString())) return true;
  return isNew && [...agreements, ...exchanges, ...carriers].some((entry) => entry.office === office);
}

// What is kept beside the ledgers, held against them: for the operator, since nobody else could notice that it differs.
import type { Connection } from '#platform/postgres/roles.ts';
import type { OutcomeId } from '../domain/outcome.ts';
import { findAstray, keepAnew } from '../store/ledgers-now.ts';

/** The outcomes of which something else was kept than their ledgers say; with `mend` it is put right. `client` is the owner of the tables. */
export async function recountLedgers(client: Connection, { mend }: { readonly mend: boolean }): Promise<readonly OutcomeId[]> {
  const astray = await findAstray(client);
  if (mend && astray.length > 0) await keepAnew(client, astray);
  return astray;
}

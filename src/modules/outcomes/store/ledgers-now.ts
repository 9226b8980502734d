// SQL of what is kept beside the ledgers (docs/decisions/0083), for whoever looks after the database.
import type { Connection } from '#platform/postgres/roles.ts';
import type { OutcomeId } from '../domain/outcome.ts';

/** Outcomes of which something else is kept than their ledgers say. */
export async function findAstray(client: Connection): Promise<readonly OutcomeId[]> {
  const { rows } = await client.query<{ readonly id: OutcomeId }>('select outcomes.ledgers_astray() as id order by 1');
  return rows.map(({ id }) => id);
}

/** Keeps of these outcomes what their ledgers say. */
export const keepAnew = (client: Connection, ids: readonly OutcomeId[]): Promise<unknown> =>
  client.query('select outcomes.keep_anew($1::uuid[])', [ids]);

// Holds what is kept beside the ledgers of outcomes against the ledgers themselves, on the configured database (docs/decisions/0083).
import { recountLedgers } from '#modules/outcomes/api/recount-ledgers.ts';
import type { Config } from '#platform/config.ts';
import { connect } from '#platform/postgres/roles.ts';
import { reachDatabase } from './reach-database.ts';

/**
 * Does it, server running or not.
 * @returns what to tell the operator, and whether all is as it should be
 * @throws SentenceError when the database cannot be used
 */
export async function recountLedgersOn(
  config: Config,
  { mend }: { readonly mend: boolean },
  print: (sentence: string) => void,
): Promise<{ readonly told: string; readonly isSound: boolean }> {
  const { migratorUrl, close } = await reachDatabase(config, print);
  try {
    const client = await connect(migratorUrl, 'the migrator');
    try {
      const astray = await recountLedgers(client, { mend });
      if (astray.length === 0) return { told: 'What is kept of every outcome is what its ledger says.', isSound: true };
      const which = `Of ${astray.length} outcomes something else was kept than their ledgers say: ${astray.join(', ')}.`;
      return mend
        ? { told: `${which} It is put right.`, isSound: true }
        : { told: `${which} To put it right: npm run recount-ledgers -- --mend`, isSound: false };
    } finally {
      await client.end();
    }
  } finally {
    await close();
  }
}

// Disables an account or enables it again on the configured database, by the words of the operator's command.
import { parseArgs } from 'node:util';
import { typedEmail } from '#kernel/writing/typed.ts';
import { setAccountDisabled } from '#modules/accounts/api/disable-account.ts';
import type { Config } from '#platform/config.ts';
import { connect } from '#platform/postgres/roles.ts';
import { SentenceError } from '#platform/sentence-error.ts';
import { reachDatabase } from './reach-database.ts';

type Wanted = 'disable' | 'enable';

/**
 * Reads the address from the options of the command.
 * @throws SentenceError naming what is missing or unknown
 */
export function readAddress(wanted: Wanted, args: readonly string[]): string {
  const usage = `For example: npm run ${wanted}-account -- --email person@example.org`;
  let email: string | undefined;
  try {
    ({ email } = parseArgs({ args: [...args], options: { email: { type: 'string' } } }).values);
  } catch (fault) {
    throw new SentenceError(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
  }
  const read = typedEmail().safeParse(email);
  if (!read.success) throw new SentenceError(`--email must be the e-mail address of the account.\n${usage}`);
  return read.data;
}

/**
 * Does it, server running or not.
 * @returns what to tell the operator
 * @throws SentenceError when the database cannot be used or knows no such account
 */
export async function disableAccountOn(config: Config, wanted: Wanted, email: string, print: (sentence: string) => void): Promise<string> {
  const { migratorUrl, close } = await reachDatabase(config, print);
  try {
    const client = await connect(migratorUrl, 'the migrator');
    try {
      if (!(await setAccountDisabled(client, email, wanted)))
        throw new SentenceError(`No account has the address ${email}: look it up among the members of its office.`);
    } finally {
      await client.end();
    }
  } finally {
    await close();
  }
  return wanted === 'disable'
    ? `The account ${email} is disabled: it is signed out everywhere, and its password, links and calendar addresses open nothing.`
    : `The account ${email} is enabled again: its holder can ask for a sign-in link at ${config.origin}/sign-in.`;
}

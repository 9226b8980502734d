// Founds an office with its first owner on the configured database, from the words of the operator's command.
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { breaksLine } from '#kernel/writing/one-line.ts';
import { inEach, languages } from '#kernel/language.ts';
import { textOfWords } from '#kernel/writing/in-languages.ts';
import { typedEmail } from '#kernel/writing/typed.ts';
import { foundOffice, welcomeOwner, type NewOffice } from '#modules/accounts/api/found-office.ts';
import type { Config } from '#platform/config.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { connect } from '#platform/postgres/roles.ts';
import { SentenceError } from '#platform/sentence-error.ts';
import { inWork, nobody } from '#platform/work.ts';
import { reachDatabase } from './reach-database.ts';
import { say } from './say.ts';

const kinds = ['city', 'organiser', 'chamber', 'company', 'register'] as const;
const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => breaksLine(text) === null);
const asked = z.object({
  name: words.optional(),
  'name-zh': words.optional(),
  kind: z.enum(kinds),
  slug: z
    .string()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  email: typedEmail(),
  person: words,
  language: z.enum(languages).default('en'),
});

/** What each option must be, in the order of the command. */
const demands: Readonly<Record<string, string>> = {
  name: '--name or --name-zh must be the name of the office, in one line',
  'name-zh': '--name-zh must be one line of at most 200 characters',
  kind: `--kind must be one of ${kinds.join(', ')}`,
  slug: '--slug must be a short name of small letters, digits and hyphens, such as river-chamber',
  email: '--email must be the e-mail address of the first owner',
  person: '--person must be the name of the first owner, in one line',
  language: `--language must be one of ${languages.join(', ')}`,
};

const usage =
  'npm run found-office -- --name "River Chamber" --name-zh "河谷商会" --kind chamber --slug river-chamber --email owner@example.org --person "Ana River"';

function optionsOf(args: readonly string[]): Readonly<Record<string, unknown>> {
  const options = Object.fromEntries(Object.keys(demands).map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (fault) {
    throw new SentenceError(`${fault instanceof Error ? fault.message : String(fault)}\nFor example: ${usage}`);
  }
}

/**
 * Reads the office from the options of the command.
 * @throws SentenceError naming every option that is missing or cannot be used
 */
export function readOffice(args: readonly string[]): NewOffice {
  const options = optionsOf(args);
  const read = asked.safeParse(options);
  const isNamed = options['name'] !== undefined || options['name-zh'] !== undefined;
  if (!read.success || !isNamed) {
    const wrong = new Set([...(isNamed ? [] : ['name']), ...(read.error?.issues ?? []).map(({ path }) => String(path[0]))]);
    const problems = Object.entries(demands).flatMap(([name, demand]) => (wrong.has(name) ? [demand] : []));
    throw new SentenceError(`The office cannot be founded: ${problems.join('; ')}.\nFor example: ${usage}`);
  }
  const { name: english, 'name-zh': chinese, kind, slug, email, person, language } = read.data;
  const name = textOfWords(inEach(english, chinese), 'human');
  return { slug, name, kind, owner: { email, name: person, language } };
}

async function found(migratorUrl: string, office: NewOffice): Promise<void> {
  const client = await connect(migratorUrl, 'the migrator');
  try {
    const { rows } = await client.query<{ ready: boolean; may: boolean }>(
      `select exists (select 1 from pg_tables where schemaname = 'accounts' and tablename = 'office') as ready, (rolsuper or rolbypassrls) as may
       from pg_roles where rolname = current_user`,
    );
    if (rows[0]?.ready !== true)
      throw new SentenceError('This database holds no tables of Hansa yet: start the server on it once, then found the office.');
    if (!rows[0].may) throw new SentenceError('This database login cannot found offices: give the migrator’s in DATABASE_MIGRATOR_URL.');
    const founded = await foundOffice(client, office);
    if (!founded.ok) throw new SentenceError(say('en', founded.refusal.code, founded.refusal.params));
  } finally {
    await client.end();
  }
}

/**
 * Founds the office on the configured database, running server or not, and writes to its owner.
 * @returns what to tell the operator
 * @throws SentenceError when the database cannot be used or the slug is taken
 */
export async function foundOfficeOn(config: Config, office: NewOffice, print: (sentence: string) => void): Promise<readonly string[]> {
  const { serverUrl, migratorUrl, close } = await reachDatabase(config, print);
  try {
    await found(migratorUrl, office);
    const database = openDatabase(serverUrl);
    try {
      await inWork(database, nobody(office.owner.language), (work) => welcomeOwner(work, office, config.origin));
    } finally {
      await database.close();
    }
  } finally {
    await close();
  }
  const { name, email } = office.owner;
  return [
    `The office ${office.slug} is founded; ${name} (${email}) is its first owner.`,
    `They can now ask for a sign-in link at ${config.origin}/sign-in, and a mail that says so waits in the outbox.`,
    ...(config.smtpUrl === null ? ['Without SMTP_URL no mail leaves this server, sign-in links included.'] : []),
  ];
}

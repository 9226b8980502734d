import { expect, test } from 'vitest';
import { getSession } from '#modules/accounts/api/get-session.ts';
import { readConfig } from '#platform/config.ts';
import { onDatabase } from '#platform/postgres/listening.ts';
import { ownTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { AccountId } from '#kernel/ids.ts';
import { foundOfficeOn, readOffice } from './found-office.ts';

const db = await ownTestDatabase();

const command = (...more: readonly string[]) => [
  ...['--name', 'River Chamber', '--name-zh', '河谷商会', '--kind', 'chamber', '--slug', 'river-chamber'],
  ...['--email', 'Ana@Example.org', '--person', 'Ana River'],
  ...more,
];

const configured = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({
    DATABASE_URL: db.serverUrl,
    DATABASE_MIGRATOR_URL: db.migratorUrl,
    HANSA_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    HANSA_ORIGIN: 'https://hansa.example.org',
    ...more,
  });

const silent = (): void => undefined;

const accountOf = async (email: string): Promise<AccountId> => {
  const { rows } = await db.owner.query<{ id: AccountId }>('select id from accounts.account where email = $1', [email]);
  if (rows[0] === undefined || rows.length !== 1) expect.fail(`${rows.length} accounts of ${email}`);
  return rows[0].id;
};

test('the command is read as it stands; a name in one language is enough', () => {
  expect(readOffice(command('--language', 'zh-Hans'))).toEqual({
    slug: 'river-chamber',
    kind: 'chamber',
    name: { en: { text: 'River Chamber', origin: 'human' }, 'zh-Hans': { text: '河谷商会', origin: 'human' } },
    owner: { email: 'Ana@Example.org', name: 'Ana River', language: 'zh-Hans' },
  });
  const inChinese = readOffice(command().slice(2));
  expect([Object.keys(inChinese.name), inChinese.owner.language]).toEqual([['zh-Hans'], 'en']);
});

test('all that is missing or wrong is said at once, with an example', () => {
  expect(() => readOffice(['--kind', 'guild', '--slug', 'River Chamber', '--language', 'fr'])).toThrow(
    /--name or --name-zh .*; --kind must be one of city, organiser, chamber, company, register; --slug .*; --email .*; --person .*; --language must be one of en, zh-Hans\.\nFor example: npm run found-office -- /,
  );
  expect(() => readOffice(command('--colour', 'blue'))).toThrow(/'--colour'[^]*For example: npm run found-office -- /);
});

test('the office stands with its owner, who has mail in their language and is told how to sign in', async () => {
  const said = await foundOfficeOn(configured({ SMTP_URL: 'smtp://localhost' }), readOffice(command('--language', 'zh-Hans')), silent);
  expect(said.join(' ')).toBe(
    'The office river-chamber is founded; Ana River (Ana@Example.org) is its first owner. ' +
      'They can now ask for a sign-in link at https://hansa.example.org/sign-in, and a mail that says so waits in the outbox.',
  );
  const session = valueOf(await db.as(await accountOf('ana@example.org'), getSession));
  expect(session).toMatchObject({
    account: { name: 'Ana River', language: 'zh-Hans' },
    offices: [{ slug: 'river-chamber', role: 'owner' }],
  });
  const { rows } = await db.owner.query('select recipient, language, subject, body, sent_at from platform.mail');
  expect(rows).toMatchObject([
    { recipient: 'ana@example.org', language: 'zh-Hans', subject: '河谷商会邀请您使用友城合作工作台', sent_at: null },
  ]);
  expect(JSON.stringify(rows)).toContain('https://hansa.example.org/sign-in');
});

test('a slug that is taken is told, and nothing is founded or written', async () => {
  const again = command('--slug', 'twice', '--email', 'bo@example.org');
  await foundOfficeOn(configured(), readOffice(again), silent);
  const other = readOffice(command('--slug', 'twice', '--email', 'cy@example.org'));
  await expect(foundOfficeOn(configured(), other, silent)).rejects.toThrow('Another office already uses the short name twice.');
  const { rows } = await db.owner.query(`select 1 from accounts.account where email = 'cy@example.org'`);
  const mails = await db.owner.query(`select 1 from platform.mail where recipient = 'cy@example.org'`);
  expect([rows, mails.rows]).toEqual([[], []]);
});

test('an address known to Hansa keeps its account and its name in a second office', async () => {
  for (const slug of ['first-of-two', 'second-of-two'])
    await foundOfficeOn(configured(), readOffice(command('--slug', slug, '--email', 'dee@example.org', '--person', slug)), silent);
  const session = valueOf(await db.as(await accountOf('dee@example.org'), getSession));
  expect(session.account?.name).toBe('first-of-two');
  expect(session.offices.map(({ slug }) => slug)).toEqual(['first-of-two', 'second-of-two']);
});

test('without a mail server it says that no link leaves; without the migrator it says what is missing', async () => {
  const office = readOffice(command('--slug', 'no-mail', '--email', 'ed@example.org'));
  expect((await foundOfficeOn(configured(), office, silent)).at(-1)).toBe(
    'Without SMTP_URL no mail leaves this server, sign-in links included.',
  );
  const asServer = configured({ DATABASE_MIGRATOR_URL: db.serverUrl });
  await expect(foundOfficeOn(asServer, { ...office, slug: 'as-server' }, silent)).rejects.toThrow(/DATABASE_MIGRATOR_URL/);
  const empty = configured({ DATABASE_MIGRATOR_URL: onDatabase(db.migratorUrl, 'postgres') });
  await expect(foundOfficeOn(empty, { ...office, slug: 'too-soon' }, silent)).rejects.toThrow(/start the server on it once/);
});

test('a name of two lines, or one that shows other than it reads, founds nothing', () => {
  for (const name of ['River\nChamber', 'River \u202EChamber'])
    expect(() => readOffice(['--name', name, ...command().slice(2)])).toThrow(
      /--name or --name-zh must be the name of the office, in one line/,
    );
});

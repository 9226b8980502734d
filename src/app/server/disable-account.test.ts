import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { ownTestDatabase } from '#platform/postgres/test-database.ts';
import { disableAccountOn, readAddress } from './disable-account.ts';

const db = await ownTestDatabase();

const silent = (): void => undefined;

test('an account is disabled and enabled again by its address, whatever its case, and the log of its office says so', async () => {
  const { office, owner } = await db.foundOffice();
  const config = readConfig({
    DATABASE_URL: db.serverUrl,
    DATABASE_MIGRATOR_URL: db.migratorUrl,
    HANSA_SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    HANSA_ORIGIN: 'https://hansa.example.org',
  });
  const disabled = async () =>
    (await db.owner.query<{ off: boolean }>('select disabled_at is not null as off from accounts.account where id = $1', [owner])).rows[0]
      ?.off;
  const address = `${owner.toUpperCase()}@Example.org`;
  expect(await disableAccountOn(config, 'disable', address, silent)).toContain('is disabled');
  expect(await disabled()).toBe(true);
  expect(await disableAccountOn(config, 'enable', address, silent)).toContain('https://hansa.example.org/sign-in');
  expect(await disabled()).toBe(false);
  const { rows } = await db.owner.query<{ use_case: string }>('select use_case from accounts.audit_entry where office = $1 order by id', [
    office,
  ]);
  expect(rows.map((row) => row.use_case)).toEqual(['found-office', 'disable-account', 'enable-account']);
  await expect(disableAccountOn(config, 'disable', 'nobody@example.org', silent)).rejects.toThrow(
    /No account has the address nobody@example\.org/,
  );
});

test('what is missing or unknown in the command is named, with an example', () => {
  expect(() => readAddress('disable', [])).toThrow(/--email must be .*npm run disable-account -- --email/s);
  expect(() => readAddress('enable', ['--mail', 'x@example.org'])).toThrow(/'--mail'.*npm run enable-account/s);
  expect(readAddress('enable', ['--email', 'x@example.org'])).toBe('x@example.org');
});

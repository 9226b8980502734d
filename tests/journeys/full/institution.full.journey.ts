// Somebody signs in at their institution, sees the link that it leaves, and removes it; whoever is not let in is told why.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { client, openProvider, settingsOf, type Provider } from '../../fixtures/provider.ts';
import { serveCopy, type Serving } from '../../platform/demo-folder.ts';
import { mainLanguages, moveTo, openReader, seen, titled, toast } from '../reader.ts';

let provider: Provider;
let server: Serving;
const folder = mkdtempSync(join(tmpdir(), 'hansa-oidc-'));
beforeAll(async () => {
  provider = await openProvider();
  const file = join(folder, 'secret');
  writeFileSync(file, client.secret);
  server = await serveCopy(inject('demoFolder'), { env: settingsOf(provider.issuer, file) });
  moveTo(server.origin);
});
afterAll(async () => {
  moveTo(inject('origin'));
  await server.close();
  await provider.close();
  rmSync(folder, { recursive: true });
});

const names = { en: 'River City', 'zh-Hans': '河谷市' } as const;

describe.each(mainLanguages)('an institution (%s)', (language) => {
  const name = names[language];
  test('signs its people in where they wanted to go, and nobody whose address it has not verified', async () => {
    const reader = await openReader({ language });
    const { page, context, t } = reader;
    const enter = async () => {
      await page.goto('/sign-in?next=%2Faccount');
      await page.getByRole('button', { name: t('accounts.institution_sign_in', { name }) }).click();
    };
    provider.person = { sub: `of ${language}`, email: 'shanghai@example.org', email_verified: true };
    await enter();
    await titled(page, t('accounts.own_account'));
    // Back leads to no answer that has served.
    expect(page.url()).not.toContain('code=');
    await page.getByRole('button', { name: t('accounts.institution_unlink'), exact: true }).click();
    await seen(toast(page).getByText(t('accounts.institution_unlinked', { name })));
    await seen(page.getByText(t('accounts.institution_unlinked_note', { name })));
    await context.clearCookies();
    provider.person = { ...provider.person, email_verified: false };
    await enter();
    await seen(page.getByText(t('accounts.institution_unverified')));
    await page.getByRole('link', { name: t('accounts.institution_anew') }).click();
    await titled(page, t('accounts.sign_in'));
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});

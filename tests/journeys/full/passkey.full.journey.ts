// A passkey is added, signs in, and is removed: with a device of Chromium's own (a virtual authenticator), which signs for real.
import { describe, expect, test } from 'vitest';
import { mainLanguages, openReader, seen, signIn, titled, toast } from '../reader.ts';

describe.each(mainLanguages)('passkeys (%s)', (language) => {
  test('are added on the page of the account, sign in without a password, and no more once removed', async () => {
    const reader = await openReader({ language });
    const { page, context, t } = reader;
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    const signInByPasskey = async () => {
      await page.goto('/sign-in?next=%2Faccount');
      await page.getByRole('button', { name: t('accounts.passkey_sign_in') }).click();
    };
    await signIn(reader, 'shanghai');
    await page.goto('/account');
    await page.getByLabel(t('accounts.passkey_name')).fill('Desk in Shanghai');
    await page.getByRole('button', { name: t('accounts.passkey_add') }).click();
    await seen(toast(page).getByText(t('accounts.passkey_added')));
    await context.clearCookies();
    await signInByPasskey();
    await titled(page, t('accounts.own_account'));
    // Nobody but the only owner of an office is asked to hand over first, and that only once the passkey has answered.
    await page.getByRole('button', { name: t('accounts.erase'), exact: true }).click();
    await page.getByRole('button', { name: t('accounts.erase_by_passkey') }).click();
    await seen(page.getByText(t('accounts.sole_owner', { offices: '|' }).split('|')[1] ?? ''));
    await page.getByRole('button', { name: t('design.cancel'), exact: true }).click();
    await page.getByRole('button', { name: t('accounts.passkey_remove_of', { name: 'Desk in Shanghai' }) }).click();
    await seen(toast(page).getByText(t('accounts.passkey_removed')));
    await context.clearCookies();
    await signInByPasskey();
    await seen(page.getByText(t('accounts.passkey_unknown')));
    expect(reader.faults).toEqual([]);
    await reader.close();
  });
});

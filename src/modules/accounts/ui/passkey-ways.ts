// Passkeys in the browser: it asks the device (WebAuthn), our server checks what the device signed.
import { ORPCError } from '@orpc/client';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type * as WebAuthn from '@simplewebauthn/browser';
import { Offline } from '#client/error.ts';
import { currentLanguage, textsIn } from '#client/language.ts';
import { changed, post } from './session.ts';
import { readWay, resume } from './ways-in.ts';

export interface Passkey {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string;
}

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

export const passkeysQuery = () =>
  queryOptions({ queryKey: ['passkeys'], queryFn: () => readWay<readonly Passkey[]>('/passkey/list-user-passkeys') });

const refusalOf = {
  ERROR_INVALID_DOMAIN: 'accounts.passkey_wrong_address',
  ERROR_INVALID_RP_ID: 'accounts.passkey_wrong_address',
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'accounts.passkey_here_already',
  ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT: 'accounts.passkey_no_lock',
  ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT: 'accounts.passkey_no_lock',
} as const;
const refusals = new Map<string, (typeof refusalOf)[keyof typeof refusalOf]>(Object.entries(refusalOf));

/** What the device answered; null where the person closed its window. */
async function fromDevice<A>(ask: (webauthn: typeof WebAuthn) => Promise<A>): Promise<A | null> {
  const webauthn = await import('@simplewebauthn/browser').catch(() => {
    throw new Offline();
  });
  try {
    return await ask(webauthn);
  } catch (error) {
    const given = error instanceof webauthn.WebAuthnError ? error.code : '';
    const code = refusals.get(given);
    if (code === undefined && error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name)) return null;
    const said = code ?? 'accounts.passkey_device';
    throw new ORPCError('REFUSED', { status: 422, data: { code: said, detail: textsIn(currentLanguage())(said) } });
  }
}

/** The device signs for the one whose passkey it holds, and it is sent where it counts; false where the person thought better of it. */
async function answerByPasskey(path = '/passkey/verify-authentication'): Promise<boolean> {
  const asked = await readWay<WebAuthn.PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  const response = await fromDevice(({ startAuthentication }) =>
    startAuthentication({ optionsJSON: { ...asked, userVerification: 'required' } }),
  );
  if (response === null) return false;
  await post(path, { response });
  return true;
}

export async function signInByPasskey(queryClient: QueryClient): Promise<boolean> {
  if (!(await answerByPasskey())) return false;
  await changed(queryClient);
  return true;
}

/** The same on a page that stays as it is. */
export async function signInAgainByPasskey(queryClient: QueryClient): Promise<boolean> {
  return (await answerByPasskey()) && resume(queryClient);
}

/** Erases the account for good, confirmed by a passkey of it. */
export const eraseByPasskey = (): Promise<boolean> => answerByPasskey('/erase-account');

/** Makes a passkey on this device, by the name under which its owner will know it; false where they thought better of it. */
export async function addPasskey(name: string): Promise<boolean> {
  const asked = await readWay<WebAuthn.PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  const response = await fromDevice(({ startRegistration }) => startRegistration({ optionsJSON: asked }));
  if (response === null) return false;
  await post('/passkey/verify-registration', { name, response });
  return true;
}

export const removePasskey = (id: string): Promise<unknown> => post('/passkey/delete-passkey', { id });

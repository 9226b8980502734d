// Passkeys (WebAuthn, W3C Level 2) by better-auth's plugin: what of it exists here, and what a browser may send it.
import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';
import { z } from 'zod';

export const passkeyRoutes = [
  { method: 'GET', path: '/passkey/generate-register-options', access: 'signed-in' },
  { method: 'POST', path: '/passkey/verify-registration', access: 'signed-in' },
  { method: 'GET', path: '/passkey/generate-authenticate-options', access: 'public' },
  { method: 'POST', path: '/passkey/verify-authentication', access: 'public' },
  { method: 'GET', path: '/passkey/list-user-passkeys', access: 'signed-in' },
  { method: 'POST', path: '/passkey/delete-passkey', access: 'signed-in' },
] as const;

/** A passkey stands in for a password, so the device must have asked its owner for a finger, face or code (user verification). */
function demandOwner(verified: boolean | undefined): void {
  if (verified !== true) throw new APIError('BAD_REQUEST', { code: 'USER_NOT_VERIFIED' });
}

/** The plugin at one origin, whose host is the relying party: a passkey made there works nowhere else. */
export const passkeysAt = (origin: string) =>
  passkey({
    rpName: 'Hansa',
    rpID: new URL(origin).hostname,
    origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: { afterVerification: ({ verification }) => demandOwner(verification.registrationInfo?.userVerified) },
    authentication: { afterVerification: ({ verification }) => demandOwner(verification.authenticationInfo.userVerified) },
  });

const text = z.string().max(20_000);
const credential = (response: z.ZodType) =>
  z.strictObject({
    id: text,
    rawId: text,
    type: z.literal('public-key'),
    authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
    clientExtensionResults: z.record(text, z.unknown()),
    response,
  });

const bodies: Readonly<Record<string, z.ZodType>> = {
  '/passkey/verify-registration': z.strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    response: credential(
      z.strictObject({
        attestationObject: text,
        clientDataJSON: text,
        transports: z.array(z.string().max(40)).max(10).optional(),
        publicKeyAlgorithm: z.number().optional(),
        publicKey: text.optional(),
        authenticatorData: text.optional(),
      }),
    ),
  }),
  '/passkey/verify-authentication': z.strictObject({
    response: credential(z.strictObject({ authenticatorData: text, clientDataJSON: text, signature: text, userHandle: text.nullish() })),
  }),
  '/passkey/delete-passkey': z.strictObject({ id: text }),
};

/** Whether a body is one that a browser's own WebAuthn answer makes; the plugin itself would take any record to the database. */
export async function isPasskeyBody(request: Request, path: string): Promise<boolean> {
  const schema = bodies[path];
  if (schema === undefined) return true;
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  return schema.safeParse(body).success;
}

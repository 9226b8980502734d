// What every door of better-auth has in common here: one database, one secret, one kind of session.
import type { betterAuth } from 'better-auth';
import type { Database } from '#platform/postgres/database.ts';
import { newId } from '#platform/work.ts';

export interface AuthPlace {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
}

/** Where our edge tells better-auth the network of whoever asks: what the request itself says of that is believed of known proxies alone. */
export const NETWORK_HEADER = 'x-hansa-network';

export const authBase = ({ database, origin, secret }: AuthPlace) =>
  ({
    appName: 'Hansa',
    baseURL: origin,
    basePath: '/api/auth',
    secret,
    database: database.authPool,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // What goes wrong inside reaches our edge with its cause, to be logged under an incident.
    onAPIError: { throw: true },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, freshAge: 0, cookieCache: { enabled: false } },
    // Tries are limited per address at our edge; per network address would lock out an office behind one router.
    rateLimit: { enabled: false },
    advanced: {
      // Our own edge has refused foreign origins already, for these routes and all others alike.
      disableCSRFCheck: true,
      cookiePrefix: 'hansa',
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: [NETWORK_HEADER] },
    },
  }) satisfies Parameters<typeof betterAuth>[0];

// API keys of an office: what one may open, and how long it lasts.

/** Modules of the API that a key can be limited to; what stands in this one about people opens to no key. */
export const keyModules = [
  'evidence',
  'cities',
  'organisations',
  'ties',
  'reference',
  'network',
  'expos',
  'matching',
  'meetings',
  'outcomes',
  'reports',
  'desk',
] as const;

export type KeyModule = (typeof keyModules)[number];

/** A key lasts at most so many days. */
export const MOST_DAYS = 365;

/** Working keys of one office at most: more would be somebody's mistake. */
export const MOST_KEYS = 50;

/** So many days before its end a key is marked. */
const SOON_DAYS = 14;

export type KeyState = 'valid' | 'ends_soon' | 'expired' | 'revoked';

const DAY_MS = 86_400_000;

/** The end of a key that is made now for so many days. */
export const endOf = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

export function keyState({ expiresAt, revokedAt }: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  return expiresAt.getTime() - now.getTime() <= SOON_DAYS * DAY_MS ? 'ends_soon' : 'valid';
}

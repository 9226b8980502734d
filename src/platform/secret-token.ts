// Secrets that open something by themselves (bearer tokens): made at random, shown once, kept as their hash alone.
import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, in letters that an address may hold; `prefix` says what it opens, so that one lying about is recognised. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret: SHA-256 in hexadecimal. Without salt, as nobody can try 256 bits out. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

// Secrets that open something by themselves (bearer tokens): made at random, shown once, kept as their hash alone.
import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A new secret of 256 random bits, in letters that an address may hold; `prefix` says what it opens, so that one lying about is recognised. */
export const newSecret = (prefix = ''): string => `${prefix}${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret: SHA-256 in hexadecimal. Without salt, as nobody can try 256 bits out. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** What is kept of something that could be tried out, such as an address of a network: a hash by the server's own secret (HMAC). */
export const keyedHash = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('base64url');

// Words of a form or a search as people type them, with full-width letters, figures and signs that mean the narrow ones.
import { z } from 'zod';
import { narrowed } from './narrow.ts';

const longestAddress = 254;

/** A dot of an address may be the full stop of Chinese writing, as in names of domains (RFC 3490, 3.1). */
const narrowedAddress = (text: string): string => narrowed(text).replaceAll('。', '.');

/** An address of e-mail; without a pattern by Zod's own rule. */
export const typedEmail = (pattern?: RegExp) =>
  z
    .string()
    .overwrite(narrowedAddress)
    .check(z.email(pattern === undefined ? {} : { pattern }))
    .max(longestAddress);

/** What has a form of its own, such as a phone; `code` says which one is expected. */
export const typedAs = (pattern: RegExp, code: string) =>
  z
    .string()
    .overwrite(narrowed)
    .refine((text) => pattern.test(text), { params: { code } });

/** The words of a search. */
export const typedSearch = (most: number) => z.string().overwrite(narrowed).max(most);

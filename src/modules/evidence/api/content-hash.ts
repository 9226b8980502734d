// The hash by which two installations know that they hold the same content.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical.ts';

/** SHA-256 of the canonical JSON, in hexadecimal. Figures in it must be decimal strings. */
export const hashOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');

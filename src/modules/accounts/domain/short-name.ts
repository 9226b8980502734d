import { fold } from '#kernel/fold.ts';

/** The short name of an office out of its English one: small letters, digits and hyphens; empty where that leaves nothing. */
export const shortNameOf = (name: string): string =>
  fold(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-|-$/g, '');

// Branded identifiers: UUIDv7 strings that cannot be mixed up between kinds.

import type { z } from 'zod';

/** A UUIDv7 of one kind of thing, e.g. `Id<'Edition'>`; zod's brand, so that a schema of the API mints it. */
export type Id<K extends string> = string & z.$brand<K>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text has the shape of an identifier (lower-case UUID); of which kind, the caller says. */
export const isId = <K extends string>(text: string): text is Id<K> => UUID.test(text);

export type AccountId = Id<'Account'>;
export type OfficeId = Id<'Office'>;

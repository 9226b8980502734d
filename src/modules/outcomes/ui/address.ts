// What the address of the form says: the tie, a visit of it, the whole of which it is a part, or the meeting in somebody's agenda, of which something is entered.
const keys = ['tie', 'visit', 'whole', 'edition', 'participant', 'meeting'] as const;

export type NewOutcomeSearch = { readonly [key in (typeof keys)[number]]?: string };

export const newOutcomeSearch = (search: Readonly<Record<string, unknown>>): NewOutcomeSearch =>
  Object.fromEntries(keys.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])));

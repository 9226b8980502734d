// What addresses of pages of outcomes say. Every page loads it, so that it knows no list of kinds or stages.

/** Of the form: the tie, a visit of it, the whole of which it is a part, or the meeting in somebody's agenda, of which something is entered. */
const keys = ['tie', 'visit', 'whole', 'edition', 'participant', 'meeting'] as const;

export type NewOutcomeSearch = { readonly [key in (typeof keys)[number]]?: string };

const textsAmong = (names: readonly string[], search: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])));

export const newOutcomeSearch = (search: Readonly<Record<string, unknown>>): NewOutcomeSearch => textsAmong(keys, search);

/** By what an office's list of outcomes is narrowed down. */
export interface OwnOutcomesSearch {
  readonly kind?: string;
  readonly stage?: string;
}

export const ownOutcomesSearch = (search: Readonly<Record<string, unknown>>): OwnOutcomesSearch => textsAmong(['kind', 'stage'], search);

/** /follow-up: the answer that was chosen in a letter, which is chosen on the page as well and recorded by nothing but its button. */
export const followUpSearch = (search: Readonly<Record<string, unknown>>): { readonly answer?: string } => textsAmong(['answer'], search);

/** /follow-ups: which of an office's questions are listed. */
export const followUpsSearch = (search: Readonly<Record<string, unknown>>): { readonly show?: string } => textsAmong(['show'], search);

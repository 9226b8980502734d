// Expected outcomes as values: a use case answers with a value or with a refusal; only faults throw.

import type { MultilingualText } from './language.ts';

/** A value of `T`, or the reason `R` why there is none. */
export type Result<T, R = Refusal> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R };

/** How a refusal is answered: decides the HTTP status and nothing else. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  /** It was there for everybody and was withdrawn, which is said. */
  | 'gone'
  | 'conflict'
  | 'asks'
  | 'stale'
  | 'precondition_missing'
  | 'too_large'
  | 'unsupported'
  | 'too_many'
  | 'busy';

/** Values that fill the placeholders of a refusal's sentence. */
export type Params = Readonly<Record<string, string | number>>;

/** One problem at one place of the input; `path` leads to the field, `code` is a key of the texts. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly params?: Params;
}

/** Something on record that a change is like; `title` as its reader may see it. */
export interface Like {
  readonly id: string;
  readonly title: MultilingualText;
}

/** What must be said before something is done that is allowed but may not be meant; whoever means it repeats the code in `confirmed`. */
export interface Question {
  readonly code: string;
  readonly params?: Params;
  readonly like: readonly Like[];
}

/** Why a use case did not do what was asked; `code` is a key of the texts, `problems` holds every field problem at once. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly params?: Params;
  readonly problems?: readonly Problem[];
  /** With `asks`: every question that was not answered yet. */
  readonly questions?: readonly Question[];
}

/** What any use case may refuse: the actor may not, nobody is signed in, somebody else changed the thing since it was seen. */
export const forbidden: Refusal = { kind: 'forbidden', code: 'kernel.forbidden' };
export const unauthenticated: Refusal = { kind: 'unauthenticated', code: 'kernel.unauthenticated' };
export const stale: Refusal = { kind: 'stale', code: 'kernel.stale' };

/** Wraps a value as success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Wraps a reason as failure. */
export const refuse = <R = Refusal>(refusal: R): { readonly ok: false; readonly refusal: R } => ({ ok: false, refusal });

/** Refuses an input with all its problems at once. */
export const refuseInput = (problems: readonly Problem[]): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: problems.length }, problems });

/** Refuses because the thing does not exist or may not be seen: both answer alike, so that nothing leaks. */
export const notFound = (code = 'kernel.not_found'): { readonly ok: false; readonly refusal: Refusal } =>
  refuse({ kind: 'not_found', code });

/** What others read and nobody can put back is asked before it is withdrawn. */
export const readByOthers = ({ visibility }: { readonly visibility: 'private' | 'shared' | 'public' }): readonly Question[] =>
  visibility === 'private' ? [] : [{ code: 'kernel.read_by_others', like: [] }];

/** What is added to something that others read is read by them at once: asked before, since what is begun is private until it is shared. */
export const READ_AT_ONCE = 'kernel.read_at_once';
export const readAtOnce = ({ visibility }: { readonly visibility: 'private' | 'shared' | 'public' }): readonly Question[] =>
  visibility === 'private' ? [] : [{ code: READ_AT_ONCE, like: [] }];

/** Refuses with every question that its caller has not confirmed; null where none is left, so that the use case goes on. */
export function askFirst(
  questions: readonly Question[],
  confirmed: readonly string[] = [],
): { readonly ok: false; readonly refusal: Refusal } | null {
  const open = questions.filter(({ code }) => !confirmed.includes(code));
  return open.length === 0 ? null : refuse({ kind: 'asks', code: 'kernel.asks', params: { count: open.length }, questions: open });
}

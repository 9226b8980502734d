// What a failed call says to a person: the server's sentence in their language, or ours when the server said nothing.
import { ORPCError } from '@orpc/client';
import type { MultilingualText } from '#kernel/language.ts';
import { NotUnderstood } from './address-text.ts';
import { currentLanguage, textsIn } from './language.ts';

/** What is to be confirmed before it is done, by its code. */
export interface Asked {
  readonly code: string;
  /** The question itself. */
  readonly message: string;
  readonly like: readonly { readonly id: string; readonly title: MultilingualText }[];
}

/** The problem reply of the API (RFC 9457 with our members). */
export interface ProblemReply {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly errors: readonly { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string }[];
  readonly questions?: readonly Asked[];
  readonly incident?: string;
}

/** What went wrong, ready to be shown; `problems` go to `<Form problems>`. */
export interface Trouble {
  readonly message: string;
  readonly code: string;
  readonly status: number | null;
  readonly problems: readonly { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string }[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly incident: string | null;
  readonly questions: readonly Asked[];
}

/** No answer came at all. */
export class Offline extends Error {
  override readonly name = 'Offline';
}

/** Whether a body is a problem reply of ours. */
export const isReply = (body: unknown): body is ProblemReply =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'detail' in body &&
  typeof body.detail === 'string';

const blank = { problems: [], params: {}, incident: null, questions: [] } as const;

/** The trouble of what the page itself finds wrong. */
export const refusalOf = (problems: readonly Omit<Trouble['problems'][number], 'code'>[]): Trouble => ({
  ...{ ...blank, message: '', code: '', status: null },
  problems: problems.map((problem) => ({ ...problem, code: '' })),
});

/** The trouble of a failed call, whatever was thrown. */
export function troubleOf(error: unknown): Trouble {
  const t = textsIn(currentLanguage());
  if (error instanceof ORPCError && isReply(error.data)) {
    const { code, detail, errors, params, incident, questions } = error.data;
    const told = { problems: errors ?? [], params: params ?? {}, incident: incident ?? null, questions: questions ?? [] };
    return { ...told, message: detail, code, status: error.status };
  }
  if (error instanceof Offline) return { ...blank, message: t('design.offline'), code: 'design.offline', status: null };
  const status = error instanceof ORPCError || error instanceof NotUnderstood ? error.status : null;
  return { ...blank, message: status === 429 ? t('design.slow_down') : t('design.unknown_error'), code: 'design.unknown_error', status };
}

/** Whether somebody else changed the thing meanwhile. */
export const isStale = (error: unknown): boolean => error instanceof ORPCError && error.status === 412;

/** Whether one must sign in (again). */
export const needsSignIn = (error: unknown): boolean => error instanceof ORPCError && error.status === 401;

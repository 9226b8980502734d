// Turns refusals, schema issues and faults into one shape of answer: application/problem+json in the reader's language.
import { ORPCError } from '@orpc/server';
import { isOutage } from '#platform/postgres/outage.ts';
import type { Language } from '#kernel/language.ts';
import type { Like, Params, Problem, Refusal, RefusalKind } from '#kernel/result.ts';
import { meantOf } from './walk-schema.ts';

/** Says a text in a language; unknown codes answer the code's general sentence, never a raw text. */
export type Say = (language: Language, code: string, params?: Params) => string;

const statuses: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  gone: 410,
  conflict: 409,
  asks: 409,
  stale: 412,
  precondition_missing: 428,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  busy: 503,
};

export interface ProblemReply {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly params: Params;
  readonly errors: readonly { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string }[];
  /** With `kernel.asks`: what is to be confirmed by its code, and what on record it is about. */
  readonly questions?: readonly {
    readonly code: string;
    readonly message: string;
    readonly params: Params;
    readonly like: readonly Like[];
  }[];
  readonly incident?: string;
}

export const statusOf = (kind: RefusalKind): number => statuses[kind];

/** The reply of a refusal, every sentence in the language. */
export function problemReply(say: Say, language: Language, refusal: Refusal): ProblemReply {
  const detail = say(language, refusal.code, refusal.params);
  return {
    type: `urn:hansa:${refusal.code}`,
    title: detail,
    status: statuses[refusal.kind],
    detail,
    code: refusal.code,
    params: refusal.params ?? {},
    errors: (refusal.problems ?? []).map((p) => ({ path: p.path, code: p.code, message: say(language, p.code, p.params) })),
    ...(refusal.questions === undefined
      ? {}
      : {
          questions: refusal.questions.map(({ code, params = {}, like }) => ({ code, params, like, message: say(language, code, params) })),
        }),
  };
}

/** The database is down or has no room: this passes, and is said as such. */
const outage: Refusal = { kind: 'busy', code: 'kernel.outage', params: { seconds: 5 } };

/** The reply of a fault: an incident id, and nothing of what went wrong; of an outage, that it passes. */
export function faultReply(say: Say, language: Language, incident: string, fault: unknown): ProblemReply {
  if (isOutage(fault)) return { ...problemReply(say, language, outage), incident };
  const detail = say(language, 'kernel.fault', { incident });
  return { type: 'urn:hansa:kernel.fault', title: detail, status: 500, detail, code: 'kernel.fault', params: {}, errors: [], incident };
}

/** The header that says after how many seconds to come again, where the reply does. */
export const waiting = ({ params }: ProblemReply): Readonly<Record<string, string>> =>
  params['seconds'] === undefined ? {} : { 'retry-after': String(params['seconds']) };

/** Wraps a reply so that oRPC carries it; the body encoder unwraps it again. */
export const carried = (reply: ProblemReply): ORPCError<string, ProblemReply> =>
  new ORPCError(reply.code, { status: reply.status, message: reply.detail, data: reply });

interface Issue {
  readonly code?: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  readonly message?: string;
  readonly origin?: string;
  readonly maximum?: number | bigint;
  readonly minimum?: number | bigint;
  readonly format?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly code?: string } & Params;
  readonly errors?: readonly (readonly Issue[])[];
}

const formats: Readonly<Record<string, string>> = {
  email: 'kernel.bad_email',
  url: 'kernel.bad_address',
  uuid: 'kernel.bad_id',
  date: 'kernel.bad_date',
  datetime: 'kernel.bad_instant',
};

function codeOf(issue: Issue): { readonly code: string; readonly params?: Params } {
  const max = Number(issue.maximum ?? 0);
  const min = Number(issue.minimum ?? 0);
  // A year is a name and no count: its thousands are not parted.
  const named = (bound: number) => (issue.path?.at(-1) === 'year' ? String(bound) : bound);
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? { code: 'kernel.too_long', params: { max } }
        : issue.origin === 'array'
          ? { code: 'kernel.too_many_entries', params: { max } }
          : { code: 'kernel.too_big', params: { max: named(max) } };
    case 'too_small':
      if (issue.origin === 'string') return min === 1 ? { code: 'kernel.required' } : { code: 'kernel.too_short', params: { min } };
      return issue.origin === 'array'
        ? { code: 'kernel.too_few_entries', params: { count: min } }
        : { code: 'kernel.too_small', params: { min: named(min) } };
    case 'invalid_format':
      return { code: formats[issue.format ?? ''] ?? 'kernel.bad_format' };
    case 'invalid_value':
      // The choices are codes: the page has words for them, the API's description lists them.
      return { code: 'kernel.wrong_choice' };
    case 'unrecognized_keys':
      return { code: 'kernel.unknown_key', params: { keys: (issue.keys ?? []).join(', ') } };
    case 'custom': {
      const { code, ...params } = issue.params ?? {};
      return code === undefined ? { code: 'kernel.bad_format' } : { code, params };
    }
    case 'invalid_union':
      // A kind that there is not; where the kind is known, what is wrong with it is told (`issuesOf`).
      return { code: 'kernel.wrong_choice' };
    case 'invalid_type':
      // zod leaves the value out of its issues; only its sentence tells whether anything was there.
      return { code: /received undefined/.test(issue.message ?? '') ? 'kernel.required' : 'kernel.wrong_type' };
    default:
      return { code: 'kernel.wrong_type' };
  }
}

const keyOf = (part: PropertyKey | { readonly key: PropertyKey }): string | number => {
  const key = typeof part === 'object' ? part.key : part;
  return typeof key === 'number' ? key : String(key);
};

/** What stands at a place of an input; undefined where nothing does. */
export function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(part))?.[1];
  }
  return value;
}

const isAbsent = (input: unknown, path: readonly (string | number)[]): boolean => valueAt(input, path) === undefined;

/** Whether the field was sent empty: a date that is missing is not a wrong one. */
function isBlank(input: unknown, path: readonly (string | number)[]): boolean {
  const value = valueAt(input, path);
  return typeof value === 'string' && value.trim() === '';
}

/** Of a union what is wrong with the option that was meant. */
function issuesOf(issue: Issue): readonly Issue[] {
  const meant = issue.code === 'invalid_union' ? meantOf(issue.errors ?? []) : undefined;
  return meant === undefined
    ? [issue]
    : meant.flatMap((inner) => issuesOf({ ...inner, path: [...(issue.path ?? []), ...(inner.path ?? [])] }));
}

/** All issues of a schema as problems beside their fields; `input` is what did not fit. */
export const problemsOf = (issues: readonly Issue[], input: unknown): readonly Problem[] =>
  issues
    .flatMap(issuesOf)
    .slice(0, 200)
    .map((issue) => {
      const path = (issue.path ?? []).map(keyOf);
      const isMissing = issue.code === 'invalid_union' ? isAbsent(input, path) : issue.code === 'invalid_format' && isBlank(input, path);
      return isMissing ? { path, code: 'kernel.required' } : { path, ...codeOf(issue) };
    });

/** The refusal of an input that does not fit its schema. */
export const refusalOfIssues = (issues: readonly unknown[], input: unknown): Refusal => {
  const problems = problemsOf(issues as readonly Issue[], input);
  return { kind: 'invalid', code: 'kernel.invalid_input', params: { count: problems.length }, problems };
};

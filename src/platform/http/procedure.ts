// Joins a contract's procedure to its use case: one transaction, the actor in it, refusals answered, a POST done once per key.
import { createHash } from 'node:crypto';
import type { Language } from '#kernel/language.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import { ok, refuse, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { Database } from '../postgres/database.ts';
import { inWork, type Work } from '../work.ts';

/** What a request brings to every procedure. `reply` collects what becomes headers of the answer. */
export interface HttpContext {
  readonly database: Database;
  readonly account: AccountId | null;
  readonly language: Language;
  readonly requestId: string;
  readonly ifMatch: number | null;
  readonly idempotencyKey: string | null;
  readonly reply: { version?: number; nextCursor?: string | null; replayed?: boolean };
}

/** A refusal on its way out of a procedure; only this file throws it and only the edge catches it. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

interface Called<I> {
  readonly input: I;
  readonly context: HttpContext;
  readonly path: readonly string[];
  readonly procedure: { readonly '~orpc': { readonly meta: ProcedureMeta; readonly route: { readonly method?: string } } };
}

/** What a procedure asks of a request before its input is even read. */
export function refusalBefore(meta: ProcedureMeta, context: HttpContext): Refusal | null {
  if (meta.access === 'signed-in' && context.account === null) return { kind: 'unauthenticated', code: 'kernel.unauthenticated' };
  if (meta.guarded === true && context.ifMatch === null) return { kind: 'precondition_missing', code: 'kernel.precondition_missing' };
  return null;
}

/** Where a text holds what PostgreSQL cannot store: a NUL, or half of a character. */
function unstorable(value: unknown, path: readonly (string | number)[] = []): readonly Problem[] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [{ path, code: 'kernel.bad_characters' }] : [];
  if (typeof value !== 'object' || value === null || value instanceof Blob || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    unstorable(key).length > 0
      ? [{ path, code: 'kernel.bad_characters' }]
      : unstorable(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Order of keys must not matter: `{a,b}` and `{b,a}` are the same request. A file counts by its bytes. */
async function canonical(value: unknown): Promise<string> {
  if (value instanceof Blob)
    return createHash('sha256')
      .update(new Uint8Array(await value.arrayBuffer()))
      .digest('hex');
  if (Array.isArray(value)) return `[${(await Promise.all(value.map(canonical))).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = await Promise.all(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(async ([k, v]) => `${JSON.stringify(k)}:${await canonical(v)}`),
    );
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * Does the work once per (account, key): the key's row is written in the same transaction, so a parallel twin waits for it
 * and then answers what was answered.
 */
async function once<O>(
  work: Work,
  key: string,
  operation: string,
  bodyHash: string,
  use: () => Promise<Result<O>>,
): Promise<Result<{ readonly value: O; readonly replayed: boolean }>> {
  const account = work.actor.account;
  if (account === null) return refuse({ kind: 'unauthenticated', code: 'kernel.unauthenticated' });
  const inserted = await work.tx
    .insertInto('platform.idempotent_answer')
    .values({ account, key, operation, body_hash: bodyHash })
    .onConflict((c) => c.columns(['account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted === undefined) {
    const known = await work.tx
      .selectFrom('platform.idempotent_answer')
      .select(['operation', 'body_hash', 'answer'])
      .where('account', '=', account)
      .where('key', '=', key)
      .executeTakeFirstOrThrow();
    if (known.operation !== operation || known.body_hash !== bodyHash) return refuse({ kind: 'invalid', code: 'kernel.key_reused' });
    return ok({ value: (known.answer as { readonly value: O }).value, replayed: true });
  }
  const result = await use();
  if (!result.ok) return result;
  await work.tx
    .updateTable('platform.idempotent_answer')
    .set({ answer: JSON.stringify({ value: result.value ?? null }) })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute();
  return ok({ value: result.value, replayed: false });
}

const note = (context: HttpContext, value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  if ('version' in value && typeof value.version === 'number') context.reply.version = value.version;
  if ('nextCursor' in value) context.reply.nextCursor = value.nextCursor as string | null;
};

/** Our values are readonly, oRPC's outputs are not: the same shape without the promise not to change it. */
type Writable<T> = T extends string | number | boolean | null | undefined | Blob | Date
  ? T
  : T extends readonly (infer U)[]
    ? Writable<U>[]
    : { -readonly [K in keyof T]: Writable<T[K]> };

/** Makes a handler of a use case: `os.createEdition.handler(answer(createEdition))`. */
export const answer =
  <I, O>(useCase: (work: Work, input: I) => Promise<Result<O>>) =>
  async ({ input, context, path, procedure }: Called<I>): Promise<Writable<O>> => {
    const caller = { account: context.account, language: context.language, requestId: context.requestId, expectedVersion: context.ifMatch };
    const method = procedure['~orpc'].route.method ?? 'POST';
    const bad = unstorable(input);
    if (bad.length > 0) throw new Refused({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: bad.length }, problems: bad });
    const key = method === 'POST' ? context.idempotencyKey : null;
    const result = await inWork(context.database, caller, async (work) => {
      // The session may outlive the account by a moment: a disabled one acts as nobody from its next request on.
      if (procedure['~orpc'].meta.access === 'signed-in' && work.actor.account === null)
        return refuse({ kind: 'unauthenticated', code: 'kernel.unauthenticated' });
      if (key === null) return useCase(work, input);
      const body = createHash('sha256')
        .update(await canonical(input))
        .digest('hex');
      const done = await once(work, key, path.join('.'), body, () => useCase(work, input));
      if (!done.ok) return done;
      if (done.value.replayed) context.reply.replayed = true;
      return ok(done.value.value);
    });
    if (!result.ok) throw new Refused(result.refusal);
    note(context, result.value);
    return result.value as Writable<O>;
  };

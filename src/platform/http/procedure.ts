// Joins a contract's procedure to its use case: one transaction, the actor in it, refusals answered, a POST done once per key.
import { createHash } from 'node:crypto';
import type { Holder, Reach } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { AccountId } from '#kernel/ids.ts';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import { ok, refuse, unauthenticated, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import type { Database } from '../postgres/database.ts';
import type { Heard } from '../postgres/heard.ts';
import { inWork, nobody, type Caller, type Transact, type Work } from '../work.ts';
import { turnsOf } from './turns.ts';

/** What a request brings to every procedure. `reply` collects what becomes headers of the answer. */
export interface HttpContext {
  readonly database: Database;
  readonly account: AccountId | null;
  /** The session that brought the account, where the database is yet to confirm it. */
  readonly session: string | null;
  /** What let the caller in, and what of the API it opens where that is less than everything. */
  readonly holder: Holder | null;
  readonly reach: Reach | null;
  readonly language: Language;
  readonly requestId: string;
  /** Where it came from, as far as the proxies that are believed tell: an address or the network of one. */
  readonly network: string;
  readonly ifMatch: number | null;
  readonly idempotencyKey: string | null;
  /** Nothing is to be kept: only what is wrong is asked for. */
  readonly checksOnly?: boolean;
  /** Writes down what the answer is made of. */
  readonly heard?: Heard;
  readonly reply: {
    version?: number;
    nextCursor?: string | null;
    replayed?: boolean;
    incident?: string;
    /** The body, where it is JSON. */
    text?: string;
    /** The session was over. */
    sessionOver?: boolean;
  };
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

const notSignedIn = refuse<Refusal>(unauthenticated);

/** The module of an operation whose answers a key needs to name what it reads; what else stands in it is about people. */
const commonModule = 'accounts';

/** What a token may not do, whatever its office may. */
function beyondToken(
  { operation, meta, reads }: { readonly operation: string; readonly meta: ProcedureMeta; readonly reads: boolean },
  { holder, reach }: HttpContext,
): Refusal | null {
  if (meta.personal === true && holder !== null && holder !== 'person') return { kind: 'forbidden', code: 'kernel.for_people' };
  if (holder === 'link' && meta.access === 'signed-in' && meta.link !== true) return { kind: 'forbidden', code: 'kernel.not_by_link' };
  const [module = ''] = operation.split('.');
  if (reach === null) return null;
  if (reach.modules !== null && module !== commonModule && !reach.modules.includes(module))
    return { kind: 'forbidden', code: 'kernel.token_beyond_modules', params: { module, modules: reach.modules.join(', ') } };
  return reads || reach.writes ? null : { kind: 'forbidden', code: 'kernel.token_reads_only' };
}

/** What a procedure asks of a request before its body is touched. */
export function refusalBefore(
  route: { readonly operation: string; readonly meta: ProcedureMeta; readonly reads: boolean },
  context: HttpContext,
): Refusal | null {
  const { meta } = route;
  if (meta.access === 'signed-in' && context.account === null) return unauthenticated;
  const beyond = beyondToken(route, context);
  if (beyond !== null) return beyond;
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

/** A POST that its caller may repeat: the key, and what it was sent with. */
interface Repeatable {
  readonly key: string;
  readonly operation: string;
  readonly bodyHash: string;
}

interface Given<O> {
  readonly value: O;
  readonly replayed: boolean;
}

/** What was answered under this key before; null when nothing was. Refuses a key that came with another request. */
async function givenBefore<O>(work: Work, { key, operation, bodyHash }: Repeatable): Promise<Result<Given<O> | null>> {
  if (work.actor.account === null) return notSignedIn;
  const known = await work.tx
    .selectFrom('platform.idempotent_answer')
    .select(['operation', 'body_hash', 'answer'])
    .where('account', '=', work.actor.account)
    .where('key', '=', key)
    .executeTakeFirst();
  if (known === undefined) return ok(null);
  if (known.operation !== operation || known.body_hash !== bodyHash) return refuse({ kind: 'invalid', code: 'kernel.key_reused' });
  return ok({ value: (known.answer as { readonly value: O }).value, replayed: true });
}

/**
 * Does the work once per (account, key): the key's row is written in the same transaction, so a parallel twin waits for it
 * and then answers what was answered.
 */
async function once<O>(work: Work, request: Repeatable, use: () => Promise<Result<O>>): Promise<Result<Given<O>>> {
  const { key, operation, bodyHash } = request;
  const account = work.actor.account;
  if (account === null) return notSignedIn;
  const inserted = await work.tx
    .insertInto('platform.idempotent_answer')
    .values({ account, key, operation, body_hash: bodyHash })
    .onConflict((c) => c.columns(['account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted === undefined) {
    const given = await givenBefore<O>(work, request);
    if (!given.ok || given.value !== null) return given as Result<Given<O>>;
    throw new Error('the answer of a key vanished');
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

/** Of those who would wait for each other at the database so many hold a connection. */
const inTurn = turnsOf(4);

/** Who asks, as the work of a request begins. */
export function callerOf(meta: ProcedureMeta, context: HttpContext): Caller {
  const { language, requestId, ifMatch } = context;
  const { account, session = null } = meta.forAll === true ? nobody() : context;
  return { account, session, language, requestId, expectedVersion: ifMatch };
}

/** Opens a request: what it must not hold is refused, and `transact` runs as its caller. */
async function openRequest<I>({ input, context, path, procedure }: Called<I>): Promise<{
  readonly transact: Transact;
  readonly repeatable: Repeatable | null;
}> {
  const { meta, route } = procedure['~orpc'];
  const bad = unstorable(input);
  if (bad.length > 0) throw new Refused({ kind: 'invalid', code: 'kernel.invalid_input', params: { count: bad.length }, problems: bad });
  const caller = { ...callerOf(meta, context), onlyReads: route.method === 'GET', heard: context.heard ?? null };
  const work: Transact = (use) =>
    inWork(context.database, caller, async (work) =>
      // The session may outlive the account by a moment: a disabled one acts as nobody from its next request on.
      meta.access === 'signed-in' && work.actor.account === null ? notSignedIn : use(work),
    );
  const transact: Transact = meta.inTurn === true ? (use) => inTurn(() => work(use)) : work;
  // A secret is given once: kept for a repetition, it would lie in the database as plain text.
  const key = (route.method ?? 'POST') === 'POST' && meta.secret !== true ? context.idempotencyKey : null;
  if (key === null) return { transact, repeatable: null };
  const body = createHash('sha256').update(await canonical(input));
  return { transact, repeatable: { key, operation: path.join('.'), bodyHash: body.digest('hex') } };
}

async function fresh<O>(result: Promise<Result<O>>): Promise<Result<Given<O>>> {
  const done = await result;
  return done.ok ? ok({ value: done.value, replayed: false }) : done;
}

/** The one transaction of a request that has an effect. */
const settle = <O>(transact: Transact, repeatable: Repeatable | null, use: (work: Work) => Promise<Result<O>>): Promise<Result<Given<O>>> =>
  transact((work) => (repeatable === null ? fresh(use(work)) : once(work, repeatable, () => use(work))));

/** What leaves a procedure: the value with its headers noted, or a refusal thrown to the edge. */
function close<O>(context: HttpContext, result: Result<Given<O>>): Writable<O> {
  if (!result.ok) throw new Refused(result.refusal);
  if (result.value.replayed) context.reply.replayed = true;
  note(context, result.value.value);
  return result.value.value as Writable<O>;
}

/** Handlers that can be asked what is wrong and keep nothing. */
const checkable = new WeakSet<object>();
export const isCheckable = (handler: unknown): boolean =>
  typeof handler === 'object' || typeof handler === 'function' ? checkable.has(handler ?? {}) : false;

/** Does nothing that stays: a refusal takes back the whole transaction. */
const checked = { kind: 'invalid', code: 'kernel.invalid_input', problems: [] } as const satisfies Refusal;

type Prepare<I, P> = (transact: Transact, input: I) => Promise<Result<P>>;
type UsePrepared<I, P, O> = (work: Work, input: I, prepared: P) => Promise<Result<O>>;

/**
 * Makes a handler of a use case that fetches from elsewhere first: `prepare` may open transactions and holds none while it works; what
 * it finds goes to the use case, whose transaction alone has the effect. An answer given already is given again before anything is prepared.
 */
export const answerFetched =
  <I, P, O>(prepare: Prepare<I, P>, useCase: UsePrepared<I, P, O>) =>
  async (called: Called<I>): Promise<Writable<O>> => {
    const { input, context } = called;
    const { transact, repeatable } = await openRequest(called);
    const given = repeatable === null ? ok(null) : await transact((work) => givenBefore<O>(work, repeatable));
    if (!given.ok) return close<O>(context, given);
    if (given.value !== null) return close(context, ok(given.value));
    const prepared = await prepare(transact, input);
    if (!prepared.ok) return close<O>(context, prepared);
    return close(context, await settle(transact, repeatable, (work) => useCase(work, input, prepared.value)));
  };

/** Runs a use case and keeps nothing. */
const onlyChecked = <O>(transact: Transact, use: (work: Work) => Promise<Result<O>>): Promise<Result<Given<O>>> =>
  transact(async (work): Promise<Result<Given<O>>> => {
    const result = await use(work);
    return result.ok ? refuse(checked) : result;
  });

/** As `answerFetched`, of what is prepared here and leaves nothing, such as reading a file in a thread: it can be asked what is wrong. */
export const answerPrepared = <I, P, O>(prepare: Prepare<I, P>, useCase: UsePrepared<I, P, O>) => {
  const use = answerFetched(prepare, useCase);
  const handler = async (called: Called<I>): Promise<Writable<O>> => {
    const { input, context } = called;
    if (context.checksOnly !== true) return use(called);
    const { transact } = await openRequest(called);
    const prepared = await prepare(transact, input);
    if (!prepared.ok) return close<O>(context, prepared);
    return close(context, await onlyChecked(transact, (work) => useCase(work, input, prepared.value)));
  };
  checkable.add(handler);
  return handler;
};

/** As `answer`, of a use case that is told from which network it is asked (`HttpContext`). */
export const answerNetwork = <I, O>(useCase: (work: Work, input: I, network: string) => Promise<Result<O>>) => {
  const handler = async (called: Called<I>): Promise<Writable<O>> => {
    const { transact, repeatable } = await openRequest(called);
    const { context, input } = called;
    const use = (work: Work): Promise<Result<O>> => useCase(work, input, context.network);
    return close(context, await (context.checksOnly === true ? onlyChecked(transact, use) : settle(transact, repeatable, use)));
  };
  checkable.add(handler);
  return handler;
};

/** Makes a handler of a use case: `os.createEdition.handler(answer(createEdition))`. */
export const answer = <I, O>(useCase: (work: Work, input: I) => Promise<Result<O>>) =>
  answerNetwork<I, O>((work, input) => useCase(work, input));

/** Makes a handler of a reading that goes on outside its transactions, such as writing a file in a thread. */
export const answerOutside =
  <I, O>(useCase: (transact: Transact, input: I) => Promise<Result<O>>) =>
  async (called: Called<I>): Promise<Writable<O>> => {
    const { transact } = await openRequest(called);
    return close(called.context, await fresh(useCase(transact, called.input)));
  };

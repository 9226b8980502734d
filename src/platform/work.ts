// One unit of work: a transaction that carries the actor, the clock and the minting of ids.
import { CompiledQuery, sql } from 'kysely';
import { v7 } from 'uuid';
import type { Actor, Holder, Membership, Role } from '#kernel/actor.ts';
import type { AccountId, Id, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { Latest } from '#kernel/memory/latest.ts';
import { ok, type Refusal, type RefusalKind, type Result } from '#kernel/result.ts';
import type { JobPayload } from './jobs/sender.ts';
import type { Database, Tx } from './postgres/database.ts';
import { hear, hearAgain, type Heard } from './postgres/heard.ts';
import { actorChanged, sentAhead, sessionAhead } from './postgres/preparing-client.ts';

export interface Work {
  readonly tx: Tx;
  readonly actor: Actor;
  /** The instant the work began; the same through the whole transaction. */
  readonly now: Date;
  readonly newId: <K extends string>() => Id<K>;
  /** Sends a job that starts when this work commits; the payload holds ids only. */
  readonly enqueue: (job: string, payload: JobPayload) => Promise<void>;
  /** The version the caller saw (If-Match), null where none was asked for. */
  readonly expectedVersion: number | null;
  /** What a transaction that only reads has read (a cache that ends with it); null where it may write, and reads anew each time. */
  readonly memory: Map<unknown, unknown> | null;
  /** Where what was asked and answered is written down, if it is: whoever looks at the clock for more than the day tells it until when that holds. */
  readonly heard: Heard | null;
}

type Batch<I, T> = ReadonlyMap<I, T>;
type ById<I, T> = (work: Work, ids: readonly I[]) => Promise<Batch<I, T>>;

const rememberedBy = <I, T>({ memory }: Work, reader: ById<I, T>): Map<I, Promise<Batch<I, T>>> => {
  const known = (memory?.get(reader) ?? new Map()) as Map<I, Promise<Batch<I, T>>>;
  memory?.set(reader, known);
  return known;
};

/** What has been read in another way is not to be read once more by id. */
export function remember<I, T>(work: Work, reader: ById<I, T>, things: Batch<I, T>): void {
  for (const id of things.keys()) rememberedBy(work, reader).set(id, Promise.resolve(things));
}

/** As many turns of promises as helpers that ask beside each other come to it within; nothing is sent before the last of them (`read`). */
const turnsOfGathering = 8;

/** Of those who ask beside each other in one transaction one asks for all (as `dataloader` does it). */
function gathered<I, T>(load: ById<I, T>): ById<I, T> {
  const gathering = new WeakMap<object, { readonly ids: Set<I>; readonly batch: Promise<Batch<I, T>> }>();
  return (work, ids) => {
    const { memory } = work;
    if (memory === null) return load(work, ids);
    const wanted = gathering.get(memory)?.ids ?? new Set<I>();
    for (const id of ids) wanted.add(id);
    const begin = async (): Promise<Batch<I, T>> => {
      for (let turn = 0; turn < turnsOfGathering; turn++) await Promise.resolve();
      gathering.delete(memory);
      return load(work, [...wanted]);
    };
    const asked = gathering.get(memory) ?? { ids: wanted, batch: begin() };
    gathering.set(memory, asked);
    return asked.batch;
  };
}

/**
 * A reader of things by id, in one query whatever their number, which asks for each once as long as the transaction cannot change it; what
 * is not found is left out.
 */
export function rememberById<I extends string, T>(load: ById<I, T>): ById<I, T> {
  const loadTogether = gathered(load);
  const reader: ById<I, T> = async (work, ids) => {
    const known = rememberedBy(work, reader);
    const wanted = new Set(ids);
    const missing = [...wanted].filter((id) => !known.has(id));
    const loading = missing.length === 0 ? null : loadTogether(work, missing);
    if (loading !== null) for (const id of missing) known.set(id, loading);
    const batches = await Promise.all(new Set([...wanted].flatMap((id) => known.get(id) ?? [])));
    return new Map(batches.flatMap((batch) => [...batch].filter(([id]) => wanted.has(id))));
  };
  return reader;
}

/** Runs one transaction as a certain caller; slow work between two of them holds no connection. */
export type Transact = <T>(use: (work: Work) => Promise<Result<T>>) => Promise<Result<T>>;

/** Who asks, before the database has said which offices they belong to. */
export interface Caller {
  readonly account: AccountId | null;
  readonly language: Language;
  readonly requestId: string;
  readonly expectedVersion?: number | null;
  /** The session that brought the account, where it is yet to be confirmed that it lives. */
  readonly session?: string | null;
  /** Whether nothing is to be written: the database then refuses to. */
  readonly onlyReads?: boolean;
  /** Writes down what is asked and answered. */
  readonly heard?: Heard | null;
}

export const nobody = (language: Language = 'en'): Caller => ({ account: null, language, requestId: 'internal' });

/** Mints a UUIDv7. */
export const newId = <K extends string>(): Id<K> => v7() as Id<K>;

const tellAhead = ({ tx }: Work, reads: readonly OfficeId[], writes: readonly OfficeId[], isPublic = false) =>
  tx.executeQuery(CompiledQuery.raw(sentAhead, [`{${reads.join(',')}}`, `{${writes.join(',')}}`, isPublic]));

/** Makes the policies of the database take the transaction's actor for a member of these offices, until it is told otherwise. */
export async function bindOffices(work: Work, reads: readonly OfficeId[], writes: readonly OfficeId[]): Promise<void> {
  await tellAhead(work, reads, writes);
}

/** The same work under other rights, which the database has been told; what was read under the former ones is not remembered. */
export const underRightsOf = (work: Work, actor: Actor): Work => ({ ...work, actor, memory: work.memory === null ? null : new Map() });

/**
 * The same work as somebody who is not signed in: for pages that must show everybody the same, whoever asks. The rest of the
 * transaction has no right but the public's, by the database's own policies.
 */
export async function asPublic(work: Work): Promise<Work> {
  const { account, language, requestId } = work.actor;
  if (account === null) return work;
  await tellAhead(work, [], [], true);
  return underRightsOf(work, { account: null, holder: null, memberships: [], language, requestId });
}

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** The session that brought the account is over; nothing has been done. */
export class SessionOver extends Error {}

/** What the database said of who asks; `told` is the same in its own words. */
interface Begun {
  readonly account: AccountId | null;
  readonly holder: Holder | null;
  readonly offices: readonly OfficeId[];
  readonly roles: readonly Role[];
  readonly told: string;
}

/** As whom sessions acted last (a cache): each transaction has the database say whether that is still so. */
const lastBegun = new Latest<string, Begun>(10_000);

/** Makes the database itself derive the actor's offices from the account and bind them to this transaction. Nobody has none, and needs no asking. */
async function begin(tx: Tx, { account, session = null, onlyReads = false }: Caller): Promise<Begun | null> {
  if (session === null && account === null) return null;
  const known = session === null || !onlyReads ? undefined : lastBegun.get(session);
  if (session !== null && known !== undefined) {
    lastBegun.set(session, known);
    await tx.executeQuery(CompiledQuery.raw(sessionAhead, [session, account, known.told]));
    return known;
  }
  const asked =
    session === null
      ? sql`platform.begin_actor(${sql.lit(account)})`
      : sql`platform.begin_session(${sql.lit(session)}, ${sql.lit(account)})`;
  const { rows } = await sql<Begun>`select account, holder, offices, roles, begun::text as told from ${asked} begun`.execute(tx);
  const begun = rows[0] ?? null;
  if (session !== null && (begun?.account ?? null) === null) throw new SessionOver('the session is over');
  if (session !== null && begun !== null) lastBegun.set(session, begun);
  return begun;
}

async function beginActor(tx: Tx, caller: Caller): Promise<Actor> {
  const begun = await begin(tx, caller);
  const memberships: readonly Membership[] = (begun?.offices ?? []).map((office, i) => ({
    office,
    role: begun?.roles[i] ?? 'viewer',
  }));
  const { language, requestId } = caller;
  return { account: begun?.account ?? null, holder: begun?.holder ?? null, memberships, language, requestId };
}

/** Two transactions that waited for each other, could not be put in an order, or entered the same at once: tried once more, the second nearly always passes. */
const passing = new Set(['40P01', '40001', '23505', '25P02', actorChanged]);

const codeOf = (fault: unknown): string => (typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '');

/**
 * Refusals that a race can bring about: a statement reads what is committed by then (read committed), so somebody else's change may come
 * between two of them, and what is half of before and half of after is refused with a word that fits neither.
 */
const racing = new Set<RefusalKind>(['not_found', 'conflict', 'stale']);

/**
 * Runs `use` in one transaction as the caller. A refusal rolls back and is returned; a fault rolls back and is thrown.
 * After a deadlock or the like, and after a refusal that may come of a race, everything is run once more from the beginning: then it is
 * answered as if the other had come before. So `use` must have no effect outside its transaction.
 */
export async function inWork<T>(database: Database, caller: Caller, use: (work: Work) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const result = await runOnce(database, caller, use);
    if (result.ok || caller.onlyReads === true || !racing.has(result.refusal.kind)) return result;
  } catch (fault) {
    if (!passing.has(codeOf(fault))) throw fault;
    if (codeOf(fault) === actorChanged) lastBegun.delete(caller.session ?? '');
  }
  return runOnce(database, caller, use);
}

async function runOnce<T>(database: Database, caller: Caller, use: (work: Work) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const { onlyReads = false, heard = null } = caller;
    const transaction = (onlyReads ? database.looks : database.app).transaction();
    const sent = new Set<string>();
    const done = await (onlyReads ? transaction.setAccessMode('read only') : transaction).execute(async (tx) => {
      const actor = await beginActor(tx, caller);
      const now = new Date();
      heard?.begin(actor, now);
      if (heard !== null) await tx.executeQuery(CompiledQuery.raw(hear, [heard]));
      const result = await use({
        tx,
        actor,
        now,
        newId,
        enqueue: async (job, payload) => {
          await database.jobs.send(tx, job, payload);
          sent.add(job);
        },
        expectedVersion: caller.expectedVersion ?? null,
        memory: onlyReads ? new Map() : null,
        heard,
      });
      if (result.ok) return result;
      // Who is refused before anything was asked is refused as who they are now.
      if (onlyReads) await sql`select`.execute(tx);
      throw new RolledBack(result.refusal);
    });
    database.jobs.wake(sent);
    return done;
  } catch (fault) {
    if (fault instanceof RolledBack) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}

/** Whether the database would say all that was heard before once more, to the same asker on the same day. */
export async function saysAgain(database: Database, caller: Caller, before: Heard): Promise<boolean> {
  const asked = await inWork(database, caller, async ({ tx, actor, now }) => {
    if (!before.isOf(actor, now)) return ok(false);
    const { rows } = await tx.executeQuery<{ readonly isSaid: boolean }>(CompiledQuery.raw(hearAgain, [before]));
    return ok(rows[0]?.isSaid === true);
  });
  return asked.ok && asked.value;
}

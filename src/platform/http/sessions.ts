// Sessions that were found before (a cache): whoever reads on is not looked up once more, but confirmed by the database where the work begins (`work.ts`).
import type { AccountId } from '#kernel/ids.ts';
import { Latest } from '#kernel/memory/latest.ts';

/** A session that lives: its id, which opens nothing, and whose it is. */
export interface Session {
  readonly id: string;
  readonly account: AccountId;
}

export interface Sessions {
  /** Looks up whose session it is; `by` is its cookie's digest. */
  readonly find: (by: string, headers: Headers) => Promise<Session | null>;
  /** The session as it was found before. It may be over since: whoever relies on it has the database confirm it (`begin_session`). */
  readonly recall: (by: string) => Session | null;
}

export function createSessions(sessionOf: (headers: Headers) => Promise<Session | null>): Sessions {
  const known = new Latest<string, Session>(10_000);
  return {
    find: async (by, headers) => {
      const session = await sessionOf(headers);
      if (session === null) known.delete(by);
      else known.set(by, session);
      return session;
    },
    recall: (by) => known.get(by) ?? null,
  };
}

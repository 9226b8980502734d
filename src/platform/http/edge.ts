// Who may come in: decided by route, session and what is worked on already, before the body of a request is touched.
import type { HttpBindings } from '@hono/node-server';
import type { BlockList } from 'node:net';
import type { Holder, Reach } from '#kernel/actor.ts';
import type { AccountId } from '#kernel/ids.ts';
import { languageOf } from '#kernel/writing/in-languages.ts';
import type { Refusal } from '#kernel/result.ts';
import type { EdgeContext } from './access.ts';
import { createGate, holderBy, type Gate, type Stay } from './gate.ts';
import { networkOf } from './network.ts';
import { problemReply, waiting, type Say } from './problems.ts';
import { createSessions, type Session, type Sessions } from './sessions.ts';
import { createTokens, forgetLink, linkOf, tokenOf, type OpenedToken } from './tokens.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** How large a body may be: a file, what somebody signed in writes, what anybody writes. */
export const bodySizes = { file: 21 * megabyte, written: 2 * megabyte, anonymous: 64 * kilobyte } as const;

const busy: Refusal = { kind: 'busy', code: 'kernel.busy', params: { seconds: 5 } };

export interface EdgeParts {
  readonly say: Say;
  readonly sessionOf: (headers: Headers) => Promise<Session | null>;
  readonly openToken: (token: string) => Promise<OpenedToken>;
  /** Requests per second of one holder; 0 counts nobody. */
  readonly rate: number;
  /** Whose X-Forwarded-For is believed. */
  readonly proxies: BlockList;
  readonly origin: string;
}

/** Who asks: an account, or a network of which nobody has a session; `holder` is whose requests are counted together. */
export interface Asker {
  readonly account: AccountId | null;
  readonly by: Holder | null;
  readonly reach: Reach | null;
  readonly holder: string;
  /** Where the session was recalled only: its id, by which the work's first statement confirms it (`Caller.session`). */
  readonly session: string | null;
}

/** Whoever has neither session nor token. */
export const nobodyAsks = { account: null, by: null, reach: null, session: null } as const;

/** Whether a session may be recalled instead of looked up. */
export interface Recalling {
  readonly recalls: boolean;
}

export interface Edge {
  readonly refuse: (c: EdgeContext, refusal: Refusal) => Response;
  readonly network: (c: EdgeContext) => string;
  /** Works on a request of a holder, or refuses it: 429 where they ask too much, 503 where everybody together does. */
  readonly within: (c: EdgeContext, holder: string, use: (stay: Stay) => Promise<Response>) => Promise<Response>;
  /**
   * The same for whoever has the token or the session of this request, else for their network. A token that opens nothing is refused.
   * `recalling`: a session that was found lately is not looked up again; `use` has it confirmed.
   */
  readonly asAsker: (c: EdgeContext, use: (asker: Asker, stay: Stay) => Promise<Response>, recalling?: Recalling) => Promise<Response>;
  /** The same for whoever has a secret address. Those that open nothing are counted by network, so that nobody tries them out. */
  readonly asLink: (c: EdgeContext, use: () => Promise<Response>) => Promise<Response>;
  /** Why a personal link opens nothing, or null: it does. */
  readonly openLink: (c: EdgeContext, token: string) => Promise<Refusal | null>;
  /** Makes room for the body; the refusal where it is larger than allowed, or all bodies together are. */
  readonly takeBody: (c: EdgeContext, stay: Stay, most: number) => Promise<Refusal | null>;
}

const hasCookie = (c: EdgeContext): boolean => c.req.header('cookie')?.includes('session_token') === true;

/** Whether a request brings a session or a token, whatever it is worth. */
export const hasSession = (c: EdgeContext): boolean => hasCookie(c) || tokenOf(c) !== null || linkOf(c) !== null;

/** Nothing where the application was called by a test, in its own process. */
const connectionOf = (c: EdgeContext) => ((c.env ?? {}) as Partial<HttpBindings>).incoming;

const tooLarge = (most: number): Refusal => ({
  kind: 'too_large',
  code: 'kernel.too_large',
  params: { megabytes: Math.round((100 * most) / megabyte) / 100 },
});

/** A body whose length is told needs room only; of another the bytes are counted as they come. */
async function takeBody(c: EdgeContext, stay: Stay, most: number): Promise<Refusal | null> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return null;
  // Over a connection a request that tells neither has no body; touching it would use it up.
  const untold = connectionOf(c) === undefined ? undefined : '0';
  const told = c.req.header('transfer-encoding') === undefined ? (c.req.header('content-length') ?? untold) : undefined;
  if (told !== undefined) {
    if (!(Number(told) <= most)) return tooLarge(most);
    return stay.hold(Number(told)) ? null : busy;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // Not iterated over: leaving the loop would cut the connection before the answer.
  const reader = c.req.raw.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.length;
    if (size > most) return tooLarge(most);
    if (!stay.hold(part.value.length)) return busy;
    parts.push(part.value);
  }
  if (size > 0) c.req.raw = new Request(c.req.raw, { body: Buffer.concat(parts) });
  return null;
}

/** Finds out who asks, by token or session, and works on the request as theirs. */
function askers({
  sessions,
  tokens,
  secure,
  gate,
  refuse,
  tooMany,
  network,
  within,
}: Pick<Edge, 'refuse' | 'network' | 'within'> & {
  readonly sessions: Sessions;
  readonly gate: Gate;
  readonly tokens: ReturnType<typeof createTokens>;
  readonly secure: boolean;
  readonly tooMany: (c: EdgeContext, seconds: number) => Response;
}): Edge['asAsker'] {
  const asToken = async (c: EdgeContext, token: string, use: Parameters<Edge['asAsker']>[1]): Promise<Response> => {
    const opened = await tokens.open(token, network(c));
    if (opened.state === 'waits') return tooMany(c, opened.seconds);
    if (opened.state !== 'valid') {
      const answer = refuse(c, { kind: 'unauthenticated', code: `kernel.token_${opened.state}` });
      answer.headers.set('www-authenticate', 'Bearer realm="Hansa", error="invalid_token"');
      return answer;
    }
    // A personal link has an account of its own: a hall behind one address is as many holders as it has links.
    const { account, by, reach } = opened;
    c.get('seen').holder = by;
    const holder = `account ${account}`;
    const answer = await within(c, holder, (stay) => use({ account, by, reach, holder, session: null }, stay));
    if (answer.status === 429) await tokens.rest(token, await gate.wait(holder));
    return answer;
  };

  return async (c, use, { recalls } = { recalls: false }) => {
    const token = tokenOf(c);
    if (token !== null) return asToken(c, token, use);
    const cookie = c.req.header('cookie') ?? '';
    const bySession = hasCookie(c) ? holderBy('session', cookie) : null;
    // An account that has asked too much is told so by its cookie, before the database is asked whose that is.
    const waiting = bySession === null ? 0 : await gate.wait(bySession);
    if (waiting > 0) return tooMany(c, waiting);
    const recalled = bySession === null || !recalls ? null : sessions.recall(bySession);
    const session = recalled ?? (bySession === null ? null : await sessions.find(bySession, c.req.raw.headers));
    const account = session?.account ?? null;
    const holder = account === null ? network(c) : `account ${account}`;
    // A session goes before a link that was opened here once; a link that opens nothing is forgotten with the answer that says so.
    const link = account === null ? linkOf(c) : null;
    if (link !== null) {
      const answer = await asToken(c, link, use);
      if (answer.status === 401) answer.headers.append('set-cookie', forgetLink(secure));
      return answer;
    }
    if (account !== null) c.get('seen').holder = 'session';
    const by = account === null ? null : 'person';
    const answer = await within(c, holder, (stay) => use({ account, by, reach: null, holder, session: recalled?.id ?? null }, stay));
    if (bySession !== null && account !== null && answer.status === 429) await gate.block(bySession, await gate.wait(holder));
    return answer;
  };
}

export function createEdge({ say, sessionOf, openToken, rate, proxies, origin }: EdgeParts): Edge {
  const gate = createGate(rate);

  const refuse: Edge['refuse'] = (c, refusal) => {
    const language = languageOf(c.req.header('accept-language'));
    const reply = problemReply(say, language, refusal);
    const headers = {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'content-language': language,
      ...waiting(reply),
    };
    return new Response(JSON.stringify(reply), { status: reply.status, headers });
  };
  const tooMany = (c: EdgeContext, seconds: number): Response =>
    refuse(c, { kind: 'too_many', code: 'kernel.too_many', params: { seconds } });

  const network: Edge['network'] = (c) =>
    networkOf(connectionOf(c)?.socket.remoteAddress ?? '127.0.0.1', c.req.header('x-forwarded-for'), proxies);

  const within: Edge['within'] = async (c, holder, use) => {
    const seconds = await gate.count(holder);
    if (seconds > 0) return tooMany(c, seconds);
    const stay = gate.enter();
    if (stay === null) return refuse(c, busy);
    try {
      return await use(stay);
    } finally {
      stay.leave();
    }
  };

  const tokens = createTokens(openToken, gate);
  const asAsker = askers({
    sessions: createSessions(sessionOf),
    tokens,
    secure: origin.startsWith('https:'),
    gate,
    refuse,
    tooMany,
    network,
    within,
  });

  const openLink: Edge['openLink'] = async (c, token) => {
    const opened = await tokens.open(token, network(c));
    if (opened.state === 'waits') return { kind: 'too_many', code: 'kernel.too_many', params: { seconds: opened.seconds } };
    if (opened.state === 'valid' && opened.by === 'link') return null;
    return { kind: 'unauthenticated', code: `kernel.token_${opened.state === 'valid' ? 'unknown' : opened.state}` };
  };

  const asLink: Edge['asLink'] = async (c, use) => {
    c.get('seen').holder = 'link';
    const guesses = `guesses ${network(c)}`;
    const waiting = await gate.wait(guesses);
    if (waiting > 0) return tooMany(c, waiting);
    const answer = await within(c, holderBy('link', c.req.path), use);
    if (answer.status === 404) await gate.count(guesses);
    return answer;
  };

  return { refuse, network, within, asAsker, asLink, openLink, takeBody };
}

// The HTTP server: health, sign-in routes, the API, extra doors of modules, and the built pages.
import { hash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import type { AccountId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { languageOf } from '#kernel/writing/in-languages.ts';
import type { ProcedureMeta } from '#kernel/procedure.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Logger } from '../logging/logger.ts';
import type { Metrics } from '../logging/metrics.ts';
import type { Database } from '../postgres/database.ts';
import { SentenceError } from '../sentence-error.ts';
import { watched, type EdgeContext, type EdgeEnv } from './access.ts';
import type { Api, Route } from './api.ts';
import { bodySizes, createEdge, hasSession, nobodyAsks, type Asker, type Edge, type EdgeParts } from './edge.ts';
import type { Stay } from './gate.ts';
import { compressed, type Freshness } from './kept-answers.ts';
import { addLinkDoor } from './link-door.ts';
import { addPages, type PageParts } from './pages.ts';
import { faultReply, waiting } from './problems.ts';
import { refusalBefore, type HttpContext } from './procedure.ts';
import { fromElsewhere, securityHeaders } from './security.ts';

/** A route of a module that is no procedure: a calendar feed, a file. `path` is Hono's form. */
export interface Door {
  readonly path: string;
  /** `by-address`: to whoever has its address, which is a secret; `to-asker`: to a session; `to-all`: the same to everybody. */
  readonly opens: 'by-address' | 'to-asker' | 'to-all';
  readonly open: (
    request: Request,
    params: Readonly<Record<string, string>>,
    context: { readonly language: Language; readonly account: AccountId | null },
  ) => Promise<Response>;
}

/** A page that works without any script: opened by its address, and filled in by a form that is sent to the same address. It is kept nowhere. */
export interface FormPage {
  readonly path: string;
  /** `sent`: what the form holds, null where the page is opened; `ask` answers a call of the API as anybody may have it. */
  readonly show: (
    request: Request,
    sent: FormData | null,
    ask: (language: Language, request: Request) => Promise<Response>,
  ) => Promise<{ readonly html: string; readonly status: 200 | 400 | 404 | 409 | 429 }>;
}

export interface ServerParts extends EdgeParts, PageParts {
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly signIn: (request: Request, network: string) => Promise<Response>;
  readonly api: Api;
  readonly openApi: () => Promise<unknown>;
  readonly reference: (language: Language) => Promise<string>;
  readonly doors: readonly Door[];
  readonly forms: readonly FormPage[];
  /** Whether the page at this path may use the camera. */
  readonly usesCamera: (path: string) => boolean;
  /** Opens /metrics; null keeps it shut. */
  readonly metricsToken: string | null;
  readonly accessLog: boolean;
}

const versionOf = (header: string | undefined): number | null => {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? '');
  return match?.[1] === undefined ? null : Number(match[1]);
};

const languageFor = (c: EdgeContext): Language => languageOf(c.req.header('accept-language'));

/** What the programs themselves decide: as long as they run. */
const lasting: Freshness = { milliseconds: Infinity, untilWritten: false };

function addOperations(app: Hono<EdgeEnv>, { database, metrics, metricsToken }: ServerParts): void {
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/ready', async (c) => {
    try {
      await database.appPool.query('select 1');
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database unreachable' }, 503);
    }
  });
  app.get('/metrics', async (c) => {
    const [given, wanted] = [c.req.header('authorization') ?? '', `Bearer ${metricsToken ?? ''}`].map((text) =>
      hash('sha256', text, 'buffer'),
    );
    const known = metricsToken !== null && given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
    return known ? c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }) : c.notFound();
  });
}

/** Says of an answer that everybody gets the same; each use asks whether it is still so. */
function openly(response: Response): Response {
  if (response.status !== 200) return response;
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'no-cache');
  headers.set('vary', 'accept-language, cookie, authorization');
  return new Response(response.body, { status: 200, headers });
}

/** Refuses a body of another type than a procedure reads: it would be taken for a file whose properties are fields. */
function unreadable(c: EdgeContext, { takesFile = false }: ProcedureMeta): Refusal | null {
  const isEmpty = Number(c.req.header('content-length') ?? 0) === 0 && c.req.header('transfer-encoding') === undefined;
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  // An empty body of another type is a file as well, and an empty one.
  if (isEmpty && (type === '' || c.req.method === 'GET')) return null;
  return type === 'application/json' || (takesFile && type === 'multipart/form-data')
    ? null
    : { kind: 'unsupported', code: takesFile ? 'kernel.unsupported_file' : 'kernel.unsupported' };
}

/**
 * A page tells whom it shows. Where another letter or session has taken the place of that in the same browser, nothing is done for anybody; who is
 * here now is told all the same.
 */
const holderChanged = (c: EdgeContext, { operation }: Pick<Route, 'operation'>, account: AccountId | null): Refusal | null => {
  const shown = c.req.header('hansa-holder');
  const isOther = shown !== undefined && account !== null && shown !== account && operation !== 'accounts.getSession';
  return isOther ? { kind: 'conflict', code: 'kernel.holder_changed' } : null;
};

/** Answers procedures: the same for all who have no session, kept some seconds; each session its own, never kept. */
function answering({ api, keeper, keptMs, database }: ServerParts, edge: Edge) {
  const freshness: Freshness = { milliseconds: keptMs, untilWritten: true };
  const contextOf = (c: EdgeContext, { account, by, reach, session }: Omit<Asker, 'holder'>): HttpContext => ({
    database,
    account,
    session,
    holder: by,
    reach,
    language: languageFor(c),
    requestId: randomUUID(),
    network: edge.network(c),
    ifMatch: versionOf(c.req.header('if-match')),
    idempotencyKey: c.req.header('idempotency-key')?.slice(0, 200) ?? null,
    reply: {},
  });
  const respond = async (c: EdgeContext, context: HttpContext): Promise<Response> => {
    const response = await api.respond(c.req.raw, context);
    if (context.reply.incident !== undefined) c.get('seen').incident = context.reply.incident;
    return response;
  };
  return async (c: EdgeContext): Promise<Response> => {
    const { pathname, search } = new URL(c.req.url);
    const route = await api.routeOf(c.req.method, pathname);
    if (route === null) return edge.refuse(c, { kind: 'not_found', code: 'kernel.not_found' });
    c.get('seen').route = route.operation;
    const reads = c.req.method === 'GET';
    if (reads && route.meta.access === 'public' && route.meta.unkept !== true && !hasSession(c)) {
      const asked = { request: c.req.raw, key: `${languageFor(c)} ${pathname}${search}`, freshness };
      const make = async (): Promise<Response> => openly(await respond(c, contextOf(c, nobodyAsks)));
      return keeper.standing(asked) ?? edge.within(c, edge.network(c), () => keeper.answer(asked, make));
    }
    const answer = async (context: HttpContext, stay: Stay): Promise<Response> => {
      const { account } = context;
      const most = route.meta.takesFile === true ? bodySizes.file : account === null ? bodySizes.anonymous : bodySizes.written;
      const refusal =
        holderChanged(c, route, account) ??
        refusalBefore({ ...route, reads }, context) ??
        unreadable(c, route.meta) ??
        (await edge.takeBody(c, stay, most));
      if (refusal !== null) return edge.refuse(c, refusal);
      const response = await respond(c, context);
      if (!reads && response.ok) keeper.forget();
      return compressed(c.req.raw, response, context.reply.text);
    };
    let isOver = false;
    const recalled = await edge.asAsker(
      c,
      async (asker, stay) => {
        const context = contextOf(c, asker);
        const response = await answer(context, stay);
        isOver = context.reply.sessionOver === true;
        return response;
      },
      // A request that changes something has a body, which is read once.
      { recalls: reads },
    );
    return isOver ? edge.asAsker(c, (asker, stay) => answer(contextOf(c, asker), stay)) : recalled;
  };
}

/** Answers calls within the server as anybody may have them, whoever the page is for. */
function askAsNobody({ api, database }: ServerParts, language: Language): (request: Request) => Promise<Response> {
  return (request) =>
    api.respond(request, {
      ...{ database, account: null, session: null, holder: null, reach: null, language },
      ...{ requestId: randomUUID(), network: 'within', ifMatch: null, idempotencyKey: null, reply: {} },
    });
}

function addApi(app: Hono<EdgeEnv>, parts: ServerParts, edge: Edge): void {
  const { keeper } = parts;
  const ours: MiddlewareHandler<EdgeEnv, string> = (c, next) =>
    fromElsewhere(c.req.raw, parts.origin) ? Promise.resolve(edge.refuse(c, { kind: 'forbidden', code: 'kernel.foreign_origin' })) : next();
  app.use('/api/*', ours);
  app.all('/api/auth/*', (c) => {
    c.get('seen').route = 'sign-in';
    return edge.within(c, edge.network(c), async (stay) => {
      const refusal = await edge.takeBody(c, stay, bodySizes.anonymous);
      return refusal === null ? parts.signIn(c.req.raw, edge.network(c)) : edge.refuse(c, refusal);
    });
  });
  addLinkDoor(app, edge, parts.origin);
  app.get('/api/openapi.json', (c) =>
    keeper.answer({ request: c.req.raw, key: 'openapi', freshness: lasting }, async () => c.json(await parts.openApi())),
  );
  app.get('/api/reference', (c) => {
    const language = languageOf(c.req.query('lang') ?? c.req.header('accept-language'));
    const asked = { request: c.req.raw, key: `reference ${language}`, freshness: lasting };
    return keeper.answer(asked, async () => c.html(await parts.reference(language)));
  });
  app.all('/api/v1/*', answering(parts, edge));
  app.all('/api/*', (c) => edge.refuse(c, { kind: 'not_found', code: 'kernel.not_found' }));
  for (const door of parts.doors)
    app.get(door.path, (c) => {
      c.get('seen').route = door.path;
      const open = (account: AccountId | null): Promise<Response> =>
        door.open(c.req.raw, c.req.param(), { language: languageFor(c), account });
      if (door.opens === 'to-all') return open(null);
      if (door.opens === 'by-address') return edge.asLink(c, () => open(null));
      return edge.asAsker(c, ({ account, by }) =>
        by === 'key' ? Promise.resolve(edge.refuse(c, { kind: 'forbidden', code: 'kernel.token_for_api' })) : open(account),
      );
    });
}

/** What a form sends has no secret in its address; what comes of another site's form is nothing. */
function addForms(app: Hono<EdgeEnv>, parts: ServerParts, edge: Edge): void {
  for (const { path, show } of parts.forms) {
    const reply = async (c: EdgeContext, sent: FormData | null): Promise<Response> => {
      const { html, status } = await show(c.req.raw, sent, (language, request) => askAsNobody(parts, language)(request));
      return c.html(html, status, { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
    };
    app.on(['GET', 'POST'], path, (c) => {
      c.get('seen').route = path;
      if (fromElsewhere(c.req.raw, parts.origin)) return edge.refuse(c, { kind: 'forbidden', code: 'kernel.foreign_origin' });
      return edge.within(c, edge.network(c), async (stay) => {
        if (c.req.method !== 'POST') return reply(c, null);
        // A form with a paper is as large as what the API takes of anybody with one.
        const hasFile = (c.req.header('content-type') ?? '').startsWith('multipart/form-data');
        const refusal = await edge.takeBody(c, stay, hasFile ? bodySizes.file : bodySizes.anonymous);
        if (refusal !== null) return edge.refuse(c, refusal);
        const sent = await c.req.raw.formData().catch((): null => null);
        if (sent === null) return edge.refuse(c, { kind: 'unsupported', code: 'kernel.unsupported' });
        const answer = await reply(c, sent);
        if (answer.ok) parts.keeper.forget();
        return answer;
      });
    });
  }
}

/** All routes of the server as one fetch function. */
export function createApp(parts: ServerParts): Hono<EdgeEnv> {
  const app = new Hono<EdgeEnv>();
  const edge = createEdge(parts);
  app.use('*', watched(parts.logger, parts.metrics, parts.accessLog));
  app.use('*', securityHeaders(parts.origin.startsWith('https:'), parts.usesCamera));
  app.onError((fault, c) => {
    const incident = randomUUID();
    const seen = c.get('seen');
    seen.incident = incident;
    parts.logger.error({ err: fault, incident, route: seen.route }, 'fault');
    parts.metrics.fault();
    const reply = faultReply(parts.say, languageOf(c.req.header('accept-language')), incident, fault);
    return new Response(JSON.stringify(reply), {
      status: reply.status,
      headers: { 'content-type': 'application/problem+json', ...waiting(reply) },
    });
  });
  addOperations(app, parts);
  addApi(app, parts, edge);
  addForms(app, parts, edge);
  addPages(app, parts, edge, (language) => askAsNobody(parts, language));
  return app;
}

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets running requests end, then closes. */
  readonly close: () => Promise<void>;
}

/** A body of that size is read to its end although it was refused, so that simple programs come to the answer. */
const READ_ANYWAY = 1024 * 1024;
const LINGER_MS = 2000;
/** Longer than proxies and programs keep an idle connection (keep-alive): closed by us just as they use it again, the request would be lost. */
const IDLE_MS = 75_000;

/** A large body that was refused is not read: whoever still sends it has a moment to read why, then the connection ends. */
function lingering(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.once('finish', () => {
    if (incoming.complete || Number(incoming.headers['content-length'] ?? Infinity) <= READ_ANYWAY) return;
    incoming.pause();
    setTimeout(() => incoming.socket.destroy(), LINGER_MS).unref();
  });
}

/**
 * Listens.
 * @throws SentenceError when the port is taken
 */
export function listen(app: Hono<EdgeEnv>, port: number, hostname: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname, autoCleanupIncoming: false }, (address) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeIdleConnections' in server) server.closeIdleConnections();
            setTimeout(() => {
              if ('closeAllConnections' in server) server.closeAllConnections();
            }, 2000).unref();
          }),
      });
    });
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = IDLE_MS;
    server.on('request', lingering);
    server.on('error', (fault: NodeJS.ErrnoException) => {
      reject(
        fault.code === 'EADDRINUSE'
          ? new SentenceError(`Port ${port} is taken by another program: end it, or choose another with PORT=4001 npm start.`)
          : fault,
      );
    });
  });
}

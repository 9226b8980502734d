// The HTTP server: health, sign-in routes, the API, extra doors of modules, and the built pages.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { serve, type HttpBindings } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type Context, type Handler, type MiddlewareHandler } from 'hono';
import type { BlankEnv } from 'hono/types';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { AccountId } from '#kernel/ids.ts';
import { languageOf, type Language } from '#kernel/language.ts';
import type { Refusal } from '#kernel/result.ts';
import type { Logger } from '../logging/logger.ts';
import type { Metrics } from '../logging/metrics.ts';
import type { Database } from '../postgres/database.ts';
import { SentenceError } from '../sentence-error.ts';
import { faultReply, problemReply, statusOf, type Say } from './problems.ts';
import type { HttpContext } from './procedure.ts';
import { fromElsewhere, securityHeaders } from './security.ts';

/** A route of a module that is no procedure: a calendar feed, a file. `path` is Hono's form. */
export interface Door {
  readonly path: string;
  readonly open: (
    request: Request,
    params: Readonly<Record<string, string>>,
    context: { readonly language: Language; readonly account: AccountId | null },
  ) => Promise<Response>;
}

export interface ServerParts {
  readonly database: Database;
  readonly origin: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly say: Say;
  readonly signIn: (request: Request) => Promise<Response>;
  readonly accountOf: (headers: Headers) => Promise<AccountId | null>;
  readonly api: (c: Context<BlankEnv, string>, context: HttpContext) => Promise<Response | null>;
  readonly openApi: () => Promise<unknown>;
  readonly reference: (language: Language) => Promise<string>;
  readonly doors: readonly Door[];
  /** Folder of the built pages. */
  readonly pages: string;
  /** Says in the page's head what a public page is about. */
  readonly fillHead: (html: string, path: string, language: Language) => Promise<string>;
}

/** Hono narrows a context by its path; what we read of it is the same everywhere. */
type AnyContext = Context<BlankEnv, string>;

const megabyte = 1024 * 1024;
const limitOf = (c: AnyContext): number => (c.req.header('content-type')?.startsWith('multipart/') === true ? 21 : 2);

const refused = (c: AnyContext, say: Say, refusal: Refusal): Response => {
  const reply = problemReply(say, languageOf(c.req.header('accept-language')), refusal);
  return new Response(JSON.stringify(reply), {
    status: statusOf(refusal.kind),
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  });
};

const versionOf = (header: string | undefined): number | null => {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header?.trim() ?? '');
  return match?.[1] === undefined ? null : Number(match[1]);
};

/** Asked for by a program of this machine, not by the proxy on behalf of somebody else. */
function fromThisMachine(c: AnyContext): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'via'].some((name) => c.req.header(name) !== undefined);
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  // Without a connection the application was called by a test, in this very process.
  const address = incoming?.socket.remoteAddress ?? '127.0.0.1';
  return !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

function addOperations(app: Hono, { database, metrics }: ServerParts): void {
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.get('/ready', async (c) => {
    try {
      await database.appPool.query('select 1');
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database unreachable' }, 503);
    }
  });
  app.get('/metrics', async (c) =>
    fromThisMachine(c) ? c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }) : c.notFound(),
  );
}

function addApi(app: Hono, parts: ServerParts): void {
  const { say } = parts;
  const ours: MiddlewareHandler<BlankEnv, string> = (c, next) =>
    fromElsewhere(c.req.raw, parts.origin)
      ? Promise.resolve(refused(c, say, { kind: 'forbidden', code: 'kernel.foreign_origin' }))
      : next();
  const small: MiddlewareHandler<BlankEnv, string> = (c, next) => {
    const megabytes = limitOf(c);
    const onError = (): Response => refused(c, say, { kind: 'too_large', code: 'kernel.too_large', params: { megabytes } });
    return bodyLimit({ maxSize: megabytes * megabyte, onError })(c, next);
  };
  app.use('/api/*', ours, small);
  app.all('/api/auth/*', (c) => parts.signIn(c.req.raw));
  app.get('/api/openapi.json', async (c) => c.json((await parts.openApi()) as Record<string, unknown>));
  app.get('/api/reference', async (c) => c.html(await parts.reference(languageOf(c.req.query('lang') ?? c.req.header('accept-language')))));
  const answered: Handler<BlankEnv, string> = async (c) => {
    const context: HttpContext = {
      database: parts.database,
      account: await parts.accountOf(c.req.raw.headers),
      language: languageOf(c.req.header('accept-language')),
      requestId: randomUUID(),
      ifMatch: versionOf(c.req.header('if-match')),
      idempotencyKey: c.req.header('idempotency-key')?.slice(0, 200) ?? null,
      reply: {},
    };
    return (await parts.api(c, context)) ?? refused(c, say, { kind: 'not_found', code: 'kernel.not_found' });
  };
  const unknown: Handler<BlankEnv, string> = (c) => refused(c, say, { kind: 'not_found', code: 'kernel.not_found' });
  // The one answer that is large: every tie of the world.
  app.use('/api/v1/tie-map', compress());
  app.all('/api/v1/*', answered);
  app.all('/api/*', unknown);
  for (const door of parts.doors)
    app.get(door.path, async (c) =>
      door.open(c.req.raw, c.req.param() as Record<string, string>, {
        language: languageOf(c.req.header('accept-language')),
        account: await parts.accountOf(c.req.raw.headers),
      }),
    );
}

function addPages(app: Hono, { pages, fillHead }: ServerParts): void {
  const root = relative(process.cwd(), pages) || '.';
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.status === 200) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable');
  });
  app.use('*', serveStatic({ root, precompressed: true, index: 'none' }));
  app.get('*', async (c) => {
    if (c.req.path.startsWith('/assets/')) return c.notFound();
    const shell = join(pages, 'index.html');
    if (!existsSync(shell)) return c.text('The pages are not built yet: run "npm start" once.', 503);
    const html = await fillHead(await readFile(shell, 'utf8'), c.req.path, languageOf(c.req.header('accept-language')));
    return c.html(html, 200, { 'cache-control': 'no-cache', vary: 'accept-language' });
  });
}

/** All routes of the server as one fetch function. */
export function createApp(parts: ServerParts): Hono {
  const app = new Hono();
  app.use('*', securityHeaders(parts.origin.startsWith('https:')));
  app.onError((fault, c) => {
    const incident = randomUUID();
    parts.logger.error({ err: fault, incident, path: c.req.path.replace(/^\/feeds\/.*/, '/feeds/…') }, 'fault');
    parts.metrics.fault();
    const reply = faultReply(parts.say, languageOf(c.req.header('accept-language')), incident);
    return new Response(JSON.stringify(reply), { status: 500, headers: { 'content-type': 'application/problem+json' } });
  });
  addOperations(app, parts);
  addApi(app, parts);
  addPages(app, parts);
  return app;
}

export interface Listening {
  readonly port: number;
  /** Takes no new connection, lets running requests end, then closes. */
  readonly close: () => Promise<void>;
}

/**
 * Listens.
 * @throws SentenceError when the port is taken
 */
export function listen(app: Hono, port: number, hostname: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address) => {
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
    server.on('error', (fault: NodeJS.ErrnoException) => {
      reject(
        fault.code === 'EADDRINUSE'
          ? new SentenceError(`Port ${port} is taken by another program: end it, or choose another with PORT=4001 npm start.`)
          : fault,
      );
    });
  });
}

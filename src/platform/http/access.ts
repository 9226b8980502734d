// What is told of each request, in the access log and the counters: patterns and kinds, never a value, a name or an address.
import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from '../logging/logger.ts';
import type { Metrics } from '../logging/metrics.ts';

export interface Seen {
  /** A procedure's name, a door's pattern, or what kind of thing was asked for. */
  route: string;
  holder: 'nobody' | 'session' | 'key' | 'link';
  incident?: string;
}

export interface EdgeEnv {
  readonly Variables: { readonly seen: Seen };
}

/** Hono narrows a context by its path; what we read of it is the same everywhere. */
export type EdgeContext = Context<EdgeEnv, string>;

/** Counts every request, and writes a line of each where the access log is on, whatever the level of other lines. */
export function watched(logger: Logger, metrics: Metrics, accessLog: boolean): MiddlewareHandler<EdgeEnv> {
  const log = accessLog ? logger.child({}, { level: 'info' }) : null;
  return async (c, next) => {
    const started = performance.now();
    const seen: Seen = { route: /^\/(health|ready|metrics)$/.exec(c.req.path)?.[1] ?? 'file', holder: 'nobody' };
    c.set('seen', seen);
    await next();
    const { status, headers } = c.res;
    const { method } = c.req;
    const milliseconds = performance.now() - started;
    metrics.request({ method, operation: seen.route, status, seconds: milliseconds / 1000 });
    const bytes = Number(headers.get('content-length') ?? Number.NaN);
    log?.info({ method, status, ...seen, ms: Math.round(milliseconds * 10) / 10, bytes: Number.isNaN(bytes) ? null : bytes }, 'request');
  };
}

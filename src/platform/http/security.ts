// The usual headers, a strict content policy, and the refusal of state changes that another site caused.
import type { Context, Next } from 'hono';

/** `styles`: hashes of the sheets that stand in the page itself, which nothing else than those may. */
const policyWith = (styles: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${["'self'", ...styles.map((hash) => `'sha256-${hash}'`)].join(' ')}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const policy = policyWith([]);

/** What a page says of a sheet in itself (SHA-256, base64), for the policy of that page alone. */
export const ownStyles = (hash: string): Readonly<Record<string, string>> => ({ 'content-security-policy': policyWith([hash]) });

/** Sets the security headers of every answer; `usesCamera`: of which paths a page may. */
export const securityHeaders =
  (secure: boolean, usesCamera: (path: string) => boolean) =>
  async (c: Context, next: Next): Promise<void> => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('x-frame-options', 'DENY');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    const camera = usesCamera(c.req.path) ? '(self)' : '()';
    headers.set('permissions-policy', `camera=${camera}, microphone=(), geolocation=(), payment=()`);
    if (secure) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  };

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The same machine has several names; whoever opens it by another one is not another site. */
function sameSite(from: string, origin: string): boolean {
  if (from === origin) return true;
  if (!URL.canParse(from)) return false;
  const [a, b] = [new URL(from), new URL(origin)];
  return a.protocol === b.protocol && a.port === b.port && loopback.includes(a.hostname) && loopback.includes(b.hostname);
}

/** Whether a request that changes something was caused by another site; programs without a browser send neither header. */
export function fromElsewhere(request: Request, origin: string): boolean {
  if (safe.has(request.method)) return false;
  const from = request.headers.get('origin');
  if (from !== null) return !sameSite(from, origin);
  const site = request.headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
}

// Fetches from an address that somebody typed, without letting them reach what only this machine can: https alone, no redirects, the name
// resolved once and the connection made to that very address, which must be a public one; bounded in size and time.
import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { ok, refuse, type Result } from '#kernel/result.ts';

const reserved = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  reserved.addSubnet(network, prefix, 'ipv4');

// Of IPv6 only what has been given out for public use (2000::/3) can be one, less what lies in it for other purposes.
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');
const special = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  // Addresses of IPv4 in another dress: they lead where that one leads.
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one of the public internet; mapped and translated ones are none. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address);
  if (kind === 4) return !reserved.check(address, 'ipv4');
  return kind === 6 && given.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

/** How a name is resolved; all of its addresses. */
export type Resolve = (name: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const resolveByDns: Resolve = (name) => lookup(name, { all: true, verbatim: true });

export interface FetchLimits {
  readonly accept: string;
  readonly mostBytes: number;
  readonly seconds: number;
}

/** How the outside is reached; only tests give another. */
export interface Outside {
  readonly resolve: Resolve;
  readonly connect: typeof request;
}

const outside: Outside = { resolve: resolveByDns, connect: request };

/** Operators of public services ask programs to say what they are. */
const userAgent = 'Hansa/0.1 (register of sister cities; self-hosted)';

const refused = (code: string, params: Readonly<Record<string, string | number>> = {}) =>
  refuse({ kind: 'invalid', code, params } as const);

/** The one address that the name means now; all of them must be public, so that asking again could not lead elsewhere. */
async function pinned(url: URL, resolve: Resolve): Promise<Result<{ readonly address: string; readonly family: number }>> {
  const why = whyNotPublic(url);
  if (why !== null) return refused(why);
  const name = url.hostname.replace(/^\[|\]$/g, '');
  let addresses: readonly { readonly address: string; readonly family: number }[];
  try {
    addresses = isIP(name) === 0 ? await resolve(name) : [{ address: name, family: isIP(name) }];
  } catch {
    // A name that nobody knows: the resolver has no other way to say so.
    return refused('kernel.address_unreachable', { host: url.hostname });
  }
  const [first] = addresses;
  if (first === undefined) return refused('kernel.address_unreachable', { host: url.hostname });
  return addresses.every(({ address }) => isPublicAddress(address)) ? ok(first) : refused('kernel.address_not_public');
}

interface Sent extends FetchLimits {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

interface Answered {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Asks the address; reads what it answers to a GET with 200. Refuses addresses that are not public, and what is too large or slow. */
async function askPublic(url: URL, sent: Sent, { resolve, connect }: Outside): Promise<Result<Answered>> {
  const target = await pinned(url, resolve);
  if (!target.ok) return target;
  const { address, family } = target.value;
  return new Promise((settle) => {
    const fail = (code: string, params: Readonly<Record<string, string | number>> = {}): void => {
      settle(refused(code, { host: url.hostname, ...params }));
      asked.destroy();
    };
    const asked = connect(
      {
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: 443,
        path: `${url.pathname}${url.search}`,
        method: sent.method,
        headers: { ...sent.headers, accept: sent.accept, 'accept-encoding': 'identity', 'user-agent': userAgent },
        // The name stays for the certificate; the connection goes to the address that was looked at.
        lookup: (_name, options, answer) => {
          if (options.all === true) answer(null, [{ address, family }]);
          else answer(null, address, family);
        },
        agent: false,
        signal: AbortSignal.timeout(sent.seconds * 1000),
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        if (sent.method === 'POST' || status !== 200) {
          settle(ok({ status, bytes: new Uint8Array() }));
          asked.destroy();
          return;
        }
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          parts.push(part);
          if (size > sent.mostBytes) fail('kernel.address_answer_too_large', { megabytes: Math.round(sent.mostBytes / 1e6) });
        });
        answer.on('end', () => settle(ok({ status, bytes: new Uint8Array(Buffer.concat(parts)) })));
        answer.on('error', () => fail('kernel.address_unreachable'));
      },
    );
    asked.on('error', () => fail('kernel.address_unreachable'));
    asked.end(sent.body);
  });
}

/** GETs the address as bytes. Refuses addresses that are not public, redirects, other answers than 200, and what is too large or slow. */
export async function fetchPublic(url: URL, limits: FetchLimits, way: Outside = outside): Promise<Result<Uint8Array>> {
  const answered = await askPublic(url, { ...limits, method: 'GET' }, way);
  if (!answered.ok) return answered;
  const { status, bytes } = answered.value;
  return status === 200 ? ok(bytes) : refused('kernel.address_answered', { host: url.hostname, status });
}

/** POSTs a text to the address; answers the status, whatever it is: a redirect is not followed. What the answer says is not read. */
export async function postPublic(
  url: URL,
  { headers, body, seconds }: { readonly headers: Readonly<Record<string, string>>; readonly body: string; readonly seconds: number },
  way: Outside = outside,
): Promise<Result<number>> {
  const sent = { method: 'POST', accept: '*/*', mostBytes: 1_000_000, seconds, body } as const;
  const length = String(Buffer.byteLength(body));
  const answered = await askPublic(url, { ...sent, headers: { ...headers, 'content-length': length } }, way);
  return answered.ok ? ok(answered.value.status) : answered;
}

/** Whether an address that somebody types could be one of the public internet, before its name is resolved: null, or why not. */
export function whyNotPublic(url: URL): string | null {
  if (url.protocol !== 'https:') return 'kernel.address_not_https';
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const elsewhere = url.username !== '' || url.password !== '' || (url.port !== '' && url.port !== '443');
  return elsewhere || (isIP(name) !== 0 && !isPublicAddress(name)) || /(^|\.)localhost\.?$/i.test(name)
    ? 'kernel.address_not_public'
    : null;
}

// Answers that are the same for everybody, kept for some seconds (cache) with an ETag and compressed once; all others are compressed as they go.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { createShelf } from '#kernel/memory/shelf.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

/** A smaller answer takes as many packets on its way when it is compressed. */
const PACKED_FROM = 1400;
/** A larger one is kept compressed alone. */
const PLAIN_UP_TO = 256 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
/** Under steady writing what is kept grows old no more often than that. */
const BETWEEN_WRITES_MS = 1000;

/** For how long an answer is given again. `untilWritten`: at most until this server has changed something. */
export interface Freshness {
  readonly milliseconds: number;
  readonly untilWritten: boolean;
}

interface Made {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where only the packed bytes are kept. */
  readonly plain: Bytes | null;
  readonly packed: Bytes | null;
  /** Of the plain bytes. */
  readonly etag: string;
  /** Since when the bytes are as they are, as far as this server has seen. */
  readonly changedAt: Date;
  readonly startedAt: number;
}

interface Flight {
  readonly startedAt: number;
  readonly made: Promise<Made>;
}

/** One use of the keeper: which answer, and for how long. */
export interface Asked {
  readonly request: Request;
  /** Everything that the answer depends on. */
  readonly key: string;
  readonly freshness: Freshness;
}

export interface Keeper {
  /** The answer where it is kept, or being made for somebody else; null when it must be made. */
  readonly standing: (asked: Asked) => Promise<Response> | null;
  /** The same, or made now: identical requests of one moment wait for one making (single flight). `make` must not know who asks. */
  readonly answer: (asked: Asked, make: () => Promise<Response>) => Promise<Response>;
  /** A value that goes into answers, kept in the same way; whoever asks while it is made waits for it. */
  readonly value: <T>(freshness: Freshness, make: () => Promise<T>) => () => Promise<T>;
  /** Something was changed: what is kept until then is no longer true. */
  readonly forget: () => void;
}

const packs = (headers: Readonly<Record<string, string>>, size: number): boolean =>
  size >= PACKED_FROM &&
  /^text\/|[/+](json|xml|javascript)/.test(headers['content-type'] ?? '') &&
  headers['content-encoding'] === undefined;

const takesGzip = (request: Request): boolean => /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');

const varied = (headers: Readonly<Record<string, string>>): string =>
  [headers['vary'], 'accept-encoding'].filter((name) => name !== undefined).join(', ');

/** What is made for one reader is compressed once for one use: quickly rather than well. */
const IN_PASSING = { level: 3 };

/** The same answer, its body compressed where whoever asks takes that and it pays; `text` is the body where that is known. */
export async function compressed(request: Request, response: Response, text?: string): Promise<Response> {
  const headers = Object.fromEntries(response.headers);
  if ((text === undefined && response.body === null) || !packs(headers, PACKED_FROM)) return response;
  const plain = text ?? new Uint8Array(await response.arrayBuffer());
  const length = typeof plain === 'string' ? Buffer.byteLength(plain) : plain.length;
  const packed = takesGzip(request) && packs(headers, length) ? new Uint8Array(await zip(plain, IN_PASSING)) : null;
  if (packed !== null) headers['content-encoding'] = 'gzip';
  return new Response(packed ?? plain, {
    status: response.status,
    headers: { ...headers, vary: varied(headers), 'content-length': String(packed?.length ?? length) },
  });
}

async function sent(request: Request, made: Made): Promise<Response> {
  const { status, etag, packed, plain } = made;
  const headers: Record<string, string> = { ...made.headers, vary: varied(made.headers) };
  if (status === 200) {
    headers['etag'] = etag;
    headers['last-modified'] = made.changedAt.toUTCString();
    const seen = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
    if (seen.includes(etag) || seen.includes('*')) return new Response(null, { status: 304, headers });
  }
  const short = packed !== null && takesGzip(request);
  if (short) headers['content-encoding'] = 'gzip';
  const body = short ? packed : (plain ?? new Uint8Array(await unzip(packed ?? new Uint8Array())));
  headers['content-length'] = String(body.length);
  return new Response(body, { status, headers });
}

const sizeOf = ({ plain, packed }: Made): number => (plain?.length ?? 0) + (packed?.length ?? 0) + 1000;

async function madeFrom(response: Response, startedAt: number, before: Made | undefined): Promise<Made> {
  const plain = new Uint8Array(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const packed = packs(headers, plain.length) ? new Uint8Array(await zip(plain)) : null;
  const etag = `W/"${createHash('sha256').update(plain).digest('hex').slice(0, 32)}"`;
  const changedAt = before?.etag === etag ? before.changedAt : new Date();
  const onlyPacked = packed !== null && plain.length > PLAIN_UP_TO;
  return { status: response.status, headers, plain: onlyPacked ? null : plain, packed, etag, changedAt, startedAt };
}

/** Opens an empty keeper. `now` is a clock in milliseconds. */
export function createKeeper(now: () => number = () => performance.now()): Keeper {
  const shelf = createShelf(MOST_BYTES, sizeOf);
  const flights = new Map<string, Flight>();
  let writtenAt = -Infinity;
  let agedAt = -Infinity;

  /** What was begun before is old: at once after a write, at most once a second under many. */
  const boundary = (): number => {
    if (writtenAt > agedAt && now() - agedAt >= BETWEEN_WRITES_MS) agedAt = writtenAt;
    return agedAt;
  };
  const isFresh = (startedAt: number, { milliseconds, untilWritten }: Freshness): boolean =>
    now() - startedAt < milliseconds && !(untilWritten && startedAt <= boundary());

  const standing: Keeper['standing'] = ({ request, key, freshness }) => {
    const known = shelf.get(key);
    if (known !== undefined && isFresh(known.startedAt, freshness)) {
      shelf.put(key, known);
      return sent(request, known);
    }
    const flight = flights.get(key);
    // One that began before a write might not have seen it.
    return flight !== undefined && isFresh(flight.startedAt, freshness) ? flight.made.then((made) => sent(request, made)) : null;
  };

  return {
    standing,
    answer: (asked, make) => {
      const there = standing(asked);
      if (there !== null) return there;
      const { key, request } = asked;
      const startedAt = now();
      const made = make()
        .then((response) => madeFrom(response, startedAt, shelf.get(key)))
        .then((done) => {
          // One that was begun before a write may end after the one that was begun behind it.
          if (done.status === 200 && (shelf.get(key)?.startedAt ?? -Infinity) <= startedAt) shelf.put(key, done);
          return done;
        })
        .finally(() => {
          if (flights.get(key)?.made === made) flights.delete(key);
        });
      flights.set(key, { startedAt, made });
      return made.then((done) => sent(request, done));
    },
    value: <T>(freshness: Freshness, make: () => Promise<T>) => {
      let known: { readonly startedAt: number; readonly made: Promise<T> } | null = null;
      return () => {
        if (known !== null && isFresh(known.startedAt, freshness)) return known.made;
        const mine = { startedAt: now(), made: make() };
        known = mine;
        // What failed is made anew for whoever asks next.
        mine.made.catch(() => known === mine && (known = null));
        return mine.made;
      };
    },
    forget: () => {
      writtenAt = now();
      boundary();
    },
  };
}

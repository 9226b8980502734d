// The open data at stable addresses: `/data/<table>.<format>` and `/data/datapackage.json`, the same for everybody.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeCsv } from '#platform/files/write-csv.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { readOpenData } from '../api/read-open-data.ts';
import { cellsOf, columnsOf, dataPackage, featuresOf, openFiles, type OpenTable } from '../domain/open-data.ts';

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** A file is made anew at most so often; what is taken back leaves it with the next making. */
const freshMs = 30_000;

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  geojson: 'application/geo+json',
} as const;
type Format = keyof typeof types;

interface Made {
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Of the bytes unpacked. */
  readonly hash: string;
  /** Since when the bytes are as they are, as far as this server has seen. */
  readonly changedAt: Date;
  readonly madeAt: number;
}

async function bytesOf(transact: Transact, table: OpenTable, format: Format): Promise<Uint8Array> {
  const read = await readOpenData(transact, table);
  if (!read.ok) throw new Error(`the open data was refused: ${read.refusal.code}`);
  const { rows, cities } = read.value;
  if (format === 'csv') return writeCsv([columnsOf(table), ...rows.map((row) => cellsOf(table, row))]);
  const content = format === 'geojson' && (table === 'cities' || table === 'ties') ? featuresOf(table, rows, cities) : rows;
  return new TextEncoder().encode(JSON.stringify(content));
}

/** Makes a file when it is first asked for, and again once it is no longer fresh; whoever asks meanwhile waits for the same. */
function keeper(make: (name: string) => Promise<Uint8Array>, milliseconds: number) {
  const made = new Map<string, Made>();
  const making = new Map<string, Promise<Made>>();
  return async (name: string): Promise<Made> => {
    const known = made.get(name);
    if (known !== undefined && Date.now() - known.madeAt < milliseconds) return known;
    const running = making.get(name);
    if (running !== undefined) return running;
    const next = make(name)
      .then(async (bytes) => {
        const hash = createHash('sha256').update(bytes).digest('hex');
        const packed = new Uint8Array(await pack(bytes));
        const fresh: Made = { packed, hash, changedAt: known?.hash === hash ? known.changedAt : new Date(), madeAt: Date.now() };
        made.set(name, fresh);
        return fresh;
      })
      .finally(() => making.delete(name));
    making.set(name, next);
    return next;
  };
}

interface File {
  readonly name: string;
  readonly type: string;
}

async function answered(request: Request, { packed, hash, changedAt }: Made, { name, type }: File): Promise<Response> {
  const headers = {
    etag: `"${hash.slice(0, 32)}"`,
    'last-modified': changedAt.toUTCString(),
    'cache-control': 'public, max-age=30',
    vary: 'accept-encoding',
    // Whoever shows the data on a page of their own may fetch it from there.
    'access-control-allow-origin': '*',
  };
  const seen = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (seen.includes(headers.etag) || seen.includes('*')) return new Response(null, { status: 304, headers });
  const full = { ...headers, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  if (/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
    return new Response(packed, { headers: { ...full, 'content-encoding': 'gzip' } });
  return new Response(new Uint8Array(await unpack(packed)), { headers: full });
}

/** `GET /data/cities.csv` and its like; each file is read as somebody who is not signed in. `keptMs`: for how long it is not made anew. */
export function openDataDoors(database: Database, origin: string, keptMs = freshMs): readonly Door[] {
  const transact: Transact = (use) => inWork(database, nobody(), use);
  const keep = keeper((name) => {
    const file = openFiles.find(({ table, format }) => `${table}.${format}` === name);
    if (file !== undefined) return bytesOf(transact, file.table, file.format);
    const described = dataPackage(origin.replace(/\/$/, ''));
    return Promise.resolve(new TextEncoder().encode(`${JSON.stringify(described, null, 2)}\n`));
  }, keptMs);
  const files: readonly File[] = [
    ...openFiles.map(({ table, format }) => ({ name: `${table}.${format}`, type: types[format] })),
    { name: 'datapackage.json', type: types.json },
  ];
  return files.map((file) => ({ path: `/data/${file.name}`, open: async (request) => answered(request, await keep(file.name), file) }));
}

// The open data at stable addresses: `/data/<table>.<format>` and `/data/datapackage.json`, the same for everybody.
import { writeCsv } from '#platform/files/write-csv.ts';
import type { Result } from '#kernel/result.ts';
import type { Keeper } from '#platform/http/kept-answers.ts';
import type { Door } from '#platform/http/server.ts';
import type { Database } from '#platform/postgres/database.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { readReleases } from '../api/open-data/releases.ts';
import { readIati, readOpenData } from '../api/open-data/read-open-data.ts';
import { cellsOf, columnsOf, dataPackage, featuresOf } from '../domain/open-data/package.ts';
import { openFiles, type OpenTable } from '../domain/open-data/tables.ts';

/** A file is made anew at most so often; what is taken back leaves it with the next making. */
const freshMs = 30_000;

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  geojson: 'application/geo+json',
} as const;
type Format = keyof typeof types;

const IATI = 'outcomes.iati.xml';

const valueOf = <T>(read: Result<T>): T => {
  if (!read.ok) throw new Error(`the open data was refused: ${read.refusal.code}`);
  return read.value;
};

async function bytesOf(transact: Transact, table: OpenTable, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const { rows, cities } = valueOf(await readOpenData(transact, table));
  if (format === 'csv') return writeCsv([columnsOf(table), ...rows.map((row) => cellsOf(table, row))]);
  const content = format === 'geojson' && (table === 'cities' || table === 'ties') ? featuresOf(table, rows, cities) : rows;
  return new TextEncoder().encode(JSON.stringify(content));
}

interface File {
  readonly name: string;
  readonly type: string;
}

const headersOf = ({ name, type }: File) => ({
  'content-type': type,
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'public, max-age=30',
  // Whoever shows the data on a page of their own may fetch it from there.
  'access-control-allow-origin': '*',
});

/** As addresses of editions are written; nothing else is looked up, and nothing else is kept. */
const isSlug = (text: string): boolean => /^[a-z0-9-]{1,100}$/.test(text);

/** `GET /data/cities.csv` and its like; each file is read as somebody who is not signed in. `keptMs`: for how long it is not made anew. */
export function openDataDoors(database: Database, origin: string, keeper: Keeper, keptMs = freshMs): readonly Door[] {
  const transact: Transact = (use) => inWork(database, nobody(), use);
  const at = origin.replace(/\/$/, '');
  const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer>> => {
    const file = openFiles.find(({ table, format }) => `${table}.${format}` === name);
    if (file !== undefined) return bytesOf(transact, file.table, file.format);
    const text = name === IATI ? valueOf(await readIati(transact, at)) : `${JSON.stringify(dataPackage(at), null, 2)}\n`;
    return new TextEncoder().encode(text);
  };
  const made = async (file: File): Promise<Response> => new Response(await bytes(file.name), { headers: headersOf(file) });
  const files: readonly File[] = [
    ...openFiles.map(({ table, format }) => ({ name: `${table}.${format}`, type: types[format] })),
    { name: 'datapackage.json', type: types.json },
    { name: IATI, type: 'application/xml; charset=utf-8' },
  ];
  const freshness = { milliseconds: keptMs, untilWritten: false };
  const releases = async (edition: string): Promise<Response> => {
    const read = await readReleases(transact, edition);
    if (!read.ok) return new Response(null, { status: 404 });
    const name = `follow-through-releases-${edition}.json`;
    return new Response(JSON.stringify(read.value), { headers: headersOf({ name, type: types.json }) });
  };
  return [
    ...files.map((file) => ({
      path: `/data/${file.name}`,
      opens: 'to-all' as const,
      open: (request: Request) => keeper.answer({ request, key: `data ${file.name}`, freshness }, () => made(file)),
    })),
    {
      path: '/data/editions/:edition/follow-through-releases.json',
      opens: 'to-all',
      open: (request, { edition = '' }) =>
        isSlug(edition)
          ? keeper.answer({ request, key: `releases ${edition}`, freshness }, () => releases(edition))
          : Promise.resolve(new Response(null, { status: 404 })),
    },
  ];
}

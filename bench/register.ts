// Imports the world's ties as two data sets have them, beside a bare COPY of the same rows, then again; then asks as readers do, as the
// app's role under row-level security. Writes docs/benchmarks/register.md unless told not to.
// Usage: npm run bench:register [-- --data ../shared/data/ties] [--quiet-docs]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { getCity } from '#modules/cities/api/open-city.ts';
import { search } from '#modules/cities/api/search.ts';
import { beginReferenceImport, readUpload } from '#modules/reference/api/begin-import.ts';
import { confirmReferenceImport } from '#modules/reference/api/change-import.ts';
import { createReferenceSet } from '#modules/reference/api/keep-sets.ts';
import { openReferenceSet, runOpening } from '#modules/reference/api/open-sets.ts';
import { getReferenceImport } from '#modules/reference/api/read-findings.ts';
import { runImport } from '#modules/reference/api/run-import.ts';
import type { ShownImport } from '#modules/reference/api/show-set.ts';
import { findPath } from '#modules/ties/api/find-path.ts';
import { getNetwork } from '#modules/ties/api/get-network.ts';
import { inWork, nobody } from '#platform/work.ts';
import { install, valueOf, type Installation } from './register-installation.ts';

const { values: asked } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/ties' }, 'quiet-docs': { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '..');
const folder = resolve(root, asked.data);

interface DataSet {
  readonly title: string;
  readonly licence: string;
  readonly file: string;
  readonly names: string | null;
  /** The table that the bare COPY fills. */
  readonly table: string;
  readonly format: string;
}

const sets: readonly DataSet[] = [
  {
    title: 'Wikipedia',
    licence: 'CC BY-SA 4.0',
    file: join(folder, 'wikipedia-en-2026.csv'),
    names: null,
    table: 'a text, b text, c text, d text, e text, f text, g text, h text',
    format: 'format csv, header',
  },
  {
    title: 'Wikidata',
    licence: 'CC0 1.0',
    file: join(folder, 'wikidata-2016-relations.tsv'),
    names: join(folder, 'wikidata-2016-names.tsv'),
    table: 'a text, b text',
    format: 'format text',
  },
];

const missing = sets.flatMap(({ file, names }) => [file, names ?? file]).filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(', ')} is not there`);
  process.exit(0);
}

interface Spent {
  readonly seconds: number;
  /** Of the processor: ours, and the database's. */
  readonly own: number;
  readonly database: number;
}

async function timed<T>({ databaseSeconds }: Installation, use: () => Promise<T>): Promise<Spent & { readonly value: T }> {
  const [began, cpu, database] = [performance.now(), process.cpuUsage(), databaseSeconds()];
  const value = await use();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (performance.now() - began) / 1000, own: (user + system) / 1e6, database: databaseSeconds() - database };
}

const never = new AbortController().signal;

async function run({ database, account }: Installation, importId: string, step: 'read' | 'write'): Promise<void> {
  const onFault = (fault: unknown): void => {
    throw fault;
  };
  await runImport({ database, signal: never, onFault }, { importId, account, step });
}

const uploaded = (file: string): File => new File([readFileSync(file)], basename(file));

async function upload(installation: Installation, setId: string, { file, names }: DataSet): Promise<ShownImport> {
  const { database, account, as } = installation;
  const input = { setId, file: uploaded(file), ...(names === null ? {} : { names: uploaded(names) }) };
  const read = valueOf(await readUpload((use) => inWork(database, { ...nobody(), account }, use), input));
  return as('office', (work) => beginReferenceImport(work, input, read));
}

interface Imported {
  readonly preview: Spent;
  readonly write: Spent;
  readonly result: ShownImport;
}

/** From the file to the set, as a person does it who agrees to what is shown. */
async function importOnce(installation: Installation, setId: string, set: DataSet): Promise<Imported> {
  const { as } = installation;
  const see = (importId: string) => as('office', (work) => getReferenceImport(work, { importId }));
  const preview = await timed(installation, async () => {
    const { id } = await upload(installation, setId, set);
    await run(installation, id, 'read');
    return see(id);
  });
  if (preview.value.state !== 'previewed') throw new Error(JSON.stringify(preview.value.failure));
  const { id, digest } = preview.value;
  const write = await timed(installation, async () => {
    await as('office', (work) => confirmReferenceImport(work, { importId: id, digest: digest ?? '', mode: 'each' }));
    await run(installation, id, 'write');
    return see(id);
  });
  if (write.value.state !== 'done') throw new Error(JSON.stringify(write.value.failure));
  return { preview, write, result: write.value };
}

async function bareCopy(installation: Installation, { title, table, file, format: how }: DataSet): Promise<Spent> {
  const name = `bare_${title.toLowerCase()}`;
  // The database reads as its own user: what it may not see is handed to it in a place where it may.
  const open = join('/tmp', `hansa-copy-${process.pid}-${basename(file)}`);
  writeFileSync(open, readFileSync(file), { mode: 0o644 });
  await installation.asSuperuser(`create table public.${name} (${table})`);
  return timed(installation, () => installation.asSuperuser(`copy public.${name} from '${open}' with (${how})`));
}

/** All that a set holds, in one text. */
async function heldBy({ owner }: Installation): Promise<string> {
  const { rows } = await owner.query<{ hash: string }>(`select md5(string_agg(l::text, ' ' order by l.set_id, l.tie_id)) || md5(
    (select string_agg(m::text, ' ' order by m.city_id, m.by_id) from cities.mention m where m.by_kind = 'set')) as hash from ties.listing l`);
  return rows[0]?.hash ?? '';
}

async function createSet({ as, office }: Installation, { title, licence }: DataSet): Promise<string> {
  const source = { class: 'encyclopaedia' as const, title, publisher: null, address: null, date: null, passage: null, documentId: null };
  const facts = { name: { en: { text: title, origin: 'human' as const } }, licence, licenceAddress: null, credit: title };
  const made = await as('office', (work) => createReferenceSet(work, { office, ...facts, classCode: 'sister_city', source }));
  return made.id;
}

async function openSet(installation: Installation, setId: string): Promise<Spent> {
  const { as, database, account } = installation;
  return timed(installation, async () => {
    await as('office', (work) => openReferenceSet(work, { setId }));
    await runOpening({ database, signal: never }, { setId, account });
  });
}

interface Asking {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly target: string;
}

const rounds = 400;

async function ask(what: string, target: string, use: (round: number) => Promise<unknown>): Promise<Asking> {
  for (let round = 0; round < 20; round += 1) await use(round);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await use(round);
    times.push(performance.now() - began);
  }
  times.sort((x, y) => x - y);
  const at = (share: number): number => times[Math.min(rounds - 1, Math.floor(rounds * share))] ?? 0;
  return { what, p50: at(0.5), p95: at(0.95), most: at(1), target };
}

const scattered = (round: number, step: number, of: number): number => (round * step + 13) % of;

/** What people type: the beginning of a name, all of it, with a slip, in Chinese. */
const typed = (name: string, round: number): string => {
  const letters = [...name];
  if (round % 4 === 0) return letters.slice(0, 3).join('');
  if (round % 4 === 1) return name;
  if (round % 4 === 2) return letters.filter((_, at) => at !== 2).join('');
  return letters.slice(0, Math.ceil(letters.length * 0.7)).join('');
};

async function readers({ owner, as }: Installation): Promise<readonly Asking[]> {
  const { rows: cities } = await owner.query<{ slug: string; name: string }>(`
    select c.slug, n.text as name from cities.city c join cities.name n on n.city_id = c.id
    where exists (select 1 from ties.listing l where c.id in (l.a_city, l.b_city)) and (n.language = 'en' or c.geonames_id % 5 = 0) order by md5(n.text)`);
  const city = (round: number, step: number) => cities[scattered(round, step, cities.length)] ?? { slug: '', name: '' };
  const slugs = new Set(cities.map(({ slug }) => slug));
  console.log(`${slugs.size} cities`);
  return [
    await ask('search while typing', '≤ 50', (round) =>
      as('public', (work) => search(work, { q: typed(city(round, 7919).name, round), limit: 10 })),
    ),
    await ask('a city', '≤ 30', (round) => as('public', (work) => getCity(work, { city: city(round, 104_729).slug }))),
    await ask('a city with its sisters and theirs', '', (round) =>
      as('public', (work) => getNetwork(work, { city: city(round, 104_729).slug })),
    ),
    await ask('a way between any two', '≤ 50', (round) => {
      const [one, other] = [city(round, 7919).slug, city(round + 1, 104_729).slug];
      return one === other ? Promise.resolve() : as('public', (work) => findPath(work, { city: one, withCity: other }));
    }),
  ];
}

const n = (value: number): string => value.toLocaleString('en-GB');
const s = ({ seconds, own, database }: Spent): string => `${seconds.toFixed(1)} s (${own.toFixed(1)} + ${database.toFixed(1)})`;
const ms = (value: number): string => value.toFixed(1);
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const installation = await install();
const load = loadavg()
  .map((one) => one.toFixed(1))
  .join(', ');
const lines: string[] = [];
const say = (line: string): void => {
  lines.push(line);
  console.log(line);
};
try {
  const made: { readonly set: DataSet; readonly setId: string; readonly first: Imported }[] = [];
  say(
    row(
      'set',
      'rows',
      'bare COPY',
      'read, matched, compared',
      'written',
      'rows/s',
      'ties',
      'new',
      'joined',
      'one-way',
      'listed twice',
      'left out',
    ),
  );
  say(row(...Array.from({ length: 12 }, (_, at) => (at === 0 ? '---' : '---:'))));
  for (const set of sets) {
    const copy = await bareCopy(installation, set);
    const setId = await createSet(installation, set);
    const first = await importOnce(installation, setId, set);
    made.push({ set, setId, first });
    const { counts } = first.result;
    if (counts === null) throw new Error('an import without counts');
    const whole = first.preview.seconds + first.write.seconds;
    say(
      row(
        ...[set.title, n(counts.rows), s(copy), s(first.preview), s(first.write), n(Math.round(counts.rows / whole))],
        ...[
          n(counts.ties),
          n(counts.changes.new),
          n(counts.changes.joined),
          n(counts.oneWay),
          n(counts.listedTwice),
          n(counts.rowsLeftOut),
        ],
      ),
    );
  }
  say('');
  say(row('set', 'places', 'matched', 'as written', 'again', 'changed by it'));
  say(row('---', '---:', '---:', '---:', '---:', '---:'));
  for (const { set, setId, first } of made) {
    const before = await heldBy(installation);
    const again = await importOnce(installation, setId, set);
    const changes = again.result.counts?.changes;
    const touched = (changes?.new ?? 0) + (changes?.joined ?? 0) + (changes?.changed ?? 0) + (changes?.gone ?? 0);
    const same = (await heldBy(installation)) === before ? 'nothing' : 'SOMETHING';
    const { places = 0, placesMatched = 0, placesAsWritten = 0 } = first.result.counts ?? {};
    say(
      row(
        ...[set.title, n(places), n(placesMatched), n(placesAsWritten)],
        `${s({ seconds: again.preview.seconds + again.write.seconds, own: again.preview.own + again.write.own, database: again.preview.database + again.write.database })}`,
        `${touched} ties, ${same}`,
      ),
    );
  }
  say('');
  for (const { set, first } of made)
    say(
      `Problems of ${set.title}: ${Object.entries(first.result.counts?.problems ?? {})
        .toSorted(([, x], [, y]) => y - x)
        .map(([code, count]) => `${code.replace('reference.', '')} ${n(count)}`)
        .join(', ')}.`,
    );
  say('');
  for (const { set, setId } of made)
    say(`${set.title} opened to everybody, its cities in the search: ${s(await openSet(installation, setId))}.`);
  await installation.owner.query('analyze');
  say('');
  say(row('asked as the app’s role, under row-level security', 'p50 ms', 'p95 ms', 'most ms', 'target'));
  say(row('---', '---:', '---:', '---:', '---:'));
  for (const { what, p50, p95, most, target } of await readers(installation)) say(row(what, ms(p50), ms(p95), ms(most), target));
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1000)} MB, load ${load}`);
  const page = [
    '# The register of the world’s sister cities',
    '',
    `Written by \`npm run bench:register\`. ${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}; load of the machine before the run: ${load}.`,
    'In brackets seconds of the processor: those of the product, its threads included, and those of the database. Where both together are far below the clock, other programs had the processor.',
    '',
    ...lines,
    '',
    `Peak memory of the product's process: ${n(Math.round(process.resourceUsage().maxRSS / 1000))} MB. The bare COPY fills a table of text without an index.`,
    '_Read, matched, compared_ is all that happens before a person confirms: the file is read in a thread, its places are matched with the gazetteer, and the difference to what the set holds is kept with its problem list.',
    'Both sets lie outside the project and are not part of it; without them the benchmark says so and ends.',
  ].join('\n');
  if (!asked['quiet-docs']) {
    mkdirSync(join(root, 'docs/benchmarks'), { recursive: true });
    const target = join(root, 'docs/benchmarks/register.md');
    writeFileSync(target, await format(page, { ...(await resolveConfig(target)), parser: 'markdown' }));
  }
} finally {
  await installation.close();
}
process.exit(0);

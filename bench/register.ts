// Imports the world's ties as two data sets have them, beside a bare COPY of the same rows, then again; then asks as readers do, as the
// app's role under row-level security. Writes docs/benchmarks/register.md unless told not to.
// Usage: npm run bench:register [-- --data ../shared/data/ties] [--quiet-docs]
import type { Id } from '#kernel/ids.ts';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { format } from 'oxfmt';
import { readers } from './register-asking.ts';
import { install, type Installation } from './register-installation.ts';
import { createSet, importOnce, missingOf, openSet, setsIn, timed, type DataSet, type Imported, type Spent } from './register-sets.ts';

const { values: asked } = parseArgs({
  options: { data: { type: 'string', default: '../shared/data/ties' }, 'quiet-docs': { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '..');
const folder = resolve(root, asked.data);

const sets = setsIn(folder);
const missing = missingOf(sets);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(', ')} is not there`);
  process.exit(0);
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
  const made: { readonly set: DataSet; readonly setId: Id<'ReferenceSet'>; readonly first: Imported }[] = [];
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
    writeFileSync(target, (await format(target, page)).code);
  }
} finally {
  await installation.close();
}
process.exit(0);

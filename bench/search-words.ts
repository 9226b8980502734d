// Times what is looked for by its words (statements, outcomes) in a database that holds many: texts are folded when they are entered, and read in full by each search.
// Usage: npm run bench:search-words [-- --statements 30000] [--outcomes 2000] [--times 20]
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { search } from '#modules/cities/api/search.ts';
import { enterStatements } from '#modules/evidence/api/enter-statements.ts';
import { deals, openTie, text } from '#modules/outcomes/api/outcomes-fixture.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { openTestDatabase, testFolder, valueOf } from '#platform/postgres/test-database.ts';
import '#app/server/subscriptions.ts';
import { secondsOfCluster } from './processor.ts';

const { values: asked } = parseArgs({
  options: {
    statements: { type: 'string', default: '30000' },
    outcomes: { type: 'string', default: '2000' },
    times: { type: 'string', default: '20' },
  },
});

const db = await openTestDatabase();
const tie = await openTie(db);
const { liverpool, tieId } = tie;
const { owner } = liverpool;
const said = { saidBy: 'Wang Zhan', value: { type: 'text' as const, text: text('The museum lends a ship model') } };
valueOf(
  await db.as(owner, (work) =>
    enterStatements(work, {
      office: liverpool.office,
      subject: { kind: 'tie', id: tieId },
      entries: [{ attribute: 'note', ...said, source: { class: 'press_or_study', title: 'Morning paper' } }],
    }),
  ),
);
valueOf(await db.as(owner, (work) => recordOutcome(work, deals(tie, liverpool.office))));

/** Copies every row of a table until there are so many. */
async function copy(table: string, times: string, changed: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await db.owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? `x.${name}`);
  await db.owner.query(
    `insert into ${table} (${names.join()}) select ${values.join()} from ${table} x, generate_series(1, ${times}) as g(n)`,
  );
}
const passage = `'A passage of some length, number ' || g.n || ', as reports and newspapers have them; it says nothing of what is looked for.'`;
await copy('evidence.statement', asked.statements, { id: 'gen_random_uuid()', subject_id: 'gen_random_uuid()', passage });
await copy('outcomes.outcome', asked.outcomes, { id: 'gen_random_uuid()', slug: `'copy-' || g.n` });
await db.owner.query('vacuum analyze');

console.log(`${asked.statements} statements, ${asked.outcomes} outcomes; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
const cluster = join(testFolder(), 'cluster');
for (const q of ['shang hai', 'millar', '139 million', '王战', 'memorandum', '2019']) {
  const before = [performance.now(), secondsOfCluster(cluster)] as const;
  for (let i = 0; i < Number(asked.times); i += 1) valueOf(await db.as(owner, (work) => search(work, { q, limit: 10 })));
  const [clock, processor] = [performance.now() - before[0], (secondsOfCluster(cluster) - before[1]) * 1000];
  console.log(
    `${q}: ${(clock / Number(asked.times)).toFixed(0)} ms, processor of the database ${(processor / Number(asked.times)).toFixed(0)} ms`,
  );
}
await db.close();
process.exit(0);

// Times what people type against a world that is kept between runs, so that search can be measured without importing it anew.
// Usage: npm run bench:search -- --world <folder> [--data ../shared/data/ties] [--turn]
//   --turn  closes both sets, opens them again and times that
import type { Id } from '#kernel/ids.ts';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { install, type Installation } from './register-installation.ts';
import { searches } from './register-asking.ts';
import { closeSet, createSet, importOnce, missingOf, openSet, setsIn, type Spent } from './register-sets.ts';

const { values: asked } = parseArgs({
  options: {
    world: { type: 'string' },
    data: { type: 'string', default: '../shared/data/ties' },
    turn: { type: 'boolean', default: false },
  },
});
if (asked.world === undefined) {
  console.log('Name a folder: --world <folder>. It is filled at the first run and kept.');
  process.exit(2);
}
const sets = setsIn(resolve(join(import.meta.dirname, '..'), asked.data));
const missing = missingOf(sets);
if (missing.length > 0) {
  console.log(`skipped: ${missing.join(', ')} is not there`);
  process.exit(0);
}

/** Both sets, imported and opened, whatever of it a former run has done. */
async function makeWorld(installation: Installation): Promise<void> {
  for (const set of sets) {
    const { rows } = await installation.owner.query<{ id: Id<'ReferenceSet'>; openness: string }>(
      `select id, openness from reference.set where name->'en'->>'text' = $1`,
      [set.title],
    );
    const id = rows[0]?.id ?? (await createSet(installation, set));
    if (rows[0] === undefined) await importOnce(installation, id, set);
    const isOpen = rows[0]?.openness === 'open';
    if (isOpen && asked.turn) tell(`${set.title} closed`, await closeSet(installation, id));
    if (!isOpen || asked.turn) tell(`${set.title} opened`, await openSet(installation, id));
  }
  await installation.owner.query('analyze');
}

const tell = (what: string, { seconds, own, database }: Spent): void =>
  console.log(`${what}: ${seconds.toFixed(1)} s (${own.toFixed(1)} + ${database.toFixed(1)})`);

const installation = await install(resolve(asked.world));
try {
  await makeWorld(installation);
  for (const who of ['public', 'office'] as const) {
    console.log(`\nasked as ${who === 'public' ? 'nobody' : 'a member of an office'}, p50 / p95 / most ms`);
    for (const { what, p50, p95, most } of await searches(installation, who))
      console.log(`${what.padEnd(42)} ${[p50, p95, most].map((ms) => ms.toFixed(1).padStart(7)).join(' ')}`);
  }
} finally {
  await installation.close();
}
process.exit(0);

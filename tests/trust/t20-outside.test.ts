// T20, of an outside database: what a backup needs and lacks is said before anything is written, and nothing half-made is left. With a real
// pg_dump of the server's version it is untried here (docs/operate.md): the programs below stand in for its ways of failing.
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUpOutside, restoreOutside } from '#platform/postgres/backup/outside.ts';
import { openTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'hansa-outside-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await db.close();
});

/** A folder of programs: each a script that tells its version, and otherwise runs the lines. */
function programs(name: string, version: string, lines: string): string {
  const made = mkdtempSync(join(folder, 'programs-'));
  writeFileSync(
    join(made, name),
    `#!/bin/sh\nif [ "$1" = --version ]; then echo "${name} (PostgreSQL) ${version}"; exit 0; fi\n${lines}\n`,
  );
  chmodSync(join(made, name), 0o755);
  return made;
}

const outside = (from: string | null) => ({ server: db.serverUrl, migrator: db.migratorUrl, programs: from });
const refusal = (done: Promise<void>): Promise<string> =>
  done.then(
    () => 'done',
    (fault: unknown) => (fault instanceof Error ? fault.message : String(fault)),
  );
const silent = (): void => undefined;

test('without pg_dump, with an older one, or with one that fails it says so and what to do, and leaves no file', async () => {
  const file = join(folder, 'hansa.backup');
  const empty = mkdtempSync(join(folder, 'programs-'));
  const before = readdirSync(folder).length;
  expect(await refusal(backUpOutside(outside(empty), file, silent))).toMatch(
    /needs pg_dump of 18 or newer, but none was found: .*HANSA_PG_BIN/,
  );
  expect(await refusal(backUpOutside(outside(programs('pg_dump', '15.18 (Debian 15.18-0+deb12u1)', 'exit 0')), file, silent))).toMatch(
    /needs pg_dump of 18 or newer, but .* is of 15/,
  );
  const failing = programs('pg_dump', '18.6', 'echo "pg_dump: error: permission denied for sequence moved_number_seq" >&2; exit 1');
  expect(await refusal(backUpOutside(outside(failing), file, silent))).toContain('permission denied for sequence moved_number_seq');
  expect(existsSync(file)).toBe(false);
  expect(readdirSync(folder).length).toBe(before + 2);
});

test('the password goes to pg_dump by the environment, in no list of processes; a file that exists is never overwritten', async () => {
  const file = join(folder, 'told.backup');
  const told = join(folder, 'told');
  const telling = programs(
    'pg_dump',
    '18.6',
    `echo "$@" > ${told}; echo "$PGPASSWORD" >> ${told}; for a in "$@"; do case $a in --file=*) echo dump > "\${a#--file=}";; esac; done`,
  );
  await backUpOutside(outside(telling), file, silent);
  const [list = '', secret = ''] = readFileSync(told, 'utf8').split('\n');
  expect(secret.length).toBeGreaterThan(10);
  expect(list).not.toContain(secret);
  expect(await refusal(backUpOutside(outside(telling), file, silent))).toContain('exists already');
  // The database of this test holds tables: it is not restored into, whatever the programs could do.
  expect(await refusal(restoreOutside(outside(programs('pg_restore', '18.6', 'exit 0')), file, silent))).toContain('holds tables already');
});

// `npm run backup -- FILE` and `npm run restore -- FILE` (docs/operate.md).
import path from 'node:path';
import { readConfig } from '#platform/config.ts';
import { backUpFolder, restoreFolder } from '#platform/postgres/backup/embedded.ts';
import { backUpOutside, restoreOutside } from '#platform/postgres/backup/outside.ts';
import { SentenceError } from '#platform/sentence-error.ts';

const print = (sentence: string): void => console.log(sentence);

async function run([what, file, ...rest]: readonly (string | undefined)[]): Promise<void> {
  if ((what !== 'backup' && what !== 'restore') || file === undefined || rest.length > 0)
    throw new SentenceError('Name one file: npm run backup -- hansa.backup, or npm run restore -- hansa.backup');
  const { folder, outside } = readConfig(process.env);
  const at = path.resolve(process.env['INIT_CWD'] ?? '.', file);
  if (outside === null) return what === 'backup' ? backUpFolder(folder, at, print) : restoreFolder(at, folder, print);
  const named = { ...outside, programs: process.env['HANSA_PG_BIN'] ?? null };
  return what === 'backup' ? backUpOutside(named, at, print) : restoreOutside(named, at, print);
}

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (fault: unknown) => {
    console.error(fault instanceof SentenceError ? fault.message : fault);
    process.exit(1);
  },
);

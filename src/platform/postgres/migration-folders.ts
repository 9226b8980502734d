// Where the migrations lie: platform's first, then whatever modules there are; file numbers give the one global order.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const modules = join(import.meta.dirname, '..', '..', 'modules');

export const migrationFolders: readonly string[] = [
  join(import.meta.dirname, 'migrations'),
  ...readdirSync(modules)
    .map((module) => join(modules, module, 'store', 'migrations'))
    .filter((folder) => existsSync(folder)),
];

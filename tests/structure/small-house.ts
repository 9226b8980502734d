// Builds a small house in a temporary folder, so that a check can be run on a breach that must never stand in the real one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The project's own root. */
export const root = path.resolve(import.meta.dirname, '../..');

export interface SmallHouse {
  readonly folder: string;
  /** Runs one of the project's tools on Node inside the small house; answers its exit code and all it printed. */
  readonly run: (tool: string, args: readonly string[]) => { readonly code: number | null; readonly output: string };
  readonly remove: () => void;
}

/** Writes the files (path → text) and makes `#…` lead to src/, as in the real package.json. */
export function buildSmallHouse(files: Readonly<Record<string, string>>): SmallHouse {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-house-'));
  const all = { 'package.json': JSON.stringify({ name: 'small-house', type: 'module', imports: { '#*': './src/*' } }), ...files };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return {
    folder,
    run: (tool, args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'node_modules', tool), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: '0' },
      });
      return { code: status, output: stdout + stderr };
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// Reads the files of the project that the structure checks look at.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Path from the project's root with forward slashes → the file's text. */
export type Tree = ReadonlyMap<string, string>;

/** One breach of a rule: where, which rule, and what to do about it. */
export interface Breach {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

const read = /\.(ts|tsx|mjs|cjs|js|css|sql|md|html)$/;

/** Reads every text file under the given folders of `root`; a folder that does not exist is empty. */
export function readTree(root: string, folders: readonly string[]): Tree {
  const tree = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const place = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(place);
      else tree.set(place, read.test(entry.name) ? readFileSync(path.join(root, place), 'utf8') : '');
    }
  };
  const present = new Set(readdirSync(root));
  for (const folder of folders) if (present.has(folder)) walk(folder);
  return tree;
}

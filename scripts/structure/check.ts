// Prints every breach of the vocabulary and of table ownership, one a line, and fails when there is one.
import path from 'node:path';
import { ownershipBreaches } from './ownership.ts';
import { readTree } from './tree.ts';
import { vocabularyBreaches } from './vocabulary.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tree = readTree(root, ['src', 'tests', 'scripts', 'bench']);
const breaches = [...vocabularyBreaches(tree), ...ownershipBreaches(tree)];

for (const { file, rule, message } of breaches) console.log(`${file}  [${rule}]  ${message}`);
process.exitCode = breaches.length > 0 ? 1 : 0;

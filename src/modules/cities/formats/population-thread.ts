// Reads from the gazetteer's file how many people live in each place, in a thread of its own.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import { gazetteerFile } from './gazetteer-line.ts';

const populationColumn = 14;
const [tab, newline] = [0x09, 0x0a];

/** The cell of a column in the line that begins there; the long ones between are passed by, not read. */
function numberIn(bytes: Buffer, line: number, column: number): number {
  let from = line;
  for (let passed = 0; passed < column; passed += 1) from = bytes.indexOf(tab, from) + 1;
  return Number(bytes.toString('latin1', from, bytes.indexOf(tab, from)));
}

/** Numbers of GeoNames and inhabitants beside them, in the order of the numbers. */
async function readPopulations(): Promise<{ readonly numbers: Int32Array; readonly people: Int32Array }> {
  const bytes = await readFile(gazetteerFile);
  const known: (readonly [number, number])[] = [];
  for (let line = 0; line < bytes.length;) {
    const end = bytes.indexOf(newline, line);
    const [number, people] = [numberIn(bytes, line, 0), numberIn(bytes, line, populationColumn)];
    if (Number.isSafeInteger(number) && people > 0) known.push([number, people]);
    line = end < 0 ? bytes.length : end + 1;
  }
  known.sort(([x], [y]) => x - y);
  return { numbers: Int32Array.from(known, ([number]) => number), people: Int32Array.from(known, ([, people]) => people) };
}

parentPort?.on('message', () => {
  void readPopulations().then((table) => parentPort?.postMessage(ok(table)));
});

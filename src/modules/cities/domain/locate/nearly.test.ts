import { expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { KNOWN_SIZE, type Gazetteer } from './gazetteer.ts';
import { nearlyCalled } from './nearly.ts';

const entryOf = (line: number): Entry => ({
  ...{ geonamesId: line, name: '', country: 'FR', region: '', feature: 'PPL', population: KNOWN_SIZE, line },
  ...{ latitude: 0, longitude: 0 },
});

/** A gazetteer of one place that is called so. */
const calling = (spelling: string): Gazetteer => ({
  called: () => [],
  under: () => [entryOf(1)],
  countriesIn: () => [],
  spellingsOf: () => [spelling],
});

test.each([
  ['Stetiene', 'Saint-Étienne', 1],
  ['Ntvernon', 'Mount Vernon', 1],
  ['Ltworth', 'Fort Worth', 1],
  ['Andcotow', '&Co Town', 1],
  ['Lodzkia', 'Łódzkie', 1],
  ['Kobehavn', 'Ｋｏｂｅｈａｖｅｎ', 1],
  ['Yiverpool', "'Liverpool'", 1],
  ['Мосвка', 'Москва', 1],
  ['Moskwa', 'Москва', null],
  ['Liverpool', 'Dresden', null],
])('a slip of the pen, %s, finds %s by %s steps', (name, spelling, steps) => {
  const found = nearlyCalled([{ name, countryWritten: null }], { gazetteer: calling(spelling), soundOf: (text) => text });
  expect(found).toEqual([steps === null ? [] : [{ entry: entryOf(1), steps }]]);
});

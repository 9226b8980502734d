// Facts of locating, decided by hand, and how well answers agree with them.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { EndToLocate, KnownTie, LocatedEnd, LocateQuestion } from '../src/modules/cities/domain/locate/end.ts';

export interface Fact {
  /** `written`: with country and coordinates; `labels`: names alone, with ties. */
  readonly kind: 'written' | 'labels';
  readonly part: 'random' | 'hard';
  readonly key: string;
  /** What is written, to be read by people. */
  readonly title: string;
  /** Numbers in GeoNames that are right; none where the gazetteer does not hold what is meant, or nobody can tell. */
  readonly right: readonly number[];
  readonly note: string;
}

const folder = new URL('../src/modules/cities/formats/locate-facts/', import.meta.url);
type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string): readonly Row[] => parse(readFileSync(new URL(file, folder)), { columns: true });
const cell = (row: Row, name: string): string => row[name] ?? '';

const numbers = (text: string): readonly number[] => (text === 'none' ? [] : text.split(' ').map(Number));
const partOf = (row: Row): Fact['part'] => (cell(row, 'part') === 'random' ? 'random' : 'hard');

/** The key under which a written place stands in questions: name and country as written. */
export const writtenKey = (name: string, country: string): string => JSON.stringify([name, country]);

const written = rowsOf('written.csv');
const labels = rowsOf('labels.csv');

const factOf = (kind: Fact['kind'], { key, title }: Pick<Fact, 'key' | 'title'>, row: Row): Fact => ({
  ...{ kind, part: partOf(row), key, title },
  right: numbers(cell(row, 'right')),
  note: cell(row, 'note'),
});

function writtenFact(row: Row): Fact {
  const [name, country] = [cell(row, 'name'), cell(row, 'country')];
  return factOf('written', { key: writtenKey(name, country), title: country === '' ? name : `${name} – ${country}` }, row);
}

function labelFact(row: Row): Fact {
  const key = cell(row, 'wikidata');
  return factOf('labels', { key, title: `${cell(row, 'label')} (${key})` }, row);
}

export const facts: readonly Fact[] = [...written.map(writtenFact), ...labels.map(labelFact)];

const bare = { countryWritten: null, latitude: null, longitude: null };

/** The facts with the context that they carry themselves, so that they can be asked without any data set. */
export function ownQuestions(): readonly LocateQuestion[] {
  const ends = written.map((row): EndToLocate => {
    const [name, country] = [cell(row, 'name'), cell(row, 'country')];
    const at = { latitude: Number(cell(row, 'latitude')), longitude: Number(cell(row, 'longitude')) };
    return { key: writtenKey(name, country), name, countryWritten: country === '' ? null : country, ...at };
  });
  const named = new Map(labels.map((row) => [cell(row, 'wikidata'), cell(row, 'label')]));
  const tied = new Map<string, string[]>();
  for (const row of rowsOf('label-ties.csv')) {
    const [end, neighbour] = [cell(row, 'wikidata'), cell(row, 'neighbour')];
    if (!named.has(neighbour)) named.set(neighbour, cell(row, 'label'));
    tied.set(end, [...(tied.get(end) ?? []), neighbour]);
  }
  const lone = [...named].map(([key, name]): EndToLocate => ({ key, name, ...bare, wikidataId: key, neighbours: tied.get(key) ?? [] }));
  const knownTies = rowsOf('known-ties.csv').map((row): KnownTie => [Number(cell(row, 'a')), Number(cell(row, 'b'))]);
  return [{ ends }, { ends: lone, knownTies }];
}

export interface Rating {
  readonly kind: Fact['kind'] | 'both';
  readonly part: Fact['part'];
  readonly count: number;
  /** Of the places that were answered, the share that is right. */
  readonly precision: number;
  /** Of the places that the gazetteer holds, the share that was found. */
  readonly recall: number;
  readonly wrong: readonly Fact[];
  readonly missed: readonly Fact[];
}

/** How well the answers agree with the facts: random and hard parts, each kind apart, then both kinds together. */
export function rate(answers: ReadonlyMap<string, LocatedEnd>): readonly Rating[] {
  return (['written', 'labels', 'both'] as const).flatMap((kind) =>
    (['random', 'hard'] as const).map((part) => {
      const asked = facts.filter((fact) => (kind === 'both' || fact.kind === kind) && fact.part === part);
      const given = (fact: Fact): number | null => answers.get(fact.key)?.geonamesId ?? null;
      const isRight = (fact: Fact): boolean => fact.right.includes(given(fact) ?? 0);
      const [right, wrong] = [asked.filter(isRight), asked.filter((fact) => given(fact) !== null && !isRight(fact))];
      const missed = asked.filter((fact) => fact.right.length > 0 && given(fact) === null);
      const held = asked.filter((fact) => fact.right.length > 0).length;
      const precision = right.length / (right.length + wrong.length);
      return { kind, part, count: asked.length, precision, recall: right.length / held, wrong, missed };
    }),
  );
}

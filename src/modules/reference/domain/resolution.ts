// What each written place is taken for: by a person's answer, by the gazetteer, or as it is written; and what is wrong with it.
import type { LocatedEnd } from '#modules/cities/domain/locate/end.ts';
import type { Params } from '#kernel/result.ts';
import { choicesText } from './choices.ts';
import type { Outcome, RowProblem, WrittenPlace } from './written.ts';

/** What a person says that a written place is. */
export type Answer = { readonly city: string } | { readonly geonamesId: number } | { readonly as: 'written' } | { readonly as: 'left_out' };

export const matchedBy = ['person', 'number', 'gazetteer', 'as_written', 'left_out', 'hidden'] as const;
export type MatchedBy = (typeof matchedBy)[number];

/** A place with the city it is; null where it is left out, may not be shown, or has no name. */
export interface Resolved {
  readonly cityId: string | null;
  readonly by: MatchedBy;
  /** The city on record that has the place's number in Wikidata. */
  readonly numbered?: { readonly geonamesId: number | null; readonly country: string };
}

/** A place as it was written with what the gazetteer says of it; null where nobody asked: a person has answered. */
export interface Judged {
  readonly place: WrittenPlace;
  readonly match: LocatedEnd | null;
  readonly resolved: Resolved;
}

const kinds = { name: 'country_from_name', coordinates: 'country_from_coordinates', place: 'country_from_place' } as const;

const countryCodes = {
  misspelt: 'reference.country_misspelt',
  part_of_country: 'reference.country_is_part',
  other_words: 'reference.country_other_words',
  other_language: 'reference.country_other_language',
} as const;

type About = Pick<RowProblem, 'column' | 'code' | 'params' | 'outcome'>;

/** What is wrong with the countries of places: one line for each thing that is written, with all its rows. */
export function countryProblems(judged: readonly Judged[]): readonly RowProblem[] {
  const lines = new Map<string, About & { readonly rows: Set<number> }>();
  const add = (about: About, rows: readonly number[]): void => {
    const id = JSON.stringify(about);
    const line = lines.get(id) ?? { ...about, rows: new Set<number>() };
    for (const row of rows) line.rows.add(row);
    lines.set(id, line);
  };
  for (const { place, match } of judged) {
    const { columns, rows } = place;
    if (match?.countryCorrection != null) {
      const { written, meant, code } = match.countryCorrection;
      add({ column: columns.country, code: countryCodes[code], params: { written, meant }, outcome: 'corrected' }, rows);
    } else if (place.country !== null && match !== null && match.countryFrom !== 'written') {
      const outcome = match.countryFrom === 'unknown' ? 'country_unknown' : kinds[match.countryFrom];
      add({ column: columns.country, code: 'reference.country_unknown', params: { written: place.country }, outcome }, rows);
    }
  }
  return [...lines.values()].flatMap(({ rows, ...line }) => {
    const sorted = [...rows].toSorted((x, y) => x - y);
    const [row] = sorted;
    return row === undefined ? [] : [{ ...line, row, rows: sorted, key: null }];
  });
}

/** How many places fit, of which the alternatives are the greatest. */
function bearersOf({ reasons, alternatives }: LocatedEnd): number {
  const count = reasons.find(({ code }) => code === 'several_fit')?.params?.['count'];
  return typeof count === 'number' ? count : alternatives.length;
}

/** What is wrong with a place besides its country. */
function aboutPlace({ place, match, resolved }: Judged): readonly About[] {
  const { columns, name, country } = place;
  const at = (column: string | null, code: string, outcome: Outcome, params: Params = {}): About => ({
    column,
    code,
    params: { name: name === '' ? (place.wikidataId ?? '') : name, ...params },
    outcome,
  });
  if (resolved.by === 'hidden') return [at(columns.name, 'reference.hidden', 'left_out')];
  if (resolved.by === 'left_out') return [at(columns.name, 'reference.left_out_by_answer', 'left_out')];
  if (resolved.cityId === null) return [at(columns.name, 'reference.no_name', 'left_out')];
  if (match === null) return [];
  const flags = new Set(match.flags);
  const found: About[] = [];
  if (country === null && columns.country !== null) {
    const outcome = match.countryFrom === 'unknown' || match.countryFrom === 'written' ? 'country_unknown' : kinds[match.countryFrom];
    found.push(at(columns.country, 'reference.country_empty', outcome, { taken: match.country }));
  }
  if (flags.has('coordinates_suspicious'))
    found.push(
      at(columns.position, 'reference.position_suspicious', 'kept', {
        latitude: place.latitude ?? 0,
        longitude: place.longitude ?? 0,
      }),
    );
  const decided = match.geonamesId !== null || resolved.by === 'person' || resolved.by === 'number';
  if (flags.has('is_region')) found.push(at(columns.name, 'reference.is_region', 'kept_as_region'));
  else if (flags.has('is_district')) found.push(at(columns.name, 'reference.is_district', decided ? 'kept' : 'kept_as_region'));
  else if (!decided && flags.has('homonym_undecided'))
    found.push(at(columns.name, 'reference.homonym', 'kept_as_written', { choices: choicesText(match.alternatives, bearersOf(match)) }));
  else if (!decided)
    found.push(
      at(columns.name, 'reference.not_in_gazetteer', 'kept_as_written', { choices: choicesText(match.alternatives, bearersOf(match)) }),
    );
  return found;
}

/** One line for each place and thing that is wrong with it, with all rows it stands in. */
export const placeProblems = (judged: readonly Judged[]): readonly RowProblem[] =>
  judged.flatMap((one) => {
    const { rows, key } = one.place;
    const sorted = rows.toSorted((x, y) => x - y);
    const [row] = sorted;
    return row === undefined ? [] : aboutPlace(one).map((about) => ({ ...about, row, rows: sorted, key }));
  });

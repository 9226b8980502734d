// Reads entities of Wikidata in the documented JSON (docs: Wikibase/DataModel/JSON): their sister cities (P190) with start, end and
// references, and what tells which places they are.
import { dateExists, type FlexDate } from '#kernel/flex-date.ts';
import { ok, type Result } from '#kernel/result.ts';
import { refuseFile } from '#platform/files/sheets.ts';
import { readGeonamesId } from '#reading/positions.ts';
import { plainText } from '#reading/written-cells.ts';
import { Places, type PlaceAsRead } from '../domain/places.ts';
import { countryOfItem } from '../domain/wikidata-countries.ts';
import { problemAt, type CitedSource, type RowProblem, type Said, type WrittenSet, type WrittenTie } from '../domain/written.ts';
import { asRecord, field, listOf, textOf, type Json } from './json.ts';

/** The properties that are read, by the numbers of Wikidata. */
const property = {
  sister: 'P190',
  start: 'P580',
  end: 'P582',
  country: 'P17',
  position: 'P625',
  geonames: 'P1566',
  url: 'P854',
  retrieved: 'P813',
} as const;

const item = (snak: Json): string | null => {
  const id = textOf(field(field(field(snak, 'datavalue'), 'value'), 'id'));
  return /^Q[1-9]\d{0,9}$/.test(id) ? id : null;
};

/** The statements of a property that are not deprecated, preferred ones alone where there are any. */
function best(claims: Json, name: string): readonly Json[] {
  const all = listOf(field(claims, name)).filter((claim) => textOf(field(claim, 'rank')) !== 'deprecated');
  const preferred = all.filter((claim) => textOf(field(claim, 'rank')) === 'preferred');
  return preferred.length > 0 ? preferred : all;
}

const valueOf = (claim: Json): Json => field(field(field(claim, 'mainsnak'), 'datavalue'), 'value');

const precisions: Readonly<Record<number, number>> = { 9: 4, 10: 7, 11: 10 };
const julian = /Q1985786$/;

/** A point in time at the precision it has; of days in the Julian calendar only the year, null for centuries and what is no date. */
function dateOf(value: Json): FlexDate | null {
  const [, text = ''] = /^\+(\d{4}-\d{2}-\d{2})T/.exec(textOf(field(value, 'time'))) ?? [];
  const length = precisions[Number(field(value, 'precision'))];
  if (length === undefined) return null;
  const date = text.slice(0, julian.test(textOf(field(value, 'calendarmodel'))) ? 4 : length);
  return dateExists(date) ? { text: date, qualifier: 'exact' } : null;
}

interface Found {
  readonly place: PlaceAsRead;
  readonly id: string;
  readonly claims: Json;
}

const columns = { name: property.sister, country: property.country, position: property.position } as const;

const unnamed = (wikidataId: string): PlaceAsRead => ({
  ...{ name: '', names: {}, otherNames: [], country: null, latitude: null, longitude: null, wikidataId, geonamesId: null, columns },
});

const tags: Readonly<Record<string, string>> = { en: 'en', 'zh-hans': 'zh-Hans', 'zh-cn': 'zh-Hans' };

function entityOf(entity: Json): Found | null {
  const id = textOf(field(entity, 'id'));
  if (!/^Q[1-9]\d{0,9}$/.test(id)) return null;
  const labels = Object.entries(asRecord(field(entity, 'labels'))).map(
    ([tag, label]) => [tag, plainText(textOf(field(label, 'value')))] as const,
  );
  const aliases = Object.values(asRecord(field(entity, 'aliases'))).flatMap((list) =>
    listOf(list).map((alias) => plainText(textOf(field(alias, 'value')))),
  );
  const names: Record<string, string> = {};
  for (const [tag, text] of labels) {
    const known = tags[tag];
    if (known !== undefined && text !== '') names[known] ??= text;
  }
  const name =
    names['en'] ?? labels.find(([tag, text]) => tag === 'mul' && text !== '')?.[1] ?? labels.find(([, text]) => text !== '')?.[1] ?? '';
  const claims = field(entity, 'claims');
  const position = valueOf(best(claims, property.position)[0]);
  const [latitude, longitude] = [Number(field(position, 'latitude') ?? NaN), Number(field(position, 'longitude') ?? NaN)];
  const isPosition = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  // Several numbers are of the town and of its commune: which is meant, the name and the position tell.
  const numbers = best(claims, property.geonames).flatMap((claim) => readGeonamesId(textOf(valueOf(claim))) ?? []);
  const countries = best(claims, property.country).flatMap((claim) => item(field(claim, 'mainsnak')) ?? []);
  const place = {
    ...{ name, names, wikidataId: id, columns },
    otherNames: [...new Set([...labels.map(([, text]) => text), ...aliases])].filter((text) => text !== '' && text !== name).slice(0, 60),
    country: countries.flatMap((country) => countryOfItem(country) ?? [])[0] ?? null,
    latitude: isPosition ? latitude : null,
    longitude: isPosition ? longitude : null,
    geonamesId: numbers.length === 1 ? (numbers[0] ?? null) : null,
  };
  return { id, place, claims };
}

/** The first reference that leads somewhere. */
function sourceOf(claim: Json, id: string): CitedSource | null {
  const passage = `Wikidata ${id}, ${property.sister}`;
  for (const reference of listOf(field(claim, 'references'))) {
    const snaks = field(reference, 'snaks');
    const address = textOf(field(field(listOf(field(snaks, property.url))[0], 'datavalue'), 'value'));
    if (!/^https?:\/\/\S+$/.test(address) || address.length > 500) continue;
    const retrieved = dateOf(field(field(listOf(field(snaks, property.retrieved))[0], 'datavalue'), 'value'));
    return { title: address.slice(0, 300), address, retrieved, passage };
  }
  return null;
}

class EntityReader {
  readonly places = new Places();
  readonly ties: WrittenTie[] = [];
  readonly problems: RowProblem[] = [];
  #row = 0;

  #qualifier(claim: Json, name: string): FlexDate | null {
    const [snak] = listOf(field(field(claim, 'qualifiers'), name));
    const type = textOf(field(snak, 'snaktype'));
    // That it ended, or began, at a time that nobody knows is told; that it did not says nothing.
    if (snak === undefined || (type !== 'value' && type !== 'somevalue')) return null;
    const value = type === 'value' ? field(field(snak, 'datavalue'), 'value') : { time: type };
    const date = dateOf(value);
    if (date === null)
      this.problems.push(
        problemAt(this.#row, name, {
          code: 'reference.date_unreadable',
          params: { written: textOf(field(value, 'time')).slice(0, 60) },
          outcome: 'kept_without_date',
        }),
      );
    return date;
  }

  #said(claim: Json, id: string): Said | null {
    const [since, until] = [this.#qualifier(claim, property.start), this.#qualifier(claim, property.end)];
    if (since === null && until === null) return null;
    return { since, until, classCode: null, note: null, source: sourceOf(claim, id) };
  }

  /** Each statement counts as a row, in the order of the file. */
  read({ id, place, claims }: Found): void {
    const a = this.places.describe(place);
    for (const claim of listOf(field(claims, property.sister))) {
      this.#row += 1;
      if (textOf(field(claim, 'rank')) === 'deprecated') {
        this.problems.push(
          problemAt(this.#row, property.sister, { code: 'reference.deprecated', params: { name: id }, outcome: 'left_out' }),
        );
        continue;
      }
      const partner = item(field(claim, 'mainsnak'));
      if (partner === null) {
        this.problems.push(
          problemAt(this.#row, property.sister, { code: 'reference.partner_unknown', params: { name: id }, outcome: 'left_out' }),
        );
        continue;
      }
      this.places.add(place, this.#row);
      this.ties.push({ a, b: this.places.add(unnamed(partner), this.#row), row: this.#row, said: this.#said(claim, id) });
    }
  }

  rows(): number {
    return this.#row;
  }
}

/** The entities of a file: of an answer of wbgetentities or Special:EntityData, of a dump, or one alone. */
function entitiesIn(file: Json): readonly Json[] {
  const entities = field(file, 'entities');
  if (entities !== undefined) return Object.values(asRecord(entities));
  return Array.isArray(file) ? (file as readonly Json[]) : [file];
}

/** Whether the file is of entities of Wikidata. */
export const holdsEntities = (file: Json): boolean => {
  const [first] = entitiesIn(file);
  return first !== undefined && field(first, 'claims') !== undefined && /^Q\d+$/.test(textOf(field(first, 'id')));
};

/** Reads the sister cities of every entity; a partner that is no entity of the file has its number alone. Refuses a file without entities. */
export function readEntities(file: Json): Result<WrittenSet> {
  const found = entitiesIn(file).flatMap((entity) => entityOf(entity) ?? []);
  if (found.length === 0) return refuseFile('reference.no_entities');
  const reader = new EntityReader();
  for (const entity of found) reader.read(entity);
  const { places, ties, problems } = reader;
  const read = { places: places.all(), ties, problems, rows: reader.rows() };
  return ok({ directed: true, language: 'en', partnerColumn: property.sister, ...read });
}

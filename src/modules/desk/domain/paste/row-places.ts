// What the cells of a row say of its city: by name, country and state, in cells of their own, in one cell, or above the row.
import { readCityCell, type CityCell } from '#reading/city-cell.ts';
import { dateWithoutMarks, itemOf, withoutMarks } from '#reading/written-cells.ts';
import { countryBeside, countryInAnyLanguage, countriesMeant } from '#modules/cities/domain/country-cell.ts';
import { labelKey } from '#modules/cities/domain/naming-policy.ts';
import type { PastedSheet } from './columns.ts';
import type { ColumnMeaning } from './heads.ts';
import { headingOfPlaces, isCountryOrCity, isHeading } from './sums.ts';

/** The country above a row, as it is written; `isCarried` where it stands in the country's own column, in merged cells. */
export interface CountryAbove {
  readonly written: string;
  readonly isCarried: boolean;
}

/** `above`: the country of the heading over the row, or of merged cells; the row's own words go before it. */
export function placeOf(cellOf: (meaning: ColumnMeaning) => string, above: string, regions: ReadonlyMap<string, string>) {
  const cell = withoutMarks(cellOf('city'));
  const item = itemOf(cell);
  const told: CityCell = item === null ? readCityCell(cell, countryBeside) : { city: '', country: null, since: '' };
  const inColumn = withoutMarks(cellOf('country'));
  const written = inColumn === '' && told.country === null ? above : inColumn;
  const labelled = regions.get(labelKey(written)) ?? null;
  const code = itemOf(cellOf('code')) ?? (cellOf('code') === '' ? (item ?? '') : cellOf('code'));
  const since = dateWithoutMarks(cellOf('since'));
  const country = written === '' ? (told.country?.code ?? null) : (labelled ?? countryInAnyLanguage(written));
  // The column says another country than the cell, or nothing that can be read: the cell stays as it is.
  const isContradicted = told.country !== null && told.country.code !== country;
  const city = isContradicted ? `${told.city}, ${told.country.written}` : told.city;
  const countryWritten = written === '' ? (told.country?.written ?? '') : written;
  return {
    ...{ city, code, country, countryWritten, countryCodes: labelled === null ? countriesMeant(countryWritten) : [labelled] },
    region: withoutMarks(cellOf('region')),
    since: since === '' ? told.since : since,
    // Said twice: the column goes before, and nothing is lost.
    alsoSince: since === '' || told.since === since ? '' : told.since,
  };
}

/** So many countries at least, each named once, show that a blank below one is a merged cell and no country that was left out. */
const LEAST_NAMED = 6;
const LEAST_BLANK = 3;

/** Whether the column of countries has merged cells: the first row names one, none is named twice, and rows below them name none. */
function isMerged({ columns }: PastedSheet, rows: readonly (readonly string[])[]): boolean {
  const at = columns.indexOf('country');
  if (at < 0) return false;
  const cells = rows.map((row) => (row[at] ?? '').trim());
  const named = cells.filter((cell) => cell !== '');
  const isOnce = new Set(named).size === named.length;
  return cells[0] !== '' && isOnce && named.length >= LEAST_NAMED && cells.length - named.length >= LEAST_BLANK;
}

/** For each row the country above it; '' where there is none, or another heading or a doubtful line came between. */
export function countriesAbove(sheet: PastedSheet): readonly CountryAbove[] {
  const { columns, rows } = sheet;
  const isRow = rows.map(({ cells }) => !isHeading(sheet, cells) && !isCountryOrCity(sheet, cells));
  const at = columns.indexOf('country');
  const merged = isMerged(
    sheet,
    rows.flatMap(({ cells }, place) => (isRow[place] === true ? [cells] : [])),
  );
  let [under, named] = ['', ''];
  return rows.map(({ cells }, place) => {
    const heading = headingOfPlaces(sheet, cells);
    const own = (cells[at] ?? '').trim();
    if (heading !== null) under = heading;
    else if (isRow[place] === false) under = '';
    named = isRow[place] === false ? '' : own === '' ? named : own;
    const isCarried = merged && isRow[place] === true && own === '' && named !== '';
    return { written: isCarried ? named : under, isCarried };
  });
}

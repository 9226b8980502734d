// UN goals, places, days and source of an offer or a need, as cells hold them: five columns for each of the two.
import { detailsOrNull, noDetails, type EntryDetails, type EntryKind } from '#modules/organisations/domain/entry.ts';
import type { Row } from './row.ts';

const parts = ['goals', 'places', 'from', 'until', 'source'] as const satisfies readonly (keyof EntryDetails)[];
type Part = (typeof parts)[number];
const named = { goals: 'Goals', places: 'Places', from: 'From', until: 'Until', source: 'Source' } as const satisfies Record<Part, string>;
type Field = `${EntryKind}${(typeof named)[Part]}`;

const fieldOf = (kind: EntryKind, part: Part): Field => `${kind}${named[part]}`;

const dayOrNull = (row: Row, field: Field): string | null => (row.has(field) ? row.day(field) : null);

/** What a row says, the rest as `blank`. */
export function detailsIn(row: Row, kind: EntryKind, blank: EntryDetails | null): EntryDetails | null {
  const before = blank ?? noDetails;
  return detailsOrNull({
    goals: row.has(`${kind}Goals`) ? row.goals(`${kind}Goals`) : before.goals,
    places: row.has(`${kind}Places`) ? placesIn(row.text(`${kind}Places`)) : before.places,
    from: dayOrNull(row, `${kind}From`) ?? before.from,
    until: dayOrNull(row, `${kind}Until`) ?? before.until,
    source: row.has(`${kind}Source`) ? row.text(`${kind}Source`) : before.source,
  });
}

const placesIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[;；\n]+/u)
      .map((place) => place.trim())
      .filter((place) => place !== ''),
  ),
];

/** Of what the same company has, what a sheet has no column for. */
export const detailsUnsaid = (kind: EntryKind, before: EntryDetails | null, says: (field: string) => boolean): EntryDetails | null =>
  before === null
    ? null
    : detailsOrNull({
        ...before,
        ...Object.fromEntries(parts.filter((part) => says(fieldOf(kind, part))).map((part) => [part, noDetails[part]])),
      });

/** As cells. */
export const detailCells = (kind: EntryKind, details: EntryDetails | null): Readonly<Record<string, string | null>> => {
  const { goals, places, from, until, source } = details ?? noDetails;
  const cells = { goals: goals.join('; '), places: places.join('; '), from, until, source } satisfies Record<Part, string | null>;
  return Object.fromEntries(parts.map((part) => [fieldOf(kind, part), cells[part]]));
};

// Title, UN goals, places, days and source of an offer or a need, as cells hold them: five columns for each of the two, and one of the title for each language.
import type { EntryKind } from '#modules/organisations/domain/entry.ts';
import { fileDetailsOrNull, noFileDetails } from '../../domain/file/details.ts';
import type { FileDetails, FileText } from '../../domain/file/edition-file.ts';
import type { Row } from './row.ts';

const parts = ['title', 'goals', 'places', 'from', 'until', 'source'] as const satisfies readonly (keyof FileDetails)[];
type Part = (typeof parts)[number];
const named = {
  title: 'Title',
  goals: 'Goals',
  places: 'Places',
  from: 'From',
  until: 'Until',
  source: 'Source',
} as const satisfies Record<Part, string>;
type Field = `${EntryKind}${(typeof named)[Part]}`;

const fieldOf = (kind: EntryKind, part: Part): Field => `${kind}${named[part]}`;

const dayOrNull = (row: Row, field: Field): string | null => (row.has(field) ? row.day(field) : null);

/** What a row says, the rest as `blank`. */
export function detailsIn(row: Row, kind: EntryKind, blank: FileDetails | null): FileDetails | null {
  const before = blank ?? noFileDetails;
  return fileDetailsOrNull({
    title: { ...before.title, ...row.inLanguages(`${kind}Title`) },
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
export const detailsUnsaid = (kind: EntryKind, before: FileDetails | null, says: (field: string) => boolean): FileDetails | null =>
  before === null
    ? null
    : fileDetailsOrNull({
        ...before,
        ...Object.fromEntries(parts.filter((part) => says(fieldOf(kind, part))).map((part) => [part, noFileDetails[part]])),
      });

/** As cells. */
export const detailCells = (kind: EntryKind, details: FileDetails | null): Readonly<Record<string, FileText | string | null>> => {
  const { title, goals, places, from, until, source } = details ?? noFileDetails;
  const cells = { title, goals: goals.join('; '), places: places.join('; '), from, until, source } satisfies Record<
    Part,
    FileText | string | null
  >;
  return Object.fromEntries(parts.map((part) => [fieldOf(kind, part), cells[part]]));
};

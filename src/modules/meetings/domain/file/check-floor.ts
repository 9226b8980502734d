// Rules of an edition file about its floor plan: those that expos holds, and lengths that are lengths.
import { floorProblems, drawnElsewhere } from '#modules/expos/domain/floor/problems.ts';
import { limits } from '#modules/expos/domain/limits.ts';
import type { FileTableName } from './edition-file.ts';
import { floorOfFile } from './roster.ts';
import { code, hall, type Check } from './rule-frame.ts';
import { complaintOfName, complaintOfNumber, complaintOfText, type Complaint } from './rules.ts';

const complaintOfLength = (metres: number | null, least: number): Complaint =>
  metres === null || (metres >= least && metres <= limits.hallLength / 100)
    ? null
    : { code: 'expos.plan_length', params: { least, most: limits.hallLength / 100 } };

const tableOf: Readonly<Record<string, FileTableName>> = { halls: 'halls', walks: 'walks', rectangles: 'rectangles' };

export function checkFloor({ file, report, isLanguage }: Check): void {
  file.halls.forEach(({ code: named, width, depth }, index) => {
    report('halls', index, 'code', complaintOfText(named, { ...hall, required: true }));
    report('halls', index, 'width', complaintOfLength(width, 1));
    report('halls', index, 'depth', complaintOfLength(depth, 1));
  });
  file.walks.forEach(({ minutes }, index) => report('walks', index, 'minutes', complaintOfNumber(minutes, 0, limits.walkMinutes)));
  file.rectangles.forEach(({ code: named, name, width, depth }, index) => {
    if (named !== null) report('rectangles', index, 'code', complaintOfText(named, code));
    report('rectangles', index, 'name', complaintOfName(name, false, isLanguage));
    report('rectangles', index, 'width', complaintOfLength(width, 0.1));
    report('rectangles', index, 'depth', complaintOfLength(depth, 0.1));
  });
  file.stands.forEach(({ area }, index) => {
    if (area !== null && !(area > 0 && area <= 100_000)) report('stands', index, 'area', { code: 'meetings.file_area_out_of_range' });
  });
  const known = { stands: new Set(file.stands.map((one) => one.code)), tables: new Set(file.tables.map(({ number }) => String(number))) };
  for (const { path, code: complaint, params } of floorProblems(floorOfFile(file), known)) {
    const [part = '', index, field] = path;
    const table = tableOf[part];
    if (table !== undefined) report(table, Number(index), String(field), { code: complaint, ...(params === undefined ? {} : { params }) });
  }
  checkHalls({ file, report });
}

/** A stand or table is drawn in the hall that its own row names. */
function checkHalls({ file, report }: Pick<Check, 'file' | 'report'>): void {
  const drawn = new Map(file.rectangles.map(({ kind, code: named, hall: where }) => [`${kind} ${named ?? ''}`, where]));
  const rows = [
    ...file.stands.map((one, index) => ({ table: 'stands' as const, index, hall: one.hall, key: `stand ${one.code}` })),
    ...file.tables.map((one, index) => ({ table: 'tables' as const, index, hall: one.hall, key: `table ${one.number}` })),
  ];
  for (const { table, index, hall: said, key } of rows)
    for (const { code: complaint, params } of drawnElsewhere(said, drawn.get(key), []))
      report(table, index, 'hall', { code: complaint, ...(params === undefined ? {} : { params }) });
}

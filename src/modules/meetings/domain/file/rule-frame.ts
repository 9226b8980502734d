// The frame of the rules that look across an edition file: what they are given and what several of them need.
import type { EditionFile, FileSpan, FileTableName } from './edition-file.ts';
import { quoted } from './problems.ts';
import { isClockTime, isDay, fileLimits, type Complaint } from './rules.ts';

/** What a rule looks at, and how it reports. */
export interface Check {
  readonly file: EditionFile;
  readonly isLanguage: (tag: string) => boolean;
  readonly report: (table: FileTableName, index: number, field: string, complaint: Complaint) => void;
  readonly participants: ReadonlySet<string>;
  /** What is wrong with a text that is no code of theirs. */
  readonly noParticipant: (text: string) => Complaint;
  readonly slots: ReadonlySet<number>;
  readonly meetings: ReadonlyMap<number, string>;
}

/** Rules of the texts. */
export const code = { max: fileLimits.code, required: true };
export const note = { max: fileLimits.note, required: false };
export const hall = { max: fileLimits.hall, required: false };
/** What somebody offers or looks for. */
export const said = { max: fileLimits.said, required: false };
export const city = { max: fileLimits.city, required: false };
export const reason = { max: fileLimits.reason, required: false };

/** A code or number that names nothing in the file. */
export const unknown = (value: string | number): Complaint => ({
  code: 'meetings.file_unknown_reference',
  params: { value: quoted(String(value)) },
});

/** Reports every second and later row that says a key again. */
export function checkDoubles(report: Check['report'], table: FileTableName, field: string, keys: readonly (string | number)[]): void {
  const seen = new Set<string | number>();
  keys.forEach((key, index) => {
    if (seen.has(key)) report(table, index, field, { code: 'meetings.file_doubled', params: { value: quoted(String(key)) } });
    seen.add(key);
  });
}

/** Reports what is wrong with a span; whether it is sound. */
export function checkSpan(report: (field: string, complaint: Complaint) => void, span: FileSpan, edition: EditionFile['edition']): boolean {
  const bad: (readonly [string, Complaint])[] = [];
  if (!isDay(span.date)) bad.push(['date', { code: 'meetings.file_day_invalid', params: { value: quoted(span.date) } }]);
  else if (span.date < edition.firstDay || span.date > edition.lastDay)
    bad.push([
      'date',
      { code: 'meetings.file_outside_edition', params: { value: span.date, first: edition.firstDay, last: edition.lastDay } },
    ]);
  for (const field of ['start', 'end'] as const)
    if (!isClockTime(span[field])) bad.push([field, { code: 'meetings.file_time_invalid', params: { value: quoted(span[field]) } }]);
  if (isClockTime(span.start) && isClockTime(span.end) && span.start >= span.end)
    bad.push(['end', { code: 'meetings.file_ends_before_start' }]);
  for (const [field, complaint] of bad) report(field, complaint);
  return bad.length === 0;
}

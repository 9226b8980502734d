// Whether an edition file holds together: every problem of every row at once, each with its place.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { checkDoubles, checkSpan, type Check } from './rule-frame.ts';
import { checkFloor } from './check-floor.ts';
import { checkContacts, checkGroups, checkInterpreters, checkParticipants, checkPlaces, checkTopics } from './check-people.ts';
import { checkMeetings, checkRequests, checkUnavailable } from './check-wishes.ts';
import type { EditionFile, FileTableName } from './edition-file.ts';
import { ownPlaces, problemAt, quoted, type FilePlaces } from './problems.ts';
import { unknownAmong } from './unknown-participant.ts';
import { complaintOfName, complaintOfNumber, fileLimits, isDay, isTimeZone, languageTester } from './rules.ts';

/** Answers the same file when it holds together, otherwise all its problems (the first 500). Pure; `places` leads to rows of the source. */
export function checkFile(file: EditionFile, places: FilePlaces = ownPlaces): Result<EditionFile> {
  const problems: Problem[] = [];
  let count = 0;
  const report: Check['report'] = (table, index, field, complaint) => {
    if (complaint === null) return;
    count++;
    if (problems.length < fileLimits.problems) problems.push(problemAt(places(table, index, field), complaint.code, complaint.params));
  };
  const check: Check = {
    file,
    report,
    isLanguage: languageTester(),
    participants: new Set(file.participants.map((p) => p.code)),
    noParticipant: unknownAmong(file.participants),
    slots: new Set(file.slots.map((s) => s.number)),
    meetings: pairsOfMeetings(file),
  };
  for (const rule of [
    checkSizes,
    checkEdition,
    checkSlots,
    checkPlaces,
    checkFloor,
    checkGroups,
    checkTopics,
    checkParticipants,
    checkContacts,
    checkUnavailable,
    checkInterpreters,
    checkRequests,
    checkMeetings,
  ])
    rule(check);
  if (count === 0) return ok(file);
  const refusal = refuseInput(problems);
  return { ok: false, refusal: { ...refusal.refusal, params: { count } } };
}

/** The unordered pair of every meeting, by its number; the first request with the number decides. */
function pairsOfMeetings(file: EditionFile): Map<number, string> {
  const pairs = new Map<number, string>();
  for (const r of file.requests)
    if (r.meeting !== null && !pairs.has(r.meeting)) pairs.set(r.meeting, JSON.stringify([r.from, r.to].sort()));
  return pairs;
}

function checkSizes({ file, report }: Check): void {
  for (const [table, most] of Object.entries(fileLimits.rows)) {
    const rows = table === 'edition' ? 1 : file[table as Exclude<FileTableName, 'edition'>].length;
    if (rows > most) report(table as FileTableName, most, '', { code: 'meetings.file_too_many_rows', params: { rows, most } });
  }
}

function checkEdition({ file: { edition }, report, isLanguage }: Check): void {
  report('edition', 0, 'name', complaintOfName(edition.name, true, isLanguage));
  report('edition', 0, 'venue', complaintOfName(edition.venue, false, isLanguage));
  if (!isTimeZone(edition.timeZone))
    report('edition', 0, 'timeZone', { code: 'meetings.file_time_zone_unknown', params: { value: quoted(edition.timeZone) } });
  for (const field of ['firstDay', 'lastDay'] as const)
    if (!isDay(edition[field]))
      report('edition', 0, field, { code: 'meetings.file_day_invalid', params: { value: quoted(edition[field]) } });
  if (edition.firstDay > edition.lastDay) report('edition', 0, 'lastDay', { code: 'meetings.file_ends_before_start' });
}

function checkSlots({ file, report }: Check): void {
  checkDoubles(
    report,
    'slots',
    'number',
    file.slots.map((s) => s.number),
  );
  const sound: { readonly index: number; readonly number: number; readonly from: string; readonly to: string }[] = [];
  file.slots.forEach((slot, index) => {
    report('slots', index, 'number', complaintOfNumber(slot.number, 1, fileLimits.rows.slots));
    report('slots', index, 'session', complaintOfNumber(slot.session, 1, fileLimits.session));
    const whole = checkSpan((field, complaint) => report('slots', index, field, complaint), slot, file.edition);
    if (whole) sound.push({ index, number: slot.number, from: `${slot.date} ${slot.start}`, to: `${slot.date} ${slot.end}` });
  });
  sound.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.index - b.index));
  let last: (typeof sound)[number] | undefined;
  for (const [position, slot] of sound.entries()) {
    if (last !== undefined && slot.from < last.to)
      report('slots', slot.index, 'start', { code: 'meetings.file_slots_overlap', params: { slot: slot.number, other: last.number } });
    else if (sound.length === file.slots.length && slot.number !== position + 1)
      report('slots', slot.index, 'number', {
        code: 'meetings.file_slots_out_of_order',
        params: { slot: slot.number, expected: position + 1 },
      });
    if (last === undefined || slot.to > last.to) last = slot;
  }
}

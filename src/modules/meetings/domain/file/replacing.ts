// A file in place of what an edition holds: its tables are those of the edition from then on, the others stay.
import { contactsAmong, type EditionFile, type EditionParts } from './edition-file.ts';
import { meetingsIn, sequenceOf } from './changed-sequence.ts';
import { followTopics } from './topics.ts';

/** What is drawn of those who stay: a stand or table that goes is drawn no more, and nobody walks to a hall that is not listed. */
function drawingKept(existing: EditionFile, parts: EditionParts): Pick<EditionFile, 'walks' | 'rectangles'> {
  const { stands = existing.stands, tables = existing.tables, halls = existing.halls } = parts;
  const known = new Set([...stands.map(({ code }) => `stand ${code}`), ...tables.map(({ number }) => `table ${number}`)]);
  const listed = new Set(halls.map(({ code }) => code));
  return {
    walks: existing.walks.filter(({ from, to }) => listed.has(from) && listed.has(to)),
    rectangles: existing.rectangles.filter(({ kind, code }) => code === null || known.has(`${kind} ${code}`)),
  };
}

/** Fixed times and orders of the meetings that stay, where other requests take the place of those on record; in another timetable no time stays. */
function sequenceKept(existing: EditionFile, { requests, slots }: EditionParts): Partial<Pick<EditionFile, 'fixed' | 'orders'>> {
  if (requests === undefined) return {};
  const kept = sequenceOf(meetingsIn(existing), { requests });
  return slots === undefined ? kept : { ...kept, fixed: [] };
}

/** The file that results when the parts replace those of an existing edition. */
export function withParts(existing: EditionFile, parts: EditionParts): EditionFile {
  const { participants = existing.participants, topics = existing.topics } = parts;
  return {
    ...existing,
    ...drawingKept(existing, parts),
    contacts: contactsAmong(existing.contacts, participants),
    ...sequenceKept(existing, parts),
    ...parts,
    participants: followTopics(participants, existing.topics, topics),
  };
}

// Reads a .dzn file of the benchmark into an instance, checking its redundant arrays against `requested`.
import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { dznProblem, parseDzn, shown, type DznEntry, type DznValue, type PlacedNumber } from './dzn-syntax.ts';
import type { Instance } from './instance.ts';

const KINDS = {
  nBusiness: 'number',
  nMeetings: 'number',
  nTables: 'number',
  nTotalSlots: 'number',
  nMorningSlots: 'number',
  requested: 'rows',
  meetingsxBusiness: 'sets',
  nMeetingsBusiness: 'array',
  forbidden: 'sets',
  fixed: 'array',
  precedences: 'sets',
} as const satisfies Record<string, DznValue['kind']>;
type Key = keyof typeof KINDS;

const NEEDED: readonly Key[] = ['nBusiness', 'nMeetings', 'nTables', 'nTotalSlots', 'nMorningSlots', 'requested'];
const isKey = (text: string): text is Key => Object.hasOwn(KINDS, text);

type Place = { readonly line: number; readonly column: number };
type Report = (place: Place, code: string, params?: Readonly<Record<string, string | number>>) => void;

/** Edit distance of two words, for naming the key that was probably meant. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? 0;
}

const nearest = (word: string): Key | undefined => {
  const ranked = Object.keys(KINDS)
    .filter(isKey)
    .map((key) => ({ key, far: distance(word.toLowerCase(), key.toLowerCase()) }));
  const best = ranked.sort((a, b) => a.far - b.far)[0];
  return best !== undefined && best.far <= 3 ? best.key : undefined;
};

/** The entries by their proper key (`fixat` is `fixed`); unknown, doubled, missing and wrongly shaped ones are reported. */
function entriesByKey(entries: readonly DznEntry[], report: Report, whole: boolean): Map<Key, DznEntry> {
  const found = new Map<Key, DznEntry>();
  const missed = new Set<Key>();
  for (const entry of entries) {
    const key = entry.key === 'fixat' ? 'fixed' : entry.key;
    if (!isKey(key)) {
      const meant = nearest(key);
      if (meant !== undefined) missed.add(meant);
      report(entry, meant === undefined ? 'scheduler.dzn_key_unknown' : 'scheduler.dzn_key_misspelt', {
        value: shown(key),
        ...(meant === undefined ? {} : { meant }),
      });
    } else if (found.has(key)) report(entry, 'scheduler.dzn_key_doubled', { value: key });
    else if (!sameShape(entry.value, KINDS[key])) {
      missed.add(key);
      report(entry, 'scheduler.dzn_wrong_shape', { value: key });
    } else found.set(key, entry);
  }
  for (const key of NEEDED)
    if (whole && !found.has(key) && !missed.has(key)) report({ line: 1, column: 1 }, 'scheduler.dzn_key_missing', { value: key });
  return found;
}

/** An empty list is written `[]` whatever it would hold. */
const sameShape = (value: DznValue, kind: DznValue['kind']): boolean =>
  value.kind === kind || (value.kind === 'array' && value.numbers.length === 0 && kind !== 'number');

/** How many of each an instance may have. */
type DznLimits = Readonly<Record<'participants' | 'requests' | 'tables' | 'slots', number>>;

/** Problems listed. */
const mostProblems = 500;

/** Reads the text of a .dzn file; all problems at once, each naming line (row) and column. */
export function readDzn(text: string, fileName: string, limits: DznLimits): Result<Instance> {
  const { entries, problems: syntax } = parseDzn(text, fileName);
  const problems: Problem[] = [...syntax];
  const report: Report = (place, code, params = {}) => {
    if (problems.length < mostProblems) problems.push(dznProblem(fileName, place, code, params));
  };
  const found = entriesByKey(entries, report, syntax.length === 0);
  const sound = (): boolean => problems.length === 0;
  const instance = sound() ? instanceOf(sourceOf(found, report), limits, sound) : undefined;
  return instance === undefined || problems.length > 0 ? refuseInput(problems) : ok(instance);
}

/** The entries and the checks that several of them need. */
interface Source {
  readonly valueOf: (key: Key) => DznValue | undefined;
  readonly placeOf: (key: Key) => Place;
  readonly within: (placed: PlacedNumber, least: number, most: number) => void;
  readonly length: (key: Key, has: number, expected: number) => void;
  readonly report: Report;
}

function sourceOf(found: ReadonlyMap<Key, DznEntry>, report: Report): Source {
  const placeOf = (key: Key): Place => found.get(key) ?? { line: 1, column: 1 };
  return {
    valueOf: (key) => found.get(key)?.value,
    placeOf,
    within: (placed, least, most) => {
      if (placed.value < least || placed.value > most) report(placed, 'scheduler.dzn_out_of_range', { value: placed.value, least, most });
    },
    length: (key, has, expected) => {
      if (has !== expected) report(placeOf(key), 'scheduler.dzn_wrong_length', { value: key, has, expected });
    },
    report,
  };
}

function numberOf(source: Source, key: Key, least: number, most: number): number {
  const value = source.valueOf(key);
  if (value?.kind !== 'number') return least;
  source.within(value.number, least, most);
  // Arrays are sized by these numbers: one out of range is reported, and must not cost memory.
  return Math.min(Math.max(value.number.value, least), most);
}

function meetingOf(source: Source, row: readonly PlacedNumber[], participants: number): Instance['meetings'][number] {
  const [from, to, session] = row;
  if (row.length !== 3 || from === undefined || to === undefined || session === undefined) {
    source.report(from ?? source.placeOf('requested'), 'scheduler.dzn_row_of_three', { has: row.length });
    return { from: 0, to: 0, session: 0 };
  }
  source.within(from, 1, participants);
  source.within(to, 1, participants);
  source.within(session, 1, 3);
  if (from.value === to.value) source.report(to, 'scheduler.dzn_request_to_oneself', { value: to.value });
  return { from: from.value, to: to.value, session: session.value };
}

/** One set of numbers up to `most` per participant or meeting, without the padding; null where the key is absent. */
function setsOf(
  source: Source,
  key: Key,
  rule: { readonly rows: number; readonly padding: number; readonly most: number },
): number[][] | null {
  const value = source.valueOf(key);
  if (value === undefined) return null;
  const list = value.kind === 'sets' ? value.sets : [];
  source.length(key, list.length, rule.rows);
  for (const placed of list.flat()) source.within(placed, 0, rule.most);
  return list.map((set) => [...new Set(set.map((placed) => placed.value))].filter((n) => n !== rule.padding).sort((a, b) => a - b));
}

function fixedOf(source: Source, meetings: number, slots: number): number[] {
  const value = source.valueOf('fixed');
  if (value === undefined) return Array.from({ length: meetings }, () => 0);
  const placed = value.kind === 'array' ? value.numbers : [];
  source.length('fixed', placed.length, meetings);
  for (const number of placed) source.within(number, 0, slots);
  return placed.map((number) => number.value);
}

/** Builds the instance and reports every number out of range and every redundant array that disagrees. */
function instanceOf(source: Source, limits: DznLimits, sound: () => boolean): Instance {
  const participants = numberOf(source, 'nBusiness', 1, limits.participants);
  const count = numberOf(source, 'nMeetings', 0, limits.requests);
  const tables = numberOf(source, 'nTables', 1, limits.tables);
  const slots = numberOf(source, 'nTotalSlots', 1, limits.slots);
  const morningSlots = numberOf(source, 'nMorningSlots', 0, slots);
  const requested = source.valueOf('requested');
  const rows = requested?.kind === 'rows' ? requested.rows : [];
  source.length('requested', rows.length, count);
  const meetings = rows.map((row) => meetingOf(source, row, participants));
  const empty = (length: number): number[][] => Array.from({ length }, () => []);
  const forbidden = setsOf(source, 'forbidden', { rows: participants, padding: 0, most: slots }) ?? empty(participants);
  const precedences = setsOf(source, 'precedences', { rows: count, padding: 0, most: count }) ?? empty(count);
  const instance = { participants, tables, slots, morningSlots, meetings, forbidden, fixed: fixedOf(source, count, slots), precedences };
  // One wrong number would contradict many rows: what repeats `requested` is looked at once that is right.
  if (sound()) checkRedundant(instance, source);
  return instance;
}

/** `meetingsxBusiness` and `nMeetingsBusiness` repeat what `requested` says; a file that contradicts itself is refused. */
function checkRedundant(instance: Instance, source: Source): void {
  const own = meetingsByParticipant(instance);
  const placed = source.valueOf('meetingsxBusiness');
  const sets = setsOf(source, 'meetingsxBusiness', { rows: instance.participants, padding: 1, most: instance.meetings.length + 1 }) ?? [];
  sets.slice(0, own.length).forEach((set, index) => {
    const expected = (own[index] ?? []).map((meeting) => meeting + 1);
    if (set.join() === expected.join()) return;
    const place = (placed?.kind === 'sets' ? placed.sets[index]?.[0] : undefined) ?? source.placeOf('meetingsxBusiness');
    source.report(place, 'scheduler.dzn_contradicts_requests', { value: 'meetingsxBusiness', participant: index + 1 });
  });
  const counts = source.valueOf('nMeetingsBusiness');
  if (counts === undefined) return;
  const numbers = counts.kind === 'array' ? counts.numbers : [];
  source.length('nMeetingsBusiness', numbers.length, instance.participants);
  numbers.slice(0, own.length).forEach((number, index) => {
    if (number.value === own[index]?.length) return;
    source.report(number, 'scheduler.dzn_contradicts_requests', { value: 'nMeetingsBusiness', participant: index + 1 });
  });
}

/** The meetings of each participant, 1-based and ascending. */
export function meetingsByParticipant(instance: Instance): number[][] {
  const own: number[][] = Array.from({ length: instance.participants }, () => []);
  instance.meetings.forEach(({ from, to }, index) => {
    own[from - 1]?.push(index + 1);
    if (to !== from) own[to - 1]?.push(index + 1);
  });
  return own;
}

// Reads the published business-to-business benchmark (MiniZinc data) as facts, for the command, benchmarks and tests.

import { ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import type { Facts, Meeting } from '../core/model.ts';
import { limits } from '../core/validate.ts';

type Report = (field: string, code: string, params?: Problem['params']) => void;

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Longest range of a set that is written with its ends only. */
const longestRange = limits.slots;

const spelledOut = (text: string): string =>
  text.replace(/(\d+)\s*\.\.\s*(\d+)/g, (whole, from: string, to: string) =>
    Number(to) - Number(from) > longestRange ? whole : range(Number(from), Number(to) + 1).join(','),
  );

const numbersIn = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);

interface Reader {
  /** A whole number that has to be there; `least` where it is not. */
  readonly count: (name: string, least: number, most: number) => number;
  /** The text of an array; '' where it is absent. */
  readonly list: (names: readonly string[]) => string;
  readonly report: Report;
}

const readerOf = (text: string, report: Report): Reader => {
  const plain = text.replace(/%.*$/gm, '');
  const field = (name: string): string | null => new RegExp(`(?:^|[;\\n])\\s*${name}\\s*=([^;]*);`).exec(plain)?.[1]?.trim() ?? null;
  return {
    report,
    count: (name, least, most) => {
      const found = field(name);
      if (found === null) report(name, 'scheduler.instance_missing');
      else if (!/^-?\d+$/.test(found)) report(name, 'scheduler.instance_not_whole');
      else if (Number(found) < least || Number(found) > most)
        report(name, 'scheduler.instance_out_of_range', { value: Number(found), least, most });
      else return Number(found);
      return least;
    },
    list: (names) => {
      const name = names.find((one) => field(one) !== null);
      const found = spelledOut(field(name ?? '') ?? '');
      if (name !== undefined && !/^\[[\d\s,|{}-]*\]$/.test(found)) report(name, 'scheduler.instance_garbled');
      return found;
    },
  };
};

/** One set a thing, padding zeros left out; an absent array is one of empty sets. */
const sets = ({ list, report }: Reader, name: string, count: number, most: number): number[][] => {
  const found = (list([name]).match(/\{[^}]*\}/g) ?? []).map((set) => numbersIn(set).filter((one) => one !== 0));
  if (found.length > 0 && found.length !== count) report(name, 'scheduler.instance_length', { found: found.length, wanted: count });
  found.forEach((set, index) => {
    for (const value of set)
      if (value < 0 || value > most) report(name, 'scheduler.instance_entry', { entry: index + 1, value, least: 1, most });
  });
  return found;
};

const meetingsIn = (reader: Reader, people: number, slots: { readonly all: number; readonly morning: number }): Meeting[] => {
  const { count, list, report } = reader;
  const meetings = count('nMeetings', 0, limits.meetings);
  const requested = numbersIn(list(['requested']));
  if (requested.length !== 3 * meetings)
    report('requested', 'scheduler.instance_length', { found: requested.length, wanted: 3 * meetings });
  // Some of the published files call the array by its Catalan name.
  const fixed = numbersIn(list(['fixed', 'fixat']));
  if (fixed.length > 0 && fixed.length !== meetings)
    report('fixed', 'scheduler.instance_length', { found: fixed.length, wanted: meetings });
  const sessions = [null, range(0, slots.morning), range(slots.morning, slots.all), null];
  const check = (name: string, entry: number, value: number, least: number, most: number): void => {
    if (value < least || value > most) report(name, 'scheduler.instance_entry', { entry, value, least, most });
  };
  return range(0, Math.min(meetings, Math.floor(requested.length / 3))).map((index): Meeting => {
    const [from = 0, to = 0, session = 3] = requested.slice(3 * index, 3 * index + 3);
    const at = fixed[index] ?? 0;
    for (const person of [from, to]) check('requested', index + 1, person, 1, people);
    check('requested', index + 1, session, 1, 3);
    if (from === to) report('requested', 'scheduler.instance_itself', { entry: index + 1, participant: from });
    check('fixed', index + 1, at, 0, slots.all);
    return {
      id: String(index + 1),
      participants: [from - 1, to - 1],
      weight: 1,
      must: true,
      allowedSlots: sessions[session] ?? null,
      pinnedSlot: at > 0 ? at - 1 : null,
      pinnedPlace: null,
      lengthSlots: 1,
    };
  });
};

/** Facts of one instance: every meeting a must, tables alike; or all that is wrong with the text, by field. */
export const readInstance = (text: string): Result<Facts> => {
  const problems: Problem[] = [];
  const report: Report = (field, code, params) => problems.push({ path: [field], code, ...(params === undefined ? {} : { params }) });
  const reader = readerOf(text, report);
  const people = reader.count('nBusiness', 0, limits.participants);
  const tables = reader.count('nTables', 0, limits.places);
  const all = reader.count('nTotalSlots', 1, limits.slots);
  const areSlotsKnown = problems.every(({ path }) => path[0] !== 'nTotalSlots');
  const morning = reader.count('nMorningSlots', 0, limits.slots);
  if (areSlotsKnown && morning > all) report('nMorningSlots', 'scheduler.instance_out_of_range', { value: morning, least: 0, most: all });
  const meetings = meetingsIn(reader, people, { all, morning });
  const away = sets(reader, 'forbidden', people, all);
  const before = sets(reader, 'precedences', meetings.length, meetings.length);
  if (problems.length > 0) return refuseInput(problems);
  // The format knows no times: 20 minutes from nine o'clock on where that fits into a day.
  const [begins, minutes] = all <= 45 ? [540, 20] : [0, 1];
  return ok({
    slots: range(0, all).map((slot) => ({
      id: String(slot + 1),
      day: 0,
      session: slot < morning ? 1 : 2,
      startMinute: begins + minutes * slot,
      lengthMinutes: minutes,
    })),
    participants: range(0, people).map((index) => ({
      id: String(index + 1),
      seats: 1,
      unavailableSlots: (away[index] ?? []).map((slot) => slot - 1),
      minMeetings: 0,
      maxMeetings: null,
      languages: [],
      seated: false,
      ownPlace: null,
    })),
    meetings,
    precedences: before.flatMap((earlier, later) => earlier.map((one) => ({ earlier: one - 1, later }))),
    places: range(0, tables).map((table) => ({ id: String(table + 1), capacity: 1, zone: 0, closedSlots: [], owner: null })),
    resources: [],
    walkingMinutes: [],
    maxBreakSpread: 2,
  });
};

/** The facts of a text that is known to be an instance; throws on any other. */
export const instanceFacts = (text: string): Facts => {
  const read = readInstance(text);
  if (read.ok) return read.value;
  throw new Error(`The text is no instance: ${JSON.stringify(read.refusal.problems)}`);
};

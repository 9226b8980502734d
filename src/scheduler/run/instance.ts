// Reads the published business-to-business benchmark (MiniZinc data) as facts, for benchmarks and tests.

import type { Facts, Meeting } from '../core/model.ts';

const numbersIn = (text: string): number[] => (text.match(/-?\d+/g) ?? []).map(Number);

/** The text between `name = ` and the next semicolon; '' when absent. */
const field = (text: string, name: string): string => new RegExp(`(?:^|[;\\n])\\s*${name}\\s*=([^;]*);`).exec(text)?.[1] ?? '';

const requiredNumber = (text: string, name: string): number => {
  const [found] = numbersIn(field(text, name));
  if (found === undefined) throw new Error(`The instance names no ${name}.`);
  return found;
};

const sets = (text: string): number[][] => (text.match(/\{[^}]*\}/g) ?? []).map((set) => numbersIn(set).filter((one) => one > 0));

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** Facts of one instance: every meeting a must, tables alike, slots of 20 minutes; throws on a text that is no instance. */
export const instanceFacts = (text: string): Facts => {
  const slotCount = requiredNumber(text, 'nTotalSlots');
  const morning = requiredNumber(text, 'nMorningSlots');
  const requested = numbersIn(field(text, 'requested'));
  const fixed = numbersIn(field(text, 'fixed') || field(text, 'fixat'));
  const away = sets(field(text, 'forbidden'));
  const sessions = [null, range(0, morning), range(morning, slotCount), null];
  const meetings = range(0, requiredNumber(text, 'nMeetings')).map((index): Meeting => {
    const [from = 0, to = 0, session = 3] = requested.slice(3 * index, 3 * index + 3);
    return {
      id: String(index + 1),
      participants: [from - 1, to - 1],
      weight: 1,
      must: true,
      allowedSlots: sessions[session] ?? null,
      pinnedSlot: (fixed[index] ?? 0) > 0 ? (fixed[index] ?? 1) - 1 : null,
      pinnedPlace: null,
      lengthSlots: 1,
    };
  });
  return {
    slots: range(0, slotCount).map((slot) => ({
      id: String(slot + 1),
      day: 0,
      session: slot < morning ? 1 : 2,
      startMinute: 540 + 20 * slot,
      lengthMinutes: 20,
    })),
    participants: range(0, requiredNumber(text, 'nBusiness')).map((index) => ({
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
    precedences: sets(field(text, 'precedences')).flatMap((before, later) => before.map((earlier) => ({ earlier: earlier - 1, later }))),
    places: range(0, requiredNumber(text, 'nTables')).map((table) => ({
      id: String(table + 1),
      capacity: 1,
      zone: 0,
      closedSlots: [],
      owner: null,
    })),
    resources: [],
    walkingMinutes: [],
    maxBreakSpread: 2,
  };
};

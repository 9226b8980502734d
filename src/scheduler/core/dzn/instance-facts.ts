// An instance of the published benchmark as facts, for the command, benchmarks and tests.
import { ok, type Result } from '#kernel/result.ts';
import type { Facts } from '../model.ts';
import { limits } from '../validate.ts';
import type { Instance } from './instance.ts';
import { readDzn } from './read-dzn.ts';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);

/** Every meeting a must, tables alike; ids are the numbers of the instance. */
const factsOf = ({ participants, tables, slots, morningSlots, meetings, forbidden, fixed, precedences }: Instance): Facts => {
  // The format knows no times: 20 minutes from nine o'clock on where that fits into a day.
  const [begins, minutes] = slots <= 45 ? [540, 20] : [0, 1];
  const sessions = [null, range(0, morningSlots), range(morningSlots, slots), null];
  return {
    slots: range(0, slots).map((slot) => ({
      id: String(slot + 1),
      day: 0,
      session: slot < morningSlots ? 1 : 2,
      startMinute: begins + minutes * slot,
      lengthMinutes: minutes,
    })),
    participants: range(0, participants).map((index) => ({
      id: String(index + 1),
      seats: 1,
      unavailableSlots: (forbidden[index] ?? []).map((slot) => slot - 1),
      minMeetings: 0,
      maxMeetings: null,
      languages: [],
      seated: false,
      ownPlace: null,
    })),
    meetings: meetings.map(({ from, to, session }, index) => ({
      id: String(index + 1),
      participants: [from - 1, to - 1],
      weight: 1,
      must: true,
      allowedSlots: sessions[session] ?? null,
      pinnedSlot: (fixed[index] ?? 0) > 0 ? (fixed[index] ?? 0) - 1 : null,
      pinnedPlace: null,
      lengthSlots: 1,
    })),
    precedences: precedences.flatMap((earlier, later) => earlier.map((one) => ({ earlier: one - 1, later }))),
    places: range(0, tables).map((table) => ({ id: String(table + 1), capacity: 1, zone: 0, closedSlots: [], owner: null })),
    resources: [],
    walkingMinutes: [],
    maxBreakSpread: 2,
  };
};

/** Facts of one instance; or all that is wrong with the text, each with its line and column. */
export const readInstance = (text: string, fileName: string): Result<Facts> => {
  const { slots, participants, meetings: requests, places: tables } = limits;
  const instance = readDzn(text, fileName, { slots, participants, requests, tables });
  return instance.ok ? ok(factsOf(instance.value)) : instance;
};

/** The facts of a text that is known to be an instance; throws on any other. */
export const instanceFacts = (text: string): Facts => {
  const read = readInstance(text, 'instance');
  if (read.ok) return read.value;
  throw new Error(`The text is no instance: ${JSON.stringify(read.refusal.problems)}`);
};

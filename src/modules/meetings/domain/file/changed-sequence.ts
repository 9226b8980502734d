// When meetings are fixed and which comes before which, told by the two sides of each meeting: numbers of meetings differ from file to file.
import type { EditionFile } from './edition-file.ts';

/** A meeting by its sides, with its fixed slot and the meetings that it must be held before. */
export interface MeetingInFile {
  readonly row: string;
  readonly slot: number | null;
  readonly later: readonly string[];
}

type Wishes = Pick<EditionFile, 'requests' | 'orders' | 'fixed'>;

/** Numbers by what their meetings are called: `'B01 ↔ E01'`, further ones of the same two `'B01 ↔ E01 (2)'`. */
function numbersIn({ requests }: Pick<Wishes, 'requests'>): ReadonlyMap<string, number> {
  const ofPair = new Map<string, Set<number>>();
  for (const { from, to, meeting } of requests) {
    const pair = [from, to].toSorted().join(' ↔ ');
    if (meeting !== null) ofPair.set(pair, (ofPair.get(pair) ?? new Set()).add(meeting));
  }
  return new Map(
    [...ofPair].flatMap(([pair, meetings]) =>
      [...meetings].toSorted((a, b) => a - b).map((meeting, at) => [at === 0 ? pair : `${pair} (${String(at + 1)})`, meeting] as const),
    ),
  );
}

/** The meetings that a file numbers. */
export function meetingsIn(file: Wishes): readonly MeetingInFile[] {
  const numbers = numbersIn(file);
  const called = new Map([...numbers].map(([row, meeting]) => [meeting, row] as const));
  const slots = new Map(file.fixed.map(({ meeting, slot }) => [meeting, slot]));
  const later = Map.groupBy(file.orders, ({ earlier }) => earlier);
  return [...numbers].map(([row, meeting]) => ({
    row,
    slot: slots.get(meeting) ?? null,
    later: (later.get(meeting) ?? []).flatMap((order) => called.get(order.later) ?? []).toSorted(),
  }));
}

/** Fixed slots and orders of a file whose meetings are those of `requests`, written with its numbers. */
export function sequenceOf(meetings: readonly MeetingInFile[], file: Pick<Wishes, 'requests'>): Pick<EditionFile, 'orders' | 'fixed'> {
  const numbers = numbersIn(file);
  const known = meetings.flatMap((one) => {
    const meeting = numbers.get(one.row);
    return meeting === undefined ? [] : [{ ...one, meeting }];
  });
  return {
    fixed: known.flatMap(({ meeting, slot }) => (slot === null ? [] : [{ meeting, slot }])).toSorted((a, b) => a.meeting - b.meeting),
    orders: known.flatMap(({ meeting, later }) =>
      later.flatMap((row) => {
        const number = numbers.get(row);
        return number === undefined ? [] : [{ earlier: meeting, later: number }];
      }),
    ),
  };
}

// Most-constrained-first: always places the meeting that has the fewest slots left.

import { at, listAt } from './arrays.ts';
import { peopleFree, type Board } from './board.ts';
import { putFreely, type Search } from './search.ts';

interface Entry {
  readonly meeting: number;
  readonly key: number;
}

const swap = (heap: Entry[], a: number, b: number): void => {
  const [first, second] = [heap[a], heap[b]];
  if (first === undefined || second === undefined) return;
  heap[a] = second;
  heap[b] = first;
};

const keyAt = (heap: readonly Entry[], index: number): number => heap[index]?.key ?? Infinity;

const push = (heap: Entry[], entry: Entry): void => {
  heap.push(entry);
  let index = heap.length - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (keyAt(heap, parent) <= entry.key) return;
    swap(heap, parent, index);
    index = parent;
  }
};

const pop = (heap: Entry[]): Entry | undefined => {
  swap(heap, 0, heap.length - 1);
  const top = heap.pop();
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const least = keyAt(heap, left + 1) < keyAt(heap, left) ? left + 1 : left;
    if (keyAt(heap, least) >= keyAt(heap, index)) return top;
    swap(heap, least, index);
    index = least;
  }
};

const freeSlots = (board: Board, meeting: number): number => {
  let free = 0;
  for (const slot of listAt(board.terrain.startsOf, meeting)) if (peopleFree(board, meeting, slot)) free += 1;
  return free;
};

/** Smaller = sooner: heavier wants, then those whose people lack meetings they were promised, then fewest free slots, then busiest people. */
const keyOf = (board: Board, meeting: number, tie: number): number => {
  const { facts, rankOf, weight, participantsOf, meetingsOf } = board.terrain;
  let degree = 0;
  let promised = 0;
  for (const participant of listAt(participantsOf, meeting)) {
    degree += listAt(meetingsOf, participant).length;
    if (at(board.meetingCount, participant) < (facts.participants[participant]?.minMeetings ?? 0)) promised = 1;
  }
  const heavy = rankOf[meeting] === 0 ? -(weight[meeting] ?? 0) * 100_000 : 0;
  return heavy - promised * 50_000 + freeSlots(board, meeting) - Math.min(0.98, degree / 10_000) + tie * 0.01;
};

/** Places as many of the given unplaced meetings as find a free slot; answers those that found none. */
export const construct = (search: Search, meetings: readonly number[]): number[] => {
  const { board, random } = search;
  const keys = new Map(meetings.map((meeting) => [meeting, NaN]));
  const ties = new Map(meetings.map((meeting) => [meeting, random.next()]));
  const heap: Entry[] = [];
  const queue = (meeting: number): void => {
    const key = keyOf(board, meeting, ties.get(meeting) ?? 0);
    if (keys.get(meeting) === key) return;
    keys.set(meeting, key);
    push(heap, { meeting, key });
  };
  meetings.forEach(queue);
  const left: number[] = [];
  let stopped = false;
  for (let entry = pop(heap); entry !== undefined; entry = pop(heap)) {
    const { meeting, key } = entry;
    if (keys.get(meeting) !== key) continue;
    keys.delete(meeting);
    stopped = stopped || search.tick();
    search.journal.length = 0;
    if (stopped || !putFreely(search, meeting)) {
      left.push(meeting);
      continue;
    }
    for (const participant of listAt(board.terrain.participantsOf, meeting)) {
      for (const other of listAt(board.terrain.meetingsOf, participant)) if (keys.has(other)) queue(other);
    }
  }
  return left;
};

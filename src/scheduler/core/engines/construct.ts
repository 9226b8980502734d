// Most constrained first: places those meetings first that have the fewest free slots.

import { at, listAt } from './arrays.ts';
import { freeSlots, type Board } from './board.ts';
import { putFreely, type Search } from './search.ts';

/** Meetings in a binary heap, the smallest key first. */
interface Queue {
  readonly heap: Int32Array;
  readonly keys: Float64Array;
  size: number;
}

const keyAt = ({ heap, keys }: Queue, index: number): number => keys[at(heap, index)] ?? 0;

const enter = (queue: Queue, meeting: number, key: number): void => {
  queue.keys[meeting] = key;
  let index = queue.size;
  queue.size += 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (keyAt(queue, parent) <= key) break;
    queue.heap[index] = at(queue.heap, parent);
    index = parent;
  }
  queue.heap[index] = meeting;
};

/** Lets a meeting sink from the top to where it belongs. */
const sink = (queue: Queue, meeting: number): void => {
  const key = queue.keys[meeting] ?? 0;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    if (left >= queue.size) break;
    const least = left + 1 < queue.size && keyAt(queue, left + 1) < keyAt(queue, left) ? left + 1 : left;
    if (keyAt(queue, least) >= key) break;
    queue.heap[index] = at(queue.heap, least);
    index = least;
  }
  queue.heap[index] = meeting;
};

const leave = (queue: Queue): number => {
  const first = at(queue.heap, 0);
  queue.size -= 1;
  if (queue.size > 0) sink(queue, at(queue.heap, queue.size));
  return first;
};

/** What of a meeting's key never changes: heavier wants first; of two with as many free slots left that of the busier people; then chance. */
const fixedKey = (board: Board, meeting: number, tie: number): number => {
  const { rankOf, weight, participantsOf, meetingsOf } = board.terrain;
  let degree = 0;
  for (const participant of listAt(participantsOf, meeting)) degree += listAt(meetingsOf, participant).length;
  const heavy = rankOf[meeting] === 0 ? -(weight[meeting] ?? 0) * 100_000 : 0;
  return heavy - Math.min(0.98, degree / 10_000) + tie * 0.01;
};

/** Smaller = sooner: within the same weight those whose people lack meetings they were promised, then those with the fewest free slots. */
const keyOf = (board: Board, meeting: number, fixed: Float64Array): number => {
  const { least, people, peopleFrom } = board.terrain;
  let promised = 0;
  for (let index = at(peopleFrom, meeting); index < at(peopleFrom, meeting + 1); index += 1) {
    if (at(board.meetingCount, at(people, index)) < at(least, at(people, index))) promised = 1;
  }
  return (fixed[meeting] ?? 0) - promised * 50_000 + freeSlots(board, meeting);
};

/** Places as many of the given unplaced meetings as find a free slot; answers those that found none. */
export const construct = (search: Search, meetings: readonly number[]): number[] => {
  const { board, random } = search;
  const fixed = new Float64Array(board.slotOf.length);
  const queue: Queue = { heap: new Int32Array(meetings.length), keys: new Float64Array(board.slotOf.length), size: 0 };
  for (const meeting of meetings) {
    fixed[meeting] = fixedKey(board, meeting, random.next());
    enter(queue, meeting, keyOf(board, meeting, fixed));
  }
  const left: number[] = [];
  let stopped = false;
  while (queue.size > 0) {
    const meeting = leave(queue);
    // Whose promise has been kept meanwhile waits; to follow every slot lost since would cost more than moving a few meetings later.
    const key = keyOf(board, meeting, fixed);
    if (key > (queue.keys[meeting] ?? 0)) {
      enter(queue, meeting, key);
      continue;
    }
    stopped = stopped || search.tick();
    search.journal.length = 0;
    if (stopped || !putFreely(search, meeting)) left.push(meeting);
  }
  return left;
};

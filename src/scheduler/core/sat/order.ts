// Which variable to decide next: the one met most often in recent contradictions (VSIDS: Moskewicz et al. 2001), from a binary heap.

export interface Order {
  readonly activity: Float64Array;
  readonly heap: Int32Array;
  /** Per variable its place in the heap, -1 outside. */
  readonly places: Int32Array;
  size: number;
  /** What one meeting counts. */
  step: number;
}

export const orderOf = (variables: number): Order => {
  const heap = new Int32Array(variables);
  for (let variable = 0; variable < variables; variable += 1) heap[variable] = variable;
  return { activity: new Float64Array(variables), heap, places: heap.slice(), size: variables, step: 1 };
};

const put = ({ heap, places }: Order, variable: number, place: number): void => {
  heap[place] = variable;
  places[variable] = place;
};

const rise = (order: Order, from: number): void => {
  const { activity, heap } = order;
  const variable = heap[from] ?? 0;
  const own = activity[variable] ?? 0;
  let place = from;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = heap[above] ?? 0;
    if ((activity[other] ?? 0) >= own) break;
    put(order, other, place);
    place = above;
  }
  put(order, variable, place);
};

const sink = (order: Order): void => {
  const { activity, heap, size } = order;
  const variable = heap[0] ?? 0;
  const own = activity[variable] ?? 0;
  let place = 0;
  for (;;) {
    let below = 2 * place + 1;
    if (below >= size) break;
    if (below + 1 < size && (activity[heap[below + 1] ?? 0] ?? 0) > (activity[heap[below] ?? 0] ?? 0)) below += 1;
    const other = heap[below] ?? 0;
    if ((activity[other] ?? 0) <= own) break;
    put(order, other, place);
    place = below;
  }
  put(order, variable, place);
};

/** Takes a variable in again that has lost its value. */
export const putBack = (order: Order, variable: number): void => {
  if ((order.places[variable] ?? 0) >= 0) return;
  put(order, variable, order.size);
  order.size += 1;
  rise(order, order.size - 1);
};

/** Takes the most active variable out; -1 when there is none. */
export const takeNext = (order: Order): number => {
  if (order.size === 0) return -1;
  const next = order.heap[0] ?? 0;
  order.places[next] = -1;
  order.size -= 1;
  if (order.size > 0) {
    put(order, order.heap[order.size] ?? 0, 0);
    sink(order);
  }
  return next;
};

const tooLarge = 1e100;

/** Counts that a variable was met in a contradiction. */
export const bump = (order: Order, variable: number): void => {
  const { activity } = order;
  activity[variable] = (activity[variable] ?? 0) + order.step;
  if ((activity[variable] ?? 0) > tooLarge) {
    activity.forEach((value, index) => (activity[index] = value / tooLarge));
    order.step /= tooLarge;
  }
  const place = order.places[variable] ?? -1;
  if (place > 0) rise(order, place);
};

/** After a contradiction: what is met from now on counts more than all before. */
export const age = (order: Order): void => {
  order.step /= 0.95;
};

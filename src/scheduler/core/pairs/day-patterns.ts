// One person's day as a layered graph: which slots are busy, how many meetings are behind, how many breaks have begun.
// Every path is a day that the person could have by their own meetings alone; the graph is trimmed to what lies on whole paths.

import { mostAsOpened } from './matching.ts';
import type { BreakRange, Domains } from './pair-problem.ts';

export interface DayPatterns {
  /** Arcs in order of the slot: leaving and entering node, slot, 1 when the slot is busy, 1 when a break begins. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly slot: Uint16Array;
  readonly busy: Uint8Array;
  readonly begins: Uint8Array;
  readonly nodes: number;
  /** Fewest and most meetings behind, per slot, that slot counted. */
  readonly fewest: readonly number[];
  readonly most: readonly number[];
  /** Fewest and most breaks begun, per slot, that slot counted. */
  readonly fewestBreaks: readonly number[];
  readonly mostBreaks: readonly number[];
  /** Whether some path is busy, and whether some path is idle, per slot. */
  readonly mayBeBusy: readonly boolean[];
  readonly mayBeIdle: readonly boolean[];
}

interface Windows {
  readonly count: number;
  readonly slots: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly open: readonly boolean[];
  readonly held: readonly boolean[];
}

/** What a person's meetings allow per slot: the count of meetings behind, from matchings on either side, and whether it can or must be busy. */
const windowsOf = (domains: Domains, meetings: readonly number[], slots: number): Windows => {
  const count = meetings.length;
  const each = Array.from({ length: slots }, (_, slot) => slot);
  const rows = meetings.map((meeting) => domains[meeting]);
  const late = mostAsOpened(domains, meetings, each.toReversed()).toReversed();
  return {
    count,
    slots,
    low: each.map((slot) => count - (late[slot + 1] ?? 0)),
    high: mostAsOpened(domains, meetings, each),
    open: each.map((slot) => rows.some((row) => row?.[slot] === 1)),
    held: each.map((slot) => rows.some((row) => row?.[slot] === 1 && row.every((open, other) => open === 0 || other === slot))),
  };
};

interface Step {
  readonly to: number;
  readonly busy: 0 | 1;
  readonly begins: 0 | 1;
}

/** A state is (count, busy, breaks) in one number. */
const stateOf = (count: number, busy: number, breaks: number, width: number): number => (count * 2 + busy) * width + breaks;
const countIn = (state: number, width: number): number => Math.floor(state / (2 * width));

const stepsFrom = (windows: Windows, slot: number, state: number, most: number): Step[] => {
  const width = most + 1;
  const breaks = state % width;
  const wasBusy = Math.floor(state / width) % 2;
  const count = countIn(state, width);
  const fits = (next: number): boolean => next >= (windows.low[slot] ?? 0) && next <= (windows.high[slot] ?? 0);
  const steps: Step[] = [];
  if (windows.open[slot] === true && count < windows.count && fits(count + 1)) {
    steps.push({ to: stateOf(count + 1, 1, breaks, width), busy: 1, begins: 0 });
  }
  if (windows.held[slot] !== true && fits(count)) {
    const begins = wasBusy === 1 && count < windows.count ? 1 : 0;
    if (breaks + begins <= most) steps.push({ to: stateOf(count, 0, breaks + begins, width), busy: 0, begins });
  }
  return steps;
};

type Layer = Map<number, Step[]>;

/** Forward reach, layer by layer; the last layer holds only ends with every meeting held and breaks enough. */
const layersOf = (windows: Windows, { least, most }: BreakRange): Layer[] => {
  const layers: Layer[] = [];
  let reached = new Set([0]);
  for (let slot = 0; slot < windows.slots; slot += 1) {
    const layer: Layer = new Map();
    const next = new Set<number>();
    for (const state of reached) {
      const steps = stepsFrom(windows, slot, state, most);
      layer.set(state, steps);
      for (const { to } of steps) next.add(to);
    }
    layers.push(layer);
    reached = next;
  }
  const ends = [...reached].filter((state) => countIn(state, most + 1) === windows.count && state % (most + 1) >= least);
  layers.push(new Map(ends.map((state) => [state, []])));
  return layers;
};

/** Takes away, from the end, what reaches no end; false when nothing is left. */
const trim = (layers: readonly Layer[]): boolean => {
  for (let slot = layers.length - 2; slot >= 0; slot -= 1) {
    const layer = layers[slot];
    for (const [state, steps] of layer ?? []) {
      const kept = steps.filter(({ to }) => layers[slot + 1]?.has(to) ?? false);
      if (kept.length === 0) layer?.delete(state);
      else layer?.set(state, kept);
    }
  }
  return (layers[0]?.size ?? 0) > 0 && (layers.at(-1)?.size ?? 0) > 0;
};

/** All days one person could have with breaks within the range; null = none. Time: about slots × meetings × breaks, after two matchings of the day. */
export const dayPatternsOf = (domains: Domains, meetings: readonly number[], slots: number, range: BreakRange): DayPatterns | null => {
  const windows = windowsOf(domains, meetings, slots);
  const layers = layersOf(windows, range);
  if (!trim(layers)) return null;
  const width = range.most + 1;
  const ids = layers.map(() => new Map<number, number>());
  let nodes = 0;
  const idOf = (slot: number, state: number): number => {
    const known = ids[slot]?.get(state);
    if (known !== undefined) return known;
    ids[slot]?.set(state, nodes);
    return nodes++;
  };
  const arcs = layers
    .slice(0, -1)
    .flatMap((layer, slot) =>
      [...layer].flatMap(([state, steps]) =>
        steps.map((step) => ({ ...step, slot, from: idOf(slot, state), target: idOf(slot + 1, step.to) })),
      ),
    );
  const behind = layers.slice(1).map((layer) => [...layer.keys()]);
  const extreme = (pick: (...numbers: number[]) => number, of: (state: number) => number): number[] =>
    behind.map((states) => pick(...states.map(of)));
  const some = (busy: 0 | 1): boolean[] => {
    const found = behind.map(() => false);
    for (const arc of arcs) if (arc.busy === busy) found[arc.slot] = true;
    return found;
  };
  return {
    from: Int32Array.from(arcs, (arc) => arc.from),
    to: Int32Array.from(arcs, (arc) => arc.target),
    slot: Uint16Array.from(arcs, (arc) => arc.slot),
    busy: Uint8Array.from(arcs, (arc) => arc.busy),
    begins: Uint8Array.from(arcs, (arc) => arc.begins),
    nodes,
    fewest: extreme(Math.min, (state) => countIn(state, width)),
    most: extreme(Math.max, (state) => countIn(state, width)),
    fewestBreaks: extreme(Math.min, (state) => state % width),
    mostBreaks: extreme(Math.max, (state) => state % width),
    mayBeBusy: some(1),
    mayBeIdle: some(0),
  };
};

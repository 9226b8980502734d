// Lists for everybody at once: whom to suggest to whom when nobody can meet more than so many. An auction (Bertsekas 1988, for transportation
// problems): needs bid for offers, and the price of an offer is what its popularity costs. Any prices give a bound, so the gap is certified.

/** Who may be suggested to whom: edge e leads from `needs[e]` to `offers[e]` and is worth `values[e]`, above 0. */
export interface Suggestions {
  readonly needs: Int32Array;
  readonly offers: Int32Array;
  readonly values: Float64Array;
  /** How many suggestions each need gets at most, and each offer. */
  readonly perNeed: Int32Array;
  readonly perOffer: Int32Array;
  /** What it is worth that a need gets any at all, beside the value of the edge. */
  readonly firstBonus: number;
}

export interface Assignment {
  /** 1 for each edge that is taken. */
  readonly taken: Uint8Array;
  /** What popularity costs: 0 for who is not asked too often. */
  readonly prices: Float64Array;
  readonly value: number;
  /** No assignment is worth more. */
  readonly bound: number;
}

/** Edges of each need, by its number: those of need n stand at `starts[n]` … `starts[n + 1]` of `edges`. */
interface ByNeed {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

function byNeed({ needs, perNeed }: Suggestions): ByNeed {
  const starts = new Int32Array(perNeed.length + 1);
  for (const need of needs) starts[need + 1] = (starts[need + 1] ?? 0) + 1;
  for (let need = 0; need < perNeed.length; need += 1) starts[need + 1] = (starts[need + 1] ?? 0) + (starts[need] ?? 0);
  const next = starts.slice();
  const edges = new Int32Array(needs.length);
  for (const [edge, need] of needs.entries()) {
    edges[next[need] ?? 0] = edge;
    next[need] = (next[need] ?? 0) + 1;
  }
  return { starts, edges };
}

/** Who holds a place of an offer, at which bid. */
interface Held {
  readonly edge: number;
  readonly bid: number;
}

class Auction {
  readonly taken: Uint8Array;
  readonly prices: Float64Array;
  private readonly held: Held[][];
  private readonly count: Int32Array;
  private readonly given: Suggestions;
  private readonly lists: ByNeed;
  private readonly step: number;

  constructor(given: Suggestions, lists: ByNeed, step: number) {
    this.given = given;
    this.lists = lists;
    this.step = step;
    this.taken = new Uint8Array(given.needs.length);
    this.prices = Float64Array.from(given.perOffer, (most) => (most > 0 ? 0 : Infinity));
    this.held = Array.from(given.perOffer, () => []);
    this.count = new Int32Array(given.perNeed.length);
  }

  /** Lets a need bid until it has enough or wants no more; gives back the needs that lost a place to it. */
  bidFor(need: number): readonly number[] {
    const losers: number[] = [];
    while ((this.count[need] ?? 0) < (this.given.perNeed[need] ?? 0)) {
      const { edge, profit, second } = this.best(need);
      // What a first suggestion is worth beside its edge may be bid away, too; to get none is worth nothing.
      const bonus = this.count[need] === 0 ? this.given.firstBonus : 0;
      if (edge < 0 || profit + bonus <= 0) break;
      const offer = this.given.offers[edge] ?? 0;
      const bid = (this.prices[offer] ?? 0) + profit - Math.max(second, -bonus) + this.step;
      this.taken[edge] = 1;
      this.count[need] = (this.count[need] ?? 0) + 1;
      const loser = this.seat(offer, { edge, bid });
      if (loser !== null) losers.push(loser);
    }
    return losers;
  }

  private best(need: number): { readonly edge: number; readonly profit: number; readonly second: number } {
    const { starts, edges } = this.lists;
    let [edge, profit, second] = [-1, -Infinity, -Infinity];
    for (let at = starts[need] ?? 0; at < (starts[need + 1] ?? 0); at += 1) {
      const each = edges[at] ?? 0;
      if (this.taken[each] === 1) continue;
      const gain = (this.given.values[each] ?? 0) - (this.prices[this.given.offers[each] ?? 0] ?? 0);
      if (gain > profit) [edge, second, profit] = [each, profit, gain];
      else if (gain > second) second = gain;
    }
    return { edge, profit, second };
  }

  /** Gives a place; where all are taken the lowest bid loses its own. The price is the lowest bid that holds a place. */
  private seat(offer: number, held: Held): number | null {
    const places = this.held[offer] ?? [];
    let at = places.length;
    while (at > 0 && (places[at - 1]?.bid ?? 0) < held.bid) at -= 1;
    places.splice(at, 0, held);
    const most = this.given.perOffer[offer] ?? 0;
    const lost = places.length > most ? places.pop() : undefined;
    if (places.length === most) this.prices[offer] = places.at(-1)?.bid ?? 0;
    if (lost === undefined) return null;
    const need = this.given.needs[lost.edge] ?? 0;
    this.taken[lost.edge] = 0;
    this.count[need] = (this.count[need] ?? 0) - 1;
    return need;
  }
}

/** The value of what is taken, first suggestions counted with their bonus. */
export function valueOf({ needs, values, perNeed, firstBonus }: Suggestions, taken: Uint8Array): number {
  const has = new Uint8Array(perNeed.length);
  let value = 0;
  for (const [edge, is] of taken.entries()) {
    if (is === 0) continue;
    const need = needs[edge] ?? 0;
    value += (values[edge] ?? 0) + (has[need] === 1 ? 0 : firstBonus);
    has[need] = 1;
  }
  return value;
}

/** Of each need's edges the best at these prices, as many as it may have and want. */
function bestAt(
  given: Suggestions,
  { starts, edges }: ByNeed,
  prices: (offer: number) => number,
  each: (edge: number, gain: number) => void,
): void {
  for (const [need, most] of given.perNeed.entries()) {
    const own = Array.from(edges.subarray(starts[need], starts[need + 1]), (edge) => ({
      edge,
      gain: (given.values[edge] ?? 0) - prices(given.offers[edge] ?? 0),
    })).sort((one, other) => other.gain - one.gain || one.edge - other.edge);
    for (const [place, { edge, gain }] of own.slice(0, most).entries()) {
      const worth = gain + (place === 0 ? given.firstBonus : 0);
      if (worth > 0) each(edge, worth);
      else break;
    }
  }
}

/** By linear duality no assignment is worth more than what all places cost at any prices, and what each need gains at them. */
export function boundAt(given: Suggestions, prices: Float64Array, lists = byNeed(given)): number {
  let bound = 0;
  for (const [offer, most] of given.perOffer.entries()) if (most > 0) bound += most * (prices[offer] ?? 0);
  bestAt(
    given,
    lists,
    (offer) => prices[offer] ?? 0,
    (_edge, gain) => {
      bound += gain;
    },
  );
  return bound;
}

/** Shares suggestions out: the value is at most `step` for each suggestion taken below the bound. The same input gives the same answer. */
export function assign(given: Suggestions, step: number): Assignment {
  const lists = byNeed(given);
  const auction = new Auction(given, lists, step);
  let waiting: number[] = Array.from(given.perNeed.keys());
  while (waiting.length > 0) {
    const losers = new Set<number>();
    for (const need of waiting) for (const loser of auction.bidFor(need)) losers.add(loser);
    waiting = [...losers];
  }
  const { taken, prices } = auction;
  return { taken, prices, value: valueOf(given, taken), bound: boundAt(given, prices, lists) };
}

/** Lists between “each for itself” (share 0: the best, however popular) and what the prices allow (share 1). */
export function listsAt(given: Suggestions, prices: Float64Array, share: number): Uint8Array {
  const taken = new Uint8Array(given.needs.length);
  const dear = (offer: number): number => ((given.perOffer[offer] ?? 0) > 0 ? share * (prices[offer] ?? 0) : share > 0 ? Infinity : 0);
  bestAt(given, byNeed(given), dear, (edge) => {
    taken[edge] = 1;
  });
  return taken;
}

/** What lists mean for those who are suggested. */
export interface Balance {
  readonly value: number;
  /** Suggestions beyond what offers can meet: asked in vain. */
  readonly inVain: number;
  /** Needs with no suggestion that can be met, offers that nobody is led to. */
  readonly needsWithout: number;
  readonly offersWithout: number;
  readonly mostAsked: number;
  /** 1 for each need that is served. */
  readonly served: Uint8Array;
}

/** Counts a need as served where one of its suggestions is among the best that its offer can meet. */
export function balanceOf(given: Suggestions, taken: Uint8Array): Balance {
  const asked: number[][] = Array.from(given.perOffer, () => []);
  for (const [edge, is] of taken.entries()) if (is === 1) asked[given.offers[edge] ?? 0]?.push(edge);
  const served = new Uint8Array(given.perNeed.length);
  let inVain = 0;
  for (const [offer, edges] of asked.entries()) {
    const most = given.perOffer[offer] ?? 0;
    inVain += Math.max(0, edges.length - most);
    edges.sort((one, other) => (given.values[other] ?? 0) - (given.values[one] ?? 0) || one - other);
    for (const edge of edges.slice(0, most)) served[given.needs[edge] ?? 0] = 1;
  }
  return {
    value: valueOf({ ...given, firstBonus: 0 }, taken),
    inVain,
    needsWithout: served.filter((is) => is === 0).length,
    offersWithout: asked.filter((edges) => edges.length === 0).length,
    mostAsked: asked.reduce((most, edges) => Math.max(most, edges.length), 0),
    served,
  };
}

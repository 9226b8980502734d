// The ties that the rows of a set list: what resolves to the same two cities is one tie, however its rows spell them.
import { fold } from '#kernel/fold.ts';
import { compare, saidText, type RowProblem, type Said, type WrittenPlace, type WrittenSet, type WrittenTie } from './written.ts';
import type { Judged } from './resolution.ts';

/** Which side's entry names the other, in the order of the cities' ids; `unstated` where the set has no direction. */
export const listedBys = ['a', 'b', 'both', 'unstated'] as const;
export type ListedBy = (typeof listedBys)[number];

export interface ListedTie {
  readonly a: string;
  readonly b: string;
  readonly listedBy: ListedBy;
  readonly rows: readonly number[];
  readonly said: readonly Said[];
}

interface Group {
  readonly a: string;
  readonly b: string;
  readonly entries: { readonly tie: WrittenTie; readonly fromA: boolean }[];
}

const nameOf = ({ name, country, key }: WrittenPlace): string => (name === '' ? key : country === null ? name : `${name}, ${country}`);

/** The distinct things that rows say of one tie, in an order of their own. */
function saidIn(entries: readonly { readonly tie: WrittenTie }[]): readonly Said[] {
  const said = new Map(entries.flatMap(({ tie }) => (tie.said === null ? [] : [[saidText(tie.said), tie.said] as const])));
  return [...said].toSorted(([x], [y]) => compare(x, y)).map(([, one]) => one);
}

function listedBy(entries: Group['entries'], directed: boolean): ListedBy {
  if (!directed) return 'unstated';
  const [byA, byB] = [entries.some(({ fromA }) => fromA), entries.some(({ fromA }) => !fromA)];
  return byA && byB ? 'both' : byA ? 'a' : 'b';
}

export interface ListedTies {
  readonly ties: readonly ListedTie[];
  readonly problems: readonly RowProblem[];
  readonly rowsLeftOut: number;
}

class Ties {
  readonly #set: WrittenSet;
  readonly #judged: readonly Judged[];
  readonly groups = new Map<string, Group>();
  readonly problems: RowProblem[] = [];
  rowsLeftOut = 0;

  constructor(set: WrittenSet, judged: readonly Judged[]) {
    this.#set = set;
    this.#judged = judged;
  }

  #place(at: number): WrittenPlace {
    const place = this.#set.places[at];
    if (place === undefined) throw new Error('a tie of a place that is not there');
    return place;
  }

  #tell(
    { a, b }: WrittenTie,
    rows: readonly number[],
    code: string,
    outcome: 'left_out' | 'joined' | 'kept',
    more: Record<string, string> = {},
  ): void {
    const [one, other] = [this.#place(a), this.#place(b)];
    const [row = 0] = rows;
    const params = { a: nameOf(one), b: nameOf(other), ...more };
    this.problems.push({ row, rows, column: this.#set.partnerColumn, code, params, outcome, key: null });
  }

  add(tie: WrittenTie): void {
    const [one, other] = [this.#judged[tie.a], this.#judged[tie.b]];
    const [from, to] = [one?.resolved.cityId ?? null, other?.resolved.cityId ?? null];
    if (from === null || to === null) {
      this.rowsLeftOut += 1;
      return;
    }
    if (from === to) return this.#leaveOut(tie, tie.a === tie.b ? 'reference.self_tie' : 'reference.same_place');
    if (this.#isItself(tie)) return this.#leaveOut(tie, 'reference.self_tie');
    const [a, b] = from < to ? [from, to] : [to, from];
    const group = this.groups.get(`${a} ${b}`) ?? { a, b, entries: [] };
    group.entries.push({ tie, fromA: from === a });
    this.groups.set(`${a} ${b}`, group);
  }

  /** One name on both sides, and a country on one of them at most, is one city, whatever was found for either. */
  #isItself({ a, b }: WrittenTie): boolean {
    const [one, other] = [this.#place(a), this.#place(b)];
    return one.name !== '' && fold(one.name) === fold(other.name) && (one.country === null || other.country === null);
  }

  #leaveOut(tie: WrittenTie, code: string): void {
    this.rowsLeftOut += 1;
    this.#tell(tie, [tie.row], code, 'left_out');
  }

  /** Rows that say once more what another row says: in a set with directions only those of the same direction. */
  tellTwice({ entries }: Group): void {
    const directions = this.#set.directed ? Map.groupBy(entries, ({ fromA }) => fromA) : new Map([[true, entries]]);
    for (const alike of directions.values()) {
      if (alike.length < 2) continue;
      const sorted = alike.toSorted((x, y) => x.tie.row - y.tie.row);
      const [first, again] = sorted;
      if (first === undefined || again === undefined) continue;
      const rows = sorted.map(({ tie }) => tie.row);
      const spelling = ({ tie: { a, b } }: (typeof sorted)[number]): string => `${nameOf(this.#place(a))} – ${nameOf(this.#place(b))}`;
      const spellings = [...new Set(sorted.map(spelling))].slice(0, 4).join('; ');
      // The line stands at the row that repeats the first one.
      this.#tell(again.tie, [again.tie.row, ...rows.filter((row) => row !== again.tie.row)], 'reference.listed_twice', 'joined', {
        rows: rows.slice(0, 20).join(', '),
        spellings,
      });
    }
  }

  #isLeftOut({ a, b }: WrittenTie): boolean {
    const [from, to] = [this.#judged[a]?.resolved.cityId ?? null, this.#judged[b]?.resolved.cityId ?? null];
    return from === null || to === null || from === to;
  }

  /** Of two places as they are written, one lists the other and is not listed by it. */
  tellOneWay(): void {
    if (!this.#set.directed) return;
    const listed = new Map(this.#set.ties.map((tie) => [`${tie.a} ${tie.b}`, tie]));
    for (const tie of listed.values())
      if (tie.a !== tie.b && !listed.has(`${tie.b} ${tie.a}`))
        this.#tell(tie, [tie.row], 'reference.one_way', this.#isLeftOut(tie) ? 'left_out' : 'kept');
  }
}

/** Groups the rows by the cities they name; rows that name no tie are left out and told. */
export function listedTies(set: WrittenSet, judged: readonly Judged[]): ListedTies {
  const found = new Ties(set, judged);
  for (const tie of set.ties) found.add(tie);
  for (const group of found.groups.values()) found.tellTwice(group);
  found.tellOneWay();
  const ties = [...found.groups.values()]
    .map(({ a, b, entries }) => ({
      ...{ a, b, listedBy: listedBy(entries, set.directed), said: saidIn(entries) },
      rows: [...new Set(entries.map(({ tie }) => tie.row))].toSorted((x, y) => x - y),
    }))
    .toSorted((x, y) => compare(x.a, y.a) || compare(x.b, y.b));
  return { ties, problems: found.problems, rowsLeftOut: found.rowsLeftOut };
}

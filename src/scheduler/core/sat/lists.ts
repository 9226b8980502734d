// Many short lists of whole numbers in one array: what a solver of clauses keeps for each literal.

export interface Lists {
  pool: Int32Array;
  used: number;
  /** Per list: where it begins in the pool, its length, and for how many it has room. */
  readonly begin: Int32Array;
  readonly count: Int32Array;
  readonly room: Int32Array;
}

/** Empty lists with room for so many numbers each, and a few more. */
export const listsFor = (expected: Int32Array): Lists => {
  const spare = 4;
  const room = expected.map((count) => (count === 0 ? 0 : count + spare));
  const begin = new Int32Array(room.length);
  let used = 0;
  room.forEach((size, list) => {
    begin[list] = used;
    used += size;
  });
  return { pool: new Int32Array(2 * used + 64), used, begin, count: new Int32Array(room.length), room };
};

/** Moves a full list to the end of the pool, where it has twice the room. */
const widen = (lists: Lists, list: number): void => {
  const room = 2 * (lists.room[list] ?? 0) + 4;
  if (lists.used + room > lists.pool.length) {
    const pool = new Int32Array(2 * lists.pool.length + room);
    pool.set(lists.pool.subarray(0, lists.used));
    lists.pool = pool;
  }
  const begin = lists.begin[list] ?? 0;
  lists.pool.copyWithin(lists.used, begin, begin + (lists.count[list] ?? 0));
  lists.begin[list] = lists.used;
  lists.room[list] = room;
  lists.used += room;
};

/** Adds a number at the end of a list; the pool may be another one afterwards. */
export const append = (lists: Lists, list: number, value: number): void => {
  const count = lists.count[list] ?? 0;
  if (count >= (lists.room[list] ?? 0)) widen(lists, list);
  lists.pool[(lists.begin[list] ?? 0) + count] = value;
  lists.count[list] = count + 1;
};

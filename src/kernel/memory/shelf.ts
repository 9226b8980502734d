// What is kept as long as there is room for it (an LRU cache by weight): beyond the most, the longest unused leaves first.

export interface Shelf<T> {
  readonly get: (key: string) => T | undefined;
  /** Whoever uses an entry puts it once more, so that it stays. */
  readonly put: (key: string, next: T) => void;
  readonly drop: (key: string) => void;
}

/** Opens an empty one; `sizeOf` an entry never changes. */
export function createShelf<T>(most: number, sizeOf: (one: T) => number): Shelf<T> {
  const kept = new Map<string, T>();
  let size = 0;
  const drop = (key: string): void => {
    const known = kept.get(key);
    if (known !== undefined && kept.delete(key)) size -= sizeOf(known);
  };
  return {
    get: (key) => kept.get(key),
    drop,
    put: (key, next) => {
      drop(key);
      kept.set(key, next);
      size += sizeOf(next);
      for (const oldest of kept.keys()) {
        if (size <= most || oldest === key) break;
        drop(oldest);
      }
    },
  };
}

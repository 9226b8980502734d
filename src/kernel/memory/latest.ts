// A map that holds so many entries at most (an LRU cache): the one that was set longest ago goes first.

export class Latest<K, V> extends Map<K, V> {
  readonly #most: number;
  constructor(most: number) {
    super();
    this.#most = most;
  }

  /** Whoever uses an entry sets it once more, so that it stays. */
  override set(key: K, value: V): this {
    this.delete(key);
    super.set(key, value);
    for (const oldest of this.keys()) {
      if (this.size <= this.#most) break;
      this.delete(oldest);
    }
    return this;
  }
}

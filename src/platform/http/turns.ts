// How many of one kind are done at once: the others wait here, in their order, and hold nothing meanwhile, no connection to the database above all (a semaphore).

/** Runs what it is given, at most so many at once. */
export function turnsOf(most: number): <T>(use: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async (use) => {
    if (busy < most) busy += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await use();
    } finally {
      const next = waiting.shift();
      // Whoever waits takes over the place of the one who leaves.
      if (next === undefined) busy -= 1;
      else next();
    }
  };
}

// Limits wrong tries on one address: ten are evaluated in any fifteen minutes, whoever asks and whether it exists or not.

export const triesAllowed = 10;
export const windowMilliseconds = 15 * 60 * 1000;

/** Instants (UTC milliseconds) of the wrong tries on each address. */
export type Tries = Map<string, readonly number[]>;

const recent = (tries: Tries, address: string, now: number): readonly number[] =>
  (tries.get(address) ?? []).filter((at) => at > now - windowMilliseconds);

/** Milliseconds until the address may be tried again; 0 means now. */
export function waitOf(tries: Tries, address: string, now: number): number {
  const counted = recent(tries, address, now);
  const oldest = counted[counted.length - triesAllowed];
  return oldest === undefined ? 0 : oldest + windowMilliseconds - now;
}

/** Counts a try; forgets addresses whose tries have all expired once there are very many. */
export function countTry(tries: Tries, address: string, now: number): void {
  tries.set(address, [...recent(tries, address, now), now]);
  if (tries.size > 10_000) for (const key of tries.keys()) if (recent(tries, key, now).length === 0) tries.delete(key);
}

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

/** Addresses remembered at once; beyond them the one that was tried longest ago is forgotten. */
const most = 20_000;

/** Counts a try. The map keeps its addresses in the order of their last try. */
export function countTry(tries: Tries, address: string, now: number): void {
  const counted = [...recent(tries, address, now), now];
  tries.delete(address);
  tries.set(address, counted);
  const oldest = tries.size > most ? tries.keys().next().value : undefined;
  if (oldest !== undefined) tries.delete(oldest);
}

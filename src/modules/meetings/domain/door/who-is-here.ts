// Who is here on a day, from what stewards said at the door: several doors say so at once, and what was said without a network comes late.

export interface CheckIn {
  readonly id: string;
  readonly participantId: string;
  readonly kind: 'arrived' | 'left';
  /** UTC milliseconds. */
  readonly at: number;
}

export interface Presence {
  readonly state: 'here' | 'left';
  /** Since when, by the first who said so. */
  readonly since: number;
  /** What says so, and can be taken back. */
  readonly told: readonly string[];
}

/** The state of everybody of whom something was said, in whatever order it came; said twice, the first time counts. */
export function whoIsHere(said: readonly CheckIn[]): ReadonlyMap<string, Presence> {
  const found = new Map<string, Presence>();
  for (const { id, participantId, kind, at } of said.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const state = kind === 'arrived' ? 'here' : 'left';
    const known = found.get(participantId);
    found.set(participantId, known?.state === state ? { ...known, told: [...known.told, id] } : { state, since: at, told: [id] });
  }
  return found;
}

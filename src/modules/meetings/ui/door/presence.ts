// Who is here as this door sees it: what the server knows, with what was entered here and has not been read from the server since.
import type { Kept } from '#client/outbox/outbox.ts';

export type AtDoor =
  | { readonly kind: 'arrived' | 'left'; readonly participantId: string }
  | { readonly kind: 'takeBack'; readonly participantId: string; readonly of: string };

export interface Presence {
  readonly participantId: string;
  readonly state: 'here' | 'left';
  readonly since: string;
  /** What says so, and can be taken back. */
  readonly told: readonly string[];
}

function after(known: Presence | undefined, { told, at, what }: Kept<AtDoor>): Presence | undefined {
  const { participantId } = what;
  if (what.kind === 'takeBack') {
    const rest = known?.told.filter((one) => one !== what.of) ?? [];
    if (known === undefined || rest.length > 0) return known === undefined ? undefined : { ...known, told: rest };
    // Whoever had not left is here; since when they are, the server says again.
    return known.state === 'left' ? { ...known, state: 'here', told: [] } : undefined;
  }
  const state = what.kind === 'arrived' ? 'here' : 'left';
  return known?.state === state ? { ...known, told: [...known.told, told] } : { participantId, state, since: at, told: [told] };
}

/** By participant; who is not in it has not come. */
export function presenceOf(entries: readonly Presence[], kept: readonly Kept<AtDoor>[]): ReadonlyMap<string, Presence> {
  const found = new Map(entries.map((one) => [one.participantId, one]));
  const known = new Set(entries.flatMap(({ told }) => told));
  for (const one of kept) {
    // The answer of the server may come before the outbox has heard that it was entered.
    if (known.has(one.told)) continue;
    const next = after(found.get(one.what.participantId), one);
    if (next === undefined) found.delete(one.what.participantId);
    else found.set(one.what.participantId, next);
  }
  return found;
}

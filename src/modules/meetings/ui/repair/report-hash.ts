// The address of a change that is already known and only needs to be looked at and agreed to: an interpreter who cannot come, a company that came after all.
import type { DayChange } from './lines.ts';

type Reported = 'interpreter_away' | 'arrived';

/** Behind the # of the schedule's address. */
export const reportHash = (kind: Reported, id: string): string => `${kind}-${id}`;

/** What has changed by an address; null where it says nothing of it. */
export function reportedIn(hash: string): DayChange | null {
  const [kind, ...rest] = hash.split('-');
  const id = rest.join('-');
  if (kind === 'interpreter_away') return { kind, interpreterId: id };
  return kind === 'arrived' ? { kind, participantId: id } : null;
}

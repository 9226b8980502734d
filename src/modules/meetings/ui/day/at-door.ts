// What the doors say on the page of the day: who left, who is missing, and how far that can be told.
import { seenAtDoors } from '../../domain/door/seen-at-doors.ts';
import type { Grid } from '../edition/answers.ts';
import { useCheckIns } from '../door/use-door.ts';
import { dueBy } from './running.ts';

export interface AtDoor extends ReturnType<typeof seenAtDoors> {
  readonly here: ReadonlySet<string>;
  /** Checked in, or known to be inside. */
  readonly isHere: (participantId: string) => boolean;
  /** When each of them came. */
  readonly came: ReadonlyMap<string, string>;
  /** When each left. */
  readonly left: ReadonlyMap<string, string>;
}

export function useAtDoor(editionId: string, grid: Grid, now: number): AtDoor {
  const { entries = [], inside = [] } = useCheckIns(editionId).data ?? {};
  const came = new Map(entries.flatMap(({ participantId, state, since }) => (state === 'here' ? [[participantId, since] as const] : [])));
  const here = new Set(came.keys());
  const left = new Map(entries.flatMap(({ participantId, state, since }) => (state === 'left' ? [[participantId, since] as const] : [])));
  const seen = seenAtDoors(dueBy(grid, now), { here, left: new Set(left.keys()), inside: new Set(inside) });
  const isHere = (participantId: string): boolean => here.has(participantId) || inside.includes(participantId);
  return { ...seen, here, isHere, came, left };
}

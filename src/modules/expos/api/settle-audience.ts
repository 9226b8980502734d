// Brings audiences in line after a change, and tells the modules below whose own rows depend on them.
import type { EditionId, ParticipantId } from '../domain/edition.ts';
import type { EditionScope } from '../domain/scope.ts';
import { refreshAudience, refreshEntry, refreshOffices } from '../store/audience.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';

/** Participants for whom other offices act than before. */
export interface OfficesChanged {
  readonly editionId: EditionId;
  readonly participants: readonly { readonly id: ParticipantId; readonly offices: readonly OfficeId[] }[];
}

type Listener = (work: Work, change: OfficesChanged) => Promise<void>;
const listeners: Listener[] = [];

/** Has `listener` called in the same transaction whenever other offices act for participants; app/ subscribes at the start. */
export const onOfficesChanged = (listener: Listener): void => {
  listeners.push(listener);
};

type RosterListener = (work: Work, change: { readonly editionId: EditionId }) => Promise<void>;
const rosterListeners: RosterListener[] = [];

/** Has `listener` called in the same transaction whenever a roster has changed; app/ subscribes at the start. */
export const onRosterChanged = (listener: RosterListener): void => {
  rosterListeners.push(listener);
};

/** Must end every use case that changes a roster, in the transaction that locked the edition. */
export const settleAudience = async (work: Work, scope: EditionScope): Promise<void> =>
  tellListeners(work, scope, await refreshAudience(work.tx, scope));

/** The same where nothing but the offices has changed that act for participants and interpreters: what is listed of them stays. */
export const settleOffices = async (work: Work, scope: EditionScope): Promise<void> =>
  tellListeners(work, scope, await refreshOffices(work.tx, scope));

/** The same where nothing but what one participant says of itself has changed: as cheap at an edition of thousands. */
export async function settleEntry(work: Work, scope: EditionScope, id: ParticipantId): Promise<void> {
  await refreshEntry(work.tx, scope, id);
  await tellListeners(work, scope, []);
}

async function tellListeners(work: Work, { editionId }: EditionScope, participants: OfficesChanged['participants']): Promise<void> {
  for (const listener of participants.length === 0 ? [] : listeners) await listener(work, { editionId, participants });
  for (const listener of rosterListeners) await listener(work, { editionId });
}

// Opens the door of an edition for whoever may say who comes and goes.
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { DoorScope } from '../../domain/scopes.ts';
import { mayKeepDoor, mayStandAtDoor } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadStewards } from '../../store/stewards.ts';
import type { EditionHead } from '../edition-facts.ts';
import { openEdition } from '../open-edition.ts';

export interface OpenDoor {
  readonly head: EditionHead;
  readonly scope: DoorScope;
}

/** Runs `use` at the door: for editors of the organiser's office, and for its stewards on its behalf. */
export async function atDoor<T>(
  work: Work,
  editionId: string,
  use: (work: Work, door: OpenDoor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const head = await openEdition(work, editionId);
  if (!head.ok) return head;
  const run = async (acting: Work): Promise<Result<T>> => {
    const scope = mayKeepDoor(acting.actor, head.value);
    return scope.ok ? use(acting, { head: head.value, scope: scope.value }) : scope;
  };
  const own = mayKeepDoor(work.actor, head.value);
  const steward = own.ok ? null : mayStandAtDoor(work.actor, head.value, await loadStewards(work.tx, editionId));
  return steward === null ? run(work) : actingFor(work, steward, run);
}

// Opens the door of an edition for whoever may say who comes and goes.
import type { Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { DoorScope } from '../../domain/scopes.ts';
import { mayKeepDoor } from '../../policy.ts';
import type { EditionHead } from '../edition-facts.ts';
import { openEdition } from '../open-edition.ts';

export interface OpenDoor {
  readonly head: EditionHead;
  readonly scope: DoorScope;
}

/** Runs `use` at the door, for those who may keep it. */
export async function atDoor<T>(
  work: Work,
  editionId: string,
  use: (work: Work, door: OpenDoor) => Promise<Result<T>>,
): Promise<Result<T>> {
  const head = await openEdition(work, editionId);
  if (!head.ok) return head;
  const scope = mayKeepDoor(work.actor, head.value);
  return scope.ok ? use(work, { head: head.value, scope: scope.value }) : scope;
}

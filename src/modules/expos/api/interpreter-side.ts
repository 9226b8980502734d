// From which side somebody sees an interpreter of an edition: as the interpreter, or as the organiser.
import { holds, type Role } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EditionId, InterpreterId } from '../domain/edition.ts';
import { findInterpreterRecord } from '../store/interpreters.ts';

export interface InterpreterSide {
  readonly side: 'own' | 'organiser';
  /** The office that the actor acts by, and the organiser's. */
  readonly office: OfficeId;
  readonly organiser: OfficeId;
}

/** The side with at least this role. Refuses `expos.interpreter_not_found` to everybody else, who may know the name alone. */
export async function interpreterSide(
  work: Work,
  { editionId, interpreterId }: { readonly editionId: string; readonly interpreterId: string },
  role: Role,
): Promise<Result<InterpreterSide>> {
  const found = await findInterpreterRecord(work.tx, editionId as EditionId, interpreterId as InterpreterId);
  if (found === null) return notFound('expos.interpreter_not_found');
  const { organiser, officeId } = found;
  if (officeId !== null && holds(work.actor, officeId, role)) return ok({ side: 'own', office: officeId, organiser });
  if (holds(work.actor, organiser, role)) return ok({ side: 'organiser', office: organiser, organiser });
  return notFound('expos.interpreter_not_found');
}

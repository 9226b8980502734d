// Moves an edition's slots and absences by whole days, where the modules below do not need them where they are.
import { ok, type Result } from '#kernel/result.ts';
import type { Work } from '#platform/work.ts';
import type { EditionRecord } from '../domain/edition.ts';
import { movedBy } from '../domain/moved-days.ts';
import type { EditionScope } from '../domain/scope.ts';
import { listSlots } from '../store/setup.ts';
import { listAbsences, writeMoved } from '../store/moved.ts';

type Objection = (work: Work, editionId: string) => Promise<Result<void>>;
const objections: Objection[] = [];

/** Has `objection` asked, before anything is locked, whether the slots of an edition may move; app/ subscribes at the start. */
export const beforeSlotsMove = (objection: Objection): void => {
  objections.push(objection);
};

/** Whether no module objects; what they refuse is the refusal. Must come before the edition is locked. */
export async function maySlotsMove(work: Work, editionId: string): Promise<Result<void>> {
  for (const objection of objections) {
    const asked = await objection(work, editionId);
    if (!asked.ok) return asked;
  }
  return ok(undefined);
}

/** Moves all slots and absences of an edition by whole days of its clock; what is planned in a slot stays in it. */
export async function moveSlots(work: Work, scope: EditionScope, { id, timeZone }: EditionRecord, days: number): Promise<void> {
  const moved = <S extends { readonly start: number; readonly end: number }>(spans: readonly S[]) =>
    spans.map((span) => movedBy(timeZone, span, days));
  await writeMoved(work.tx, scope, 'slot', moved(await listSlots(work.tx, id)));
  for (const table of ['unavailable', 'interpreter_unavailable'] as const)
    await writeMoved(work.tx, scope, table, moved(await listAbsences(work.tx, id, `expos.${table}`)));
}

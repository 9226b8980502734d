// An interpreter acts for themselves at an edition: corrects how they are reached, says when they can, wants no more letters.
import type { OfficeId } from '#kernel/ids.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import { linkUntil, revokeLinks } from '#modules/accounts/api/links.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { actAs } from '#platform/acting.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import type { EditionRecord, InterpreterId } from '../domain/edition.ts';
import type { InterpreterRecord } from '../domain/interpreter.ts';
import type { EditionScope } from '../domain/scope.ts';
import { mayActForOwn, mayChange } from '../policy.ts';
import { lockEdition } from '../store/editions.ts';
import {
  findInterpreterRecord,
  listInterpretersOf,
  loadInterpreterTimes,
  saveInterpreter,
  writeInterpreterTimes,
  writeNoInterpreterLetters,
} from '../store/interpreters.ts';
import { contactGiven, showInterpreter } from './change-interpreters.ts';
import { instantText } from './instant.ts';
import { current, findEdition } from './open-edition.ts';

/** As the interpreter reads it: why they are down as away is said to the organiser alone. */
const shownToThemselves = (record: InterpreterRecord) =>
  showInterpreter({ ...record, unavailable: record.unavailable.map((one) => ({ ...one, reason: '' })) });

interface Own {
  readonly edition: EditionRecord;
  readonly scope: EditionScope;
  /** The office that stands for the interpreter. */
  readonly office: OfficeId;
  readonly interpreter: InterpreterRecord;
}

type OfInterpreter = { readonly editionId: string; readonly interpreterId: InterpreterId };

/** Runs `use` on the organiser's rows of the caller's own entry as an interpreter; what is not theirs is as if it were not there. */
async function asOwn<T>(
  work: Work,
  { editionId, interpreterId }: OfInterpreter,
  { writes }: { readonly writes: boolean },
  use: (acting: Work, own: Own) => Promise<Result<T>>,
): Promise<Result<T>> {
  const seen = await findInterpreterRecord(work.tx, editionId as EditionRecord['id'], interpreterId);
  const office = seen === null ? null : mayActForOwn(work.actor, seen);
  if (seen === null || office === null || !office.ok) return notFound('expos.interpreter_not_found');
  return actAs(work, { offices: [seen.organiser], writes: true }, async (acting) => {
    const edition = await findEdition(acting, editionId);
    if (!edition.ok) return edition;
    const scope = mayChange(acting.actor, edition.value);
    if (!scope.ok) return scope;
    if (writes) await lockEdition(acting.tx, scope.value);
    const interpreter = await findInterpreterRecord(acting.tx, edition.value.id, interpreterId);
    if (interpreter === null) return notFound('expos.interpreter_not_found');
    const fresh = writes ? current(acting, interpreter) : ok(interpreter);
    return fresh.ok ? use(acting, { edition: edition.value, scope: scope.value, office: office.value, interpreter }) : fresh;
  });
}

const audited = (work: Work, { edition, office, interpreter }: Own, change: Pick<AuditedChange, 'useCase' | 'fields'>): Promise<void> =>
  audit(work, { ...change, office, subjects: [edition.id, interpreter.id] });

/** Where the caller interprets, newest first. */
export async function listOwnInterpreting(work: Work): Promise<Result<Answer<'listOwnInterpreting'>>> {
  const offices = work.actor.memberships.map(({ office }) => office);
  const rows = await listInterpretersOf(work.tx, offices);
  const until = await linkUntil(work);
  const names = await nameOffices(
    work,
    rows.map(({ organiser }) => organiser),
  );
  const entries: Answer<'listOwnInterpreting'>['entries'] = [];
  for (const { id, editionId } of rows) {
    const entry = await asOwn(work, { editionId, interpreterId: id }, { writes: false }, async (_acting, { edition, interpreter }) => {
      const { slug, name, venue, timeZone, firstDay, lastDay, organiser } = edition;
      return ok({
        edition: {
          id: edition.id,
          slug,
          name: { ...name },
          venue: { ...venue },
          timeZone,
          firstDay,
          lastDay,
          organiserName: { ...names.get(organiser) },
        },
        interpreter: shownToThemselves(interpreter),
        linkUntil: until === null ? null : instantText(until),
      });
    });
    if (entry.ok) entries.push(entry.value);
  }
  return ok({ entries: entries.sort((a, b) => (a.edition.firstDay < b.edition.firstDay ? 1 : -1)) });
}

/** Sets what is given of the interpreter's own entry; the name in the organiser's list stays. */
export function answerInterpreter(work: Work, input: Asked<'answerInterpreter'>): Promise<Result<Answer<'answerInterpreter'>>> {
  return asOwn(work, input, { writes: true }, async (acting, own) => {
    const { interpreter, scope } = own;
    const { editionId: _edition, interpreterId: _interpreter, ...change } = input;
    const contact = change.contact === undefined ? interpreter.contact : contactGiven(change.contact);
    const facts = { ...interpreter, contact, languages: change.languages ?? interpreter.languages };
    await saveInterpreter(acting.tx, scope, facts, () => work.newId());
    await audited(work, own, { useCase: 'answer-interpreter', fields: Object.keys(change) });
    const changed = await findInterpreterRecord(acting.tx, own.edition.id, interpreter.id);
    return changed === null ? notFound('expos.interpreter_not_found') : ok(shownToThemselves(changed));
  });
}

async function showTimes(work: Work, { edition, interpreter: { id } }: Own): Promise<Result<Answer<'getInterpreterTimes'>>> {
  const read = await findInterpreterRecord(work.tx, edition.id, id);
  if (read === null) return notFound('expos.interpreter_not_found');
  const slots = await loadInterpreterTimes(work.tx, edition.id, id);
  const { version, timesSaidAt } = read;
  return ok({
    version,
    timeZone: edition.timeZone,
    saidAt: timesSaidAt === null ? null : instantText(timesSaidAt),
    slots: slots.map(({ start, end, ...slot }) => ({ ...slot, startsAt: instantText(start), endsAt: instantText(end) })),
  });
}

export const getInterpreterTimes = (work: Work, input: Asked<'getInterpreterTimes'>): Promise<Result<Answer<'getInterpreterTimes'>>> =>
  asOwn(work, input, { writes: false }, showTimes);

/** Sets of which slots the interpreter says that they can interpret or cannot. */
export function sayInterpreterTimes(work: Work, input: Asked<'sayInterpreterTimes'>): Promise<Result<Answer<'getInterpreterTimes'>>> {
  return asOwn(work, input, { writes: true }, async (acting, own) => {
    await writeInterpreterTimes(acting.tx, own.scope, { id: own.interpreter.id, said: input.said, now: work.now });
    await audited(work, own, { useCase: 'say-interpreter-times', fields: ['said'] });
    return showTimes(acting, own);
  });
}

/** No letter goes to this interpreter any more, and their links end. */
export function declineInterpreterLetters(
  work: Work,
  input: Asked<'declineInterpreterLetters'>,
): Promise<Result<Answer<'declineInterpreterLetters'>>> {
  return asOwn(work, input, { writes: true }, async (acting, own) => {
    await writeNoInterpreterLetters(acting.tx, own.scope, own.interpreter.id, work.now);
    await revokeLinks(acting, own.office);
    await audited(work, own, { useCase: 'stop-own-letters', fields: ['letters'] });
    return ok({ interpreterId: own.interpreter.id });
  });
}

// Interpreters of an edition: their languages and when they are away.
import { withGiven } from '#kernel/given.ts';
import { notFound, ok, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import { revokeLinks } from '#modules/accounts/api/links.ts';
import { audit, type AuditedChange } from '#modules/accounts/api/record-audit.ts';
import { byId, cutPage, readCursor } from '#kernel/pages.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import type { Interpreter } from '../contract/roster.ts';
import type { InterpreterId } from '../domain/edition.ts';
import type { InterpreterContact } from '../domain/roster.ts';
import { noContact, type InterpreterFacts, type InterpreterRecord } from '../domain/interpreter.ts';
import { absenceProblems } from '../domain/participant.ts';
import { deleting } from '../store/faults.ts';
import {
  deleteInterpreter,
  findInterpreterRecord,
  interpreterNameTaken,
  listInterpreterRecords,
  saveInterpreter,
} from '../store/interpreters.ts';
import { instantText, readAbsences, showAbsences } from './instant.ts';
import { current, findEdition, openForChange, type OpenEdition } from './edition/open-edition.ts';
import { settleAudience } from './settle-audience.ts';

export const showInterpreter = ({
  organiser: _organiser,
  officeId: _office,
  languages,
  timesSaidAt,
  ...rest
}: InterpreterRecord): Interpreter => ({
  ...rest,
  languages: [...languages],
  unavailable: showAbsences(rest.unavailable),
  saidAway: showAbsences(rest.saidAway).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  timesSaidAt: timesSaidAt === null ? null : instantText(timesSaidAt),
});

const blank = ({ surname, givenName, email, phone }: InterpreterContact): boolean =>
  surname === '' && givenName === '' && email === null && phone === null;

/** What a caller wrote of a contact; nothing at all is none. */
export const contactGiven = (contact: InterpreterContact): InterpreterContact | null => (blank(contact) ? null : contact);

/** Interpreters by name; when they are away is for the organiser alone. */
export async function listInterpreters(
  work: Work,
  input: Asked<'listInterpreters'>,
): Promise<Result<{ entries: Interpreter[]; nextCursor: string | null }>> {
  const after = readCursor<'Interpreter'>(input.cursor);
  if (!after.ok) return after;
  const edition = await findEdition(work, input.editionId);
  if (!edition.ok) return edition;
  const { limit } = input;
  const rows = await listInterpreterRecords(work.tx, edition.value.id, { after: after.value, limit });
  const page = cutPage(rows, limit, byId);
  return ok({ ...page, entries: page.entries.map(showInterpreter) });
}

async function save(
  work: Work,
  { scope }: OpenEdition,
  change: {
    readonly id: InterpreterId;
    readonly facts: InterpreterFacts;
    readonly useCase: AuditedChange['useCase'];
    readonly fields: readonly string[];
  },
): Promise<Result<Interpreter>> {
  const { id, facts, useCase, fields } = change;
  const taken = await interpreterNameTaken(work.tx, scope.editionId, { name: facts.name, except: id });
  const problems: readonly Problem[] = [
    ...(taken ? [{ path: ['name'], code: 'expos.interpreter_name_taken', params: { name: facts.name } }] : []),
    ...absenceProblems(facts.unavailable),
  ];
  if (problems.length > 0) return refuseInput(problems);
  await saveInterpreter(work.tx, scope, { id, ...facts }, () => work.newId());
  await settleAudience(work, scope);
  await audit(work, { useCase, office: scope.office, subjects: [scope.editionId, id], fields });
  const record = await findInterpreterRecord(work.tx, scope.editionId, id);
  return record === null ? notFound('expos.interpreter_not_found') : ok(showInterpreter(record));
}

/** Adds an interpreter. */
export async function createInterpreter(work: Work, input: Asked<'createInterpreter'>): Promise<Result<Interpreter>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const { name, languages, longestMinutes, restMinutes, contact, unavailable } = input;
  const facts: InterpreterFacts = {
    ...{ name, languages, longestMinutes, restMinutes, contact: contactGiven(contact) },
    unavailable: readAbsences(unavailable),
  };
  return save(work, opened.value, { id: work.newId<'Interpreter'>(), facts, useCase: 'create-interpreter', fields: Object.keys(facts) });
}

async function openInterpreter(
  work: Work,
  input: { readonly editionId: string; readonly interpreterId: string },
): Promise<Result<OpenEdition & { readonly interpreter: InterpreterRecord }>> {
  const opened = await openForChange(work, input.editionId);
  if (!opened.ok) return opened;
  const interpreter = await findInterpreterRecord(work.tx, opened.value.scope.editionId, input.interpreterId as InterpreterId);
  if (interpreter === null) return notFound('expos.interpreter_not_found');
  const fresh = current(work, interpreter);
  return fresh.ok ? ok({ ...opened.value, interpreter }) : fresh;
}

/** Sets the fields that are given; absences are set as a whole. */
export async function updateInterpreter(work: Work, input: Asked<'updateInterpreter'>): Promise<Result<Interpreter>> {
  const opened = await openInterpreter(work, input);
  if (!opened.ok) return opened;
  const { interpreter } = opened.value;
  const { editionId: _edition, interpreterId: _interpreter, ...change } = input;
  const { contact, unavailable, ...said } = change;
  const facts: InterpreterFacts = {
    ...withGiven<InterpreterFacts>(interpreter, said),
    contact: contactGiven(contact ?? interpreter.contact ?? noContact),
    unavailable: unavailable === undefined ? interpreter.unavailable : readAbsences(unavailable),
  };
  return save(work, opened.value, { id: interpreter.id, facts, useCase: 'update-interpreter', fields: Object.keys(change) });
}

/** Removes an interpreter, and ends their links. Refuses `expos.interpreter_in_use` where a plan or the schedule uses them. */
export async function removeInterpreter(work: Work, input: Asked<'removeInterpreter'>): Promise<Result<{ id: string }>> {
  const opened = await openInterpreter(work, input);
  if (!opened.ok) return opened;
  const { scope, interpreter } = opened.value;
  const removed = await deleting(() => deleteInterpreter(work.tx, scope, interpreter.id));
  if (!removed.ok) return removed;
  if (interpreter.officeId !== null) await revokeLinks(work, interpreter.officeId);
  await audit(work, { useCase: 'remove-interpreter', office: scope.office, subjects: [scope.editionId, interpreter.id], fields: [] });
  return ok({ id: interpreter.id });
}

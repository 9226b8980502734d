// Handing a desk over: begun by who goes, ticked off by who comes, finished with whatever is open.
import { holds } from '#kernel/actor.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import { notFound, ok, refuse, refuseInput, stale, unauthenticated, type Problem, type Result } from '#kernel/result.ts';
import { writing } from '#kernel/language.ts';
import { isPresent, listMembers } from '#modules/accounts/api/manage-members.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { makeFile } from '#platform/paper/paper-file.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { cancelProblem, mayTick, takenBy, tallyOf, type OpenLine } from '../../domain/handover/lines.ts';
import { composeHandover, lineWords } from '../../formats/handover/compose-handover.ts';
import { mayRead, mayWrite } from '../../policy.ts';
import {
  deleteHandover,
  endHandover,
  insertHandover,
  insertTick,
  lastHandover,
  loadTicks,
  updateHandover,
  type HandoverFacts,
  type HandoverRow,
} from '../../store/handovers.ts';
import { openLines } from './open-lines.ts';

type Shown = Answer<'getHandover'>;
type Person = Shown['members'][number];

/** Everybody who has accepted, by name. */
async function peopleOf(work: Work, officeId: OfficeId): Promise<readonly Person[]> {
  const members = await listMembers(work, { officeId });
  const accepted = members.ok ? members.value.entries.filter((member) => member.accepted) : [];
  return accepted.map((member) => ({ account: member.account, name: member.name, isHere: isPresent(member) }));
}

const personOf = (people: readonly Person[], account: AccountId): Person =>
  people.find((person) => person.account === account) ?? { account, name: null, isHere: false };

const hereOf = (people: readonly Person[]): readonly Person[] => people.filter(({ isHere }) => isHere);

const accountsOf = (people: readonly Person[]): ReadonlySet<AccountId> => new Set(hereOf(people).map(({ account }) => account));

/** Whether the actor, who may write, may take lines over. */
function isTaking(
  { actor }: Work,
  row: HandoverRow,
  { office, people }: { readonly office: OfficeId; readonly people: readonly Person[] },
) {
  const { account } = actor;
  return account !== null && mayTick(row, { account, isOwner: holds(actor, office, 'owner'), members: accountsOf(people) });
}

function showLines(
  lines: readonly OpenLine[],
  taken: ReturnType<typeof takenBy>,
  { people, language }: { readonly people: readonly Person[]; readonly language: Language },
) {
  return lines.map((line): NonNullable<Shown['handover']>['lines'][number] => {
    const tick = taken.get(line.subject);
    const { words, note } = lineWords(line, language);
    return {
      ...{ subject: line.subject, part: line.part, with: line.with === null ? null : { ...line.with }, words, note },
      ...{ due: line.due, late: line.late, since: line.since, page: line.page },
      taken: tick === undefined ? null : { by: personOf(people, tick.account), at: tick.at },
    };
  });
}

/** The last hand-over, with what is open now. */
export async function getHandover(work: Work, input: Asked<'getHandover'>): Promise<Result<Shown>> {
  const office = mayRead(work.actor, input.officeId);
  if (!office.ok) return office;
  const language = input.language ?? work.actor.language;
  const [row, people] = [await lastHandover(work.tx, office.value), await peopleOf(work, office.value)];
  const common = { mayEdit: holds(work.actor, office.value, 'editor'), members: [...hereOf(people)] };
  if (row === null) return ok({ ...common, handover: null });
  const lines = await openLines(work, office.value, row.lines);
  if (!lines.ok) return lines;
  const ticks = await loadTicks(work.tx, row.id);
  const taken = takenBy(ticks, accountsOf(people));
  const named = (account: AccountId | null): Person | null => (account === null ? null : personOf(people, account));
  return ok({
    ...common,
    handover: {
      ...{ id: row.id, version: row.version, startsOn: row.startsOn, words: row.words, typed: [...row.lines] },
      ...{ from: personOf(people, row.fromAccount), to: named(row.toAccount), rest: named(row.restAccount) },
      begunAt: row.begunAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
      mayCancel: common.mayEdit && cancelProblem(row, ticks, work.actor.account) === null,
      mayTick: common.mayEdit && isTaking(work, row, { office: office.value, people }),
      lines: showLines(lines.value, taken, { people, language }),
      tally: tallyOf(lines.value, new Set(taken.keys()), row.startsOn),
    },
  });
}

/** The same as a file. Refuses `desk.no_handover`. */
export async function exportHandover(transact: Transact, input: Asked<'exportHandover'>): Promise<Result<File>> {
  const read = await transact(async (work) => {
    const language = input.language ?? work.actor.language;
    const shown = await getHandover(work, { officeId: input.officeId, language });
    if (!shown.ok) return shown;
    const { handover } = shown.value;
    return handover === null ? notFound('desk.no_handover') : ok({ handover, language, today: work.now.toISOString().slice(0, 10) });
  });
  if (!read.ok) return read;
  const { handover, language, today } = read.value;
  return makeFile(composeHandover(handover, { language, today }), {
    form: input.form,
    name: `handover-${today}-${writing[language].suffix}`,
  });
}

/** Only members of the office take a desk over, or have its rest; nobody takes over from themselves. */
async function wrongPeople(
  work: Work,
  officeId: OfficeId,
  { fromAccount, toAccount, restAccount }: HandoverFacts & { readonly fromAccount: AccountId },
): Promise<readonly Problem[]> {
  const people = accountsOf(await peopleOf(work, officeId));
  const isKnown = (account: AccountId | null): boolean => account === null || people.has(account);
  return [
    ...(isKnown(toAccount) ? [] : [{ path: ['toAccount'], code: 'desk.not_a_member' }]),
    ...(toAccount === fromAccount ? [{ path: ['toAccount'], code: 'desk.handover_to_self' }] : []),
    ...(isKnown(restAccount) ? [] : [{ path: ['restAccount'], code: 'desk.not_a_member' }]),
  ];
}

const factsOf = ({ toAccount, restAccount, startsOn, words }: HandoverFacts): HandoverFacts => ({
  toAccount,
  restAccount,
  startsOn,
  words,
});

/** Begins one; who begins it is the one who goes. Refuses `desk.handover_runs`, `desk.not_a_member`, `desk.handover_to_self`. */
export async function beginHandover(work: Work, input: Asked<'beginHandover'>): Promise<Result<Answer<'beginHandover'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { account } = work.actor;
  if (account === null) return refuse(unauthenticated);
  const problems = await wrongPeople(work, input.officeId, { ...input, fromAccount: account });
  if (problems.length > 0) return refuseInput(problems);
  const id = work.newId<'Handover'>();
  if (!(await insertHandover(work.tx, scope.value, { id, fromAccount: account, now: work.now, facts: factsOf(input) })))
    return refuse({ kind: 'conflict', code: 'desk.handover_runs' });
  await audit(work, { useCase: 'begin-handover', office: scope.value.office, subjects: [id], fields: ['toAccount', 'startsOn', 'words'] });
  return ok({ id, version: 1 });
}

/** Writes what it says besides the register. Refuses `desk.no_handover`, `desk.not_a_member`, `desk.handover_to_self`, `kernel.stale`. */
export async function setHandover(work: Work, input: Asked<'setHandover'>): Promise<Result<Answer<'setHandover'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const row = await lastHandover(work.tx, scope.value.office);
  if (row === null || row.id !== input.handoverId || row.finishedAt !== null) return notFound('desk.no_handover');
  if (row.version !== work.expectedVersion) return refuse(stale);
  const problems = await wrongPeople(work, input.officeId, { ...input, fromAccount: row.fromAccount });
  if (problems.length > 0) return refuseInput(problems);
  if (!(await updateHandover(work.tx, scope.value, row, factsOf(input), input.typed))) return refuse(stale);
  await audit(work, { useCase: 'set-handover', office: scope.value.office, subjects: [row.id], fields: ['words', 'typed'] });
  return ok({ version: row.version + 1 });
}

/** Takes a line over, or gives it back; both stay on record. Refuses `desk.no_handover`, `desk.not_taking_over`, `desk.line_closed`. */
export async function tickHandover(work: Work, input: Asked<'tickHandover'>): Promise<Result<Answer<'tickHandover'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const { account } = work.actor;
  const row = await lastHandover(work.tx, scope.value.office);
  if (row === null || row.id !== input.handoverId) return notFound('desk.no_handover');
  const { office } = scope.value;
  if (account === null || !isTaking(work, row, { office, people: await peopleOf(work, office) }))
    return refuse({ kind: 'forbidden', code: 'desk.not_taking_over' });
  const { subject, taken } = input;
  const lines = await openLines(work, scope.value.office, row.lines);
  if (!lines.ok) return lines;
  if (!lines.value.some((line) => line.subject === subject)) return refuse({ kind: 'conflict', code: 'desk.line_closed' });
  const at = work.now.toISOString();
  await insertTick(work.tx, scope.value, { id: work.newId<'HandoverTick'>(), handoverId: row.id, subject, taken, account, at });
  await audit(work, { useCase: 'tick-handover', office: scope.value.office, subjects: [row.id], fields: ['taken'] });
  return ok({ subject, taken, at });
}

/** Takes back that it was begun, by whoever began it. Refuses `desk.no_handover`, `desk.not_yours_to_cancel`, `desk.handover_ticked`, `kernel.stale`. */
export async function cancelHandover(work: Work, input: Asked<'cancelHandover'>): Promise<Result<Answer<'cancelHandover'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const row = await lastHandover(work.tx, scope.value.office);
  if (row === null || row.id !== input.handoverId || row.finishedAt !== null) return notFound('desk.no_handover');
  const problem = cancelProblem(row, await loadTicks(work.tx, row.id), work.actor.account);
  if (problem !== null) return refuse(problem);
  if (row.version !== work.expectedVersion || !(await deleteHandover(work.tx, scope.value, row))) return refuse(stale);
  await audit(work, { useCase: 'cancel-handover', office: scope.value.office, subjects: [row.id], fields: [] });
  return ok({ handoverId: row.id });
}

/** Finishes it with whatever is open. Refuses `desk.no_handover`, `kernel.stale`. */
export async function finishHandover(work: Work, input: Asked<'finishHandover'>): Promise<Result<Answer<'finishHandover'>>> {
  const scope = mayWrite(work.actor, input.officeId);
  if (!scope.ok) return scope;
  const row = await lastHandover(work.tx, scope.value.office);
  if (row === null || row.id !== input.handoverId || row.finishedAt !== null) return notFound('desk.no_handover');
  if (row.version !== work.expectedVersion || !(await endHandover(work.tx, scope.value, row, work.now))) return refuse(stale);
  await audit(work, { useCase: 'finish-handover', office: scope.value.office, subjects: [row.id], fields: ['finishedAt'] });
  return ok({ version: row.version + 1, finishedAt: work.now.toISOString() });
}

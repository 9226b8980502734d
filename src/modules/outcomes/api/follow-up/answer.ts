// What the holder of a letter's link does, without an account: sees what is asked, answers, wants no more letters. The link opens one question and nothing else.
import { askFirst, notFound, ok, refuse, refuseInput, type Problem, type Result } from '#kernel/result.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { keepPaperByLetter, recogniseDocument, type ReadDocument } from '#modules/evidence/api/documents.ts';
import { organisationsByIds } from '#modules/organisations/api/name-organisations.ts';
import { actAs } from '#platform/acting.ts';
import { hashOf } from '#platform/secret-token.ts';
import { asPublic, type Transact, type Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { answerDoubts, answerProblems, mostAnswers } from '../../domain/follow-up/answering.ts';
import { dueDays } from '../../domain/follow-up/due.ts';
import {
  answersTo,
  followUpByToken,
  followUpsByIds,
  insertAnswer,
  isSent,
  isStoppedBy,
  lockFollowUps,
  resumeByToken,
  stopByToken,
  stoppedAmong,
  type FollowUpRecord,
} from '../../store/asking.ts';
import { mayAsk } from '../../policy.ts';
import { inOne, readAnnounced } from './load-asked.ts';
import { showGiven } from './show-answer.ts';

type Question = Answer<'openFollowUp'>;
type State = Question['state'];

const unknown = notFound('outcomes.follow_up_not_found');

/** Runs `use` on the question that a link opens, in the rights of the office that asks. Refuses `outcomes.follow_up_not_found`: guessed ones tell nothing. */
async function byLink<T>(
  work: Work,
  { token }: { readonly token: string },
  use: (acting: Work, record: FollowUpRecord) => Promise<Result<T>>,
): Promise<Result<T>> {
  const visitor = await asPublic(work);
  const found = await followUpByToken(visitor.tx, hashOf(token));
  if (found === null) return unknown;
  return actAs(visitor, { offices: [found.office], writes: true }, async (acting) => {
    const [record] = await followUpsByIds(acting.tx, [found.id]);
    return record === undefined ? unknown : use(acting, record);
  });
}

async function stateOf(work: Work, record: FollowUpRecord): Promise<State> {
  if (record.revokedAt !== null || record.expiresAt === null || record.expiresAt <= work.now) return 'expired';
  const { outcomeId, addressHash, companyNames, route } = record;
  const stopped = await stoppedAmong(work.tx, [{ outcomeId, companyNames, addressHash: route === 'company' ? addressHash : null }]);
  return record.state === 'stopped' || stopped.has(outcomeId) ? 'stopped' : 'open';
}

/** For which company, by the names of its record, where the office still keeps it: its letter named it in one language. */
async function companyOf(work: Work, { organisationId, saidFor }: FollowUpRecord): Promise<MultilingualText> {
  const known = organisationId === null ? undefined : (await organisationsByIds(work, [organisationId])).get(organisationId);
  return known === undefined ? inOne(saidFor ?? '') : { ...known.name };
}

/** What the link shows: of one that is over no more than whose it was. */
async function show(work: Work, record: FollowUpRecord): Promise<Result<Question>> {
  const offices = await nameOffices(work, [record.ownerOffice, record.throughOffice]);
  const office = { ...offices.get(record.ownerOffice) };
  const state = await stateOf(work, record);
  const known = state === 'expired' ? null : await readAnnounced(work, record.outcomeId);
  // What was withdrawn meanwhile is asked for no more.
  if (known === null || record.expiresAt === null) return ok({ state: state === 'open' ? 'expired' : state, office, asked: null });
  const { outcome, announced } = known;
  const last = (await answersTo(work.tx, [record.id])).at(-1);
  const mayResume = state === 'stopped' && (await isStoppedBy(work.tx, record.id));
  const next = dueDays(announced.day).find(({ months, due }) => months > record.months && due > work.now.toISOString().slice(0, 10));
  return ok({
    state,
    office,
    asked: {
      ...{ title: { ...outcome.title }, kind: outcome.kind, stage: announced.stage, valueDate: announced.valueDate },
      ...{ announcedOn: announced.day, amount: announced.amount, qualifier: announced.qualifier },
      company: await companyOf(work, record),
      isPublic: outcome.visibility === 'public',
      through: record.route === 'through' && record.throughOffice !== null ? { ...offices.get(record.throughOffice) } : null,
      openUntil: record.expiresAt.toISOString(),
      answer: last === undefined ? null : showGiven(last),
      next: next === undefined ? null : { ...next },
      mayResume,
    },
  });
}

/** What the link asks, by whom, through whom and until when. Changes nothing: programs that look at letters open links. */
export const openFollowUp = (work: Work, input: Asked<'openFollowUp'>): Promise<Result<Question>> => byLink(work, input, show);

const expired: Result<never> = refuse({ kind: 'conflict', code: 'outcomes.follow_up_expired' });

const problemsIn = (
  { answer, amount, currency, differs }: Asked<'answerFollowUp'>,
  known: Awaited<ReturnType<typeof readAnnounced>>,
): readonly Problem[] =>
  answerProblems({ answer, amount, currency: amount === null ? null : currency, differs }, known?.announced.amount ?? null);

/** Finds out what a paper is, outside the transaction, and for a link that is open alone; where it is none, all else that is wrong is told with it. */
export async function readPaper(transact: Transact, input: Asked<'answerFollowUp'>): Promise<Result<ReadDocument | null>> {
  const others = await transact((work) =>
    byLink(work, input, async (acting, record) => {
      const state = await stateOf(acting, record);
      return state === 'expired' ? expired : ok(problemsIn(input, await readAnnounced(acting, record.outcomeId)));
    }),
  );
  if (!others.ok) return others;
  if (input.file === undefined) return ok(null);
  const read = await recogniseDocument({ name: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) });
  return read.ok || others.value.length === 0 ? read : refuseInput([...others.value, ...(read.refusal.problems ?? [])]);
}

/**
 * Records an answer; an earlier one stays beside it, and the last counts. Refuses all field problems at once, `outcomes.follow_up_expired`,
 * and 429 where it was answered too often; asks about a doubt first.
 */
export function answerFollowUp(work: Work, input: Asked<'answerFollowUp'>, paper: ReadDocument | null): Promise<Result<Question>> {
  return byLink(work, input, async (acting, { id, ownerOffice }) => {
    const scope = mayAsk(acting.actor, ownerOffice);
    if (!scope.ok) return scope;
    const [record] = await lockFollowUps(acting.tx, scope.value, [id]);
    const known = record === undefined ? null : await readAnnounced(acting, record.outcomeId);
    if (record === undefined) return unknown;
    const state = await stateOf(acting, record);
    // Who wants no more letters may answer the one they have all the same, and change their answer.
    if (state === 'expired' || known === null) return expired;
    const { answer, amount, currency, qualifier, differs, anyway, note, saidBy, language } = input;
    const given = amount === null ? { amount, currency: null } : { amount, currency };
    const problems = problemsIn(input, known);
    if (problems.length > 0) return refuseInput(problems);
    if (input.sending !== undefined && (await isSent(acting.tx, record.id, input.sending))) return show(acting, record);
    const asks = askFirst(answerDoubts({ answer, qualifier, ...given }, known.announced), input.confirmed);
    if (asks !== null) return asks;
    const before = await answersTo(acting.tx, [record.id]);
    if (before.length >= mostAnswers) return refuse({ kind: 'too_many', code: 'outcomes.answered_too_often', params: { seconds: 86_400 } });
    const kept = paper === null ? null : await keepPaperByLetter(acting, ownerOffice, paper);
    if (kept !== null && !kept.ok) return kept;
    await insertAnswer(acting.tx, record, input.sending ?? null, {
      ...{ id: acting.newId(), followUpId: record.id, outcomeId: record.outcomeId, number: before.length + 1, answer },
      amount: given.amount === null || given.currency === null ? null : { value: given.amount, currency: given.currency },
      ...{ qualifier, differs: [...new Set(differs)], anyway, note, saidBy, language, saidFor: record.saidFor ?? '' },
      ...{ documentId: kept?.value.id ?? null, answeredAt: acting.now },
    });
    const fields = ['answer', ...(amount === null ? [] : ['amount']), ...(kept === null ? [] : ['file'])];
    await audit(acting, { useCase: 'answer-follow-up', office: ownerOffice, subjects: [record.outcomeId, record.id], fields });
    return show(acting, record);
  });
}

/** No more letters, about this outcome or to this company about anything, from any office. What was answered stays. */
export function stopFollowUps(work: Work, input: Asked<'stopFollowUps'>): Promise<Result<Question>> {
  return byLink(work, input, async (acting, record) => {
    const state = await stateOf(acting, record);
    if (state === 'expired') return expired;
    await stopByToken(acting.tx, { id: acting.newId(), hash: hashOf(input.token), covers: input.covers, now: acting.now });
    const { ownerOffice: office, outcomeId, id } = record;
    await audit(acting, { useCase: 'stop-follow-ups', office, subjects: [outcomeId, id], fields: ['letters'] });
    return show(acting, record);
  });
}

/** What was said by this link is taken back, whoever has the letter now: letters go out again as offices send them. */
export function resumeFollowUps(work: Work, input: Asked<'resumeFollowUps'>): Promise<Result<Question>> {
  return byLink(work, input, async (acting, record) => {
    const state = await stateOf(acting, record);
    if (state === 'expired') return expired;
    if (!(await isStoppedBy(acting.tx, record.id))) return refuse({ kind: 'conflict', code: 'outcomes.nothing_stopped' });
    await resumeByToken(acting.tx, hashOf(input.token), acting.now);
    const { ownerOffice: office, outcomeId, id } = record;
    await audit(acting, { useCase: 'resume-follow-ups', office, subjects: [outcomeId, id], fields: ['letters'] });
    const [now] = await followUpsByIds(acting.tx, [id]);
    return now === undefined ? unknown : show(acting, now);
  });
}

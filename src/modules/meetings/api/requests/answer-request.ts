// Answering who asked for us, with one press: yes, no, or at another time.
import { notFound, ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { isClosed } from '../../domain/request-rules.ts';
import type { Wish } from '../../domain/edition-facts.ts';
import { mayDeriveMeetings, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { lockRequests } from '../../store/meetings.ts';
import { insertReply } from '../../store/replies.ts';
import { insertRequests, loadInvitation, loadRequestFacts, loadRequestRows } from '../../store/requests.ts';
import { loadRules } from '../../store/request-rules.ts';
import { loadSides } from '../../store/sides.ts';
import { openParticipant } from '../open-edition.ts';
import { rederiveMeetings } from '../planning/derive-meetings.ts';
import { closedRefusal } from './create-requests.ts';
import { showRequest } from './show-request.ts';

type Input = Asked<'answerRequest'>;

const wishOf = ({ answer, wish }: Input): Wish => (answer === 'decline' ? 'no' : wish);

const answered: Refusal = { kind: 'conflict', code: 'meetings.request_answered' };

/**
 * An answer is a request back: accepted, a want (or must) of one's own; declined, a "no". The other side is told of a yes as of any request;
 * of a "no" only if the one who declines says so, and then only that it cannot be; of another time with the session and the note.
 * Refuses what is answered already (it is changed instead), another time that says neither when nor why, and participants after the deadline.
 */
export async function answerRequest(work: Work, input: Input): Promise<Result<Answer<'answerRequest'>>> {
  const { editionId, requestId, answer, session, note } = input;
  const invitation = await loadInvitation(work.tx, editionId, requestId);
  if (invitation === null) return notFound('meetings.request_unknown');
  const opened = await openParticipant(work, editionId, invitation.to, 'editor');
  if (!opened.ok) return opened;
  const { scope, edition } = opened.value;
  const sessions = new Set(edition.slots.map((slot) => slot.session));
  if (answer === 'another_time' && session === null && note === '')
    return refuseInput([{ path: ['session'], code: 'meetings.another_time_when' }]);
  if (session !== null && !sessions.has(session))
    return refuseInput([{ path: ['session'], code: 'meetings.request_session_unknown', params: { session } }]);
  const id = work.newId<'Request'>();
  const done = await actingFor(work, mayDeriveMeetings([scope]), async (acting): Promise<Result<null>> => {
    const organiser = mayOrganise(acting.actor, { id: editionId, organiser: scope.organiser });
    if (!organiser.ok) return organiser;
    await lockRequests(acting.tx, organiser.value, [invitation.from, invitation.to]);
    const [{ rules }, standing, sides] = await Promise.all([
      loadRules(acting.tx, editionId),
      loadRequestFacts(acting.tx, editionId, [[invitation.from, invitation.to]]),
      loadSides(acting.tx, editionId, [invitation.from]),
    ]);
    if (scope.side === 'own' && isClosed(rules, work.now.getTime())) return refuse(closedRefusal(rules, edition.timeZone));
    const asked = standing.find((request) => request.id === requestId);
    if (asked === undefined || asked.wish === 'no') return notFound('meetings.request_unknown');
    if (standing.some(({ from, round, wish }) => from === invitation.to && (round === asked.round || wish === 'no')))
      return refuse(answered);
    const other = sides.get(asked.from);
    if (other === undefined || other.withdrawn)
      return refuse({ kind: 'conflict', code: 'meetings.request_withdrawn', params: { code: other?.code ?? '' } });
    const back = { id, scope, to: asked.from, toOffices: other.offices, round: asked.round, enteredAt: work.now };
    await insertRequests(acting.tx, [{ ...back, wish: wishOf(input), session, note: answer === 'decline' ? '' : note }]);
    const kind = answer === 'another_time' ? 'another_time' : answer === 'decline' && input.tell ? 'declined' : null;
    if (kind !== null)
      await insertReply(acting.tx, { ...back, requestId: id, kind, session, note: kind === 'another_time' ? note : '', madeAt: work.now });
    await rederiveMeetings(acting, organiser.value, [[asked.from, asked.to]]);
    return ok(null);
  });
  if (!done.ok) return done;
  await audit(work, { useCase: 'answer-request', office: scope.office, subjects: [id, requestId], fields: ['wish', 'session', 'note'] });
  const [row] = await loadRequestRows(work.tx, editionId, [id]);
  return row === undefined ? notFound('meetings.request_unknown') : ok(showRequest(work, row));
}

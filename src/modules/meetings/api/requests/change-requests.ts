// Changing a request and withdrawing it: by the office that entered it.
import { holds } from '#kernel/actor.ts';
import { notFound, ok, refuse, refuseInput, stale, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { mayDeriveMeetings, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { isClosed } from '../../domain/request-rules.ts';
import { deleteReply } from '../../store/replies.ts';
import { loadRules } from '../../store/request-rules.ts';
import { lockRequests } from '../../store/meetings.ts';
import { loadEditionHall } from '../edition-facts.ts';
import {
  deleteInvitations,
  insertInvitations,
  loadRequestRows,
  updateRequestRows,
  type RequestChange,
  type RequestRow,
} from '../../store/requests.ts';
import { rederiveMeetings } from '../planning/derive-meetings.ts';
import { openParticipant } from '../open-edition.ts';
import { closedRefusal, overQuotas } from './create-requests.ts';
import { showRequest } from './show-request.ts';

interface Opened {
  readonly row: RequestRow;
  readonly scope: ParticipantScope;
  readonly sessions: ReadonlySet<number>;
  readonly timeZone: string;
}

async function openRequest(work: Work, editionId: string, requestId: string): Promise<Result<Opened>> {
  const [row] = await loadRequestRows(work.tx, editionId, [requestId]);
  if (row === undefined || row.withdrawn) return notFound('meetings.request_unknown');
  if (!holds(work.actor, row.office, 'editor')) return refuse({ kind: 'forbidden', code: 'meetings.request_of_others' });
  const opened = await openParticipant(work, editionId, row.from, 'editor');
  if (!opened.ok) return opened;
  // What this office entered stays its own, whichever other offices act for the participant.
  const scope = { ...opened.value.scope, office: row.office };
  return ok({ row, scope, sessions: new Set(opened.value.edition.slots.map((s) => s.session)), timeZone: opened.value.edition.timeZone });
}

type Changed = Omit<RequestChange, 'id' | 'expectedVersion'>;

/** What the edition's rules have against a participant's change; the organiser is bound by none. A quota binds only what asks for more. */
async function ruledOut(
  acting: Work,
  { row, scope, timeZone, now }: Opened & { readonly now: Date },
  wish: RequestRow['wish'] | null,
): Promise<Refusal | null> {
  if (scope.side !== 'own') return null;
  const { rules } = await loadRules(acting.tx, scope.editionId);
  if (isClosed(rules, now.getTime())) return closedRefusal(rules, timeZone);
  const asksForMore = wish !== null && wish !== 'no' && wish !== row.wish && (row.wish === 'no' || wish === 'must');
  if (!asksForMore) return null;
  const over = (await overQuotas(acting, rules, { scopes: [scope], changed: new Map([[row.id, wish]]), added: [] })).get(
    scope.participantId,
  );
  return over === undefined ? null : { kind: 'conflict', ...over };
}

/**
 * Writes the change under the lock of the requests of both, which comes before any other, derives the pair's meeting anew, and keeps what the other side may
 * know in step with the wish; null is a withdrawal.
 */
async function write(work: Work, opened: Opened, wish: RequestRow['wish'] | null, asked: Changed): Promise<Result<null>> {
  const { row, scope } = opened;
  return actingFor(work, mayDeriveMeetings([scope]), async (acting) => {
    const organiser = mayOrganise(acting.actor, { id: scope.editionId, organiser: scope.organiser });
    if (!organiser.ok) return organiser;
    await lockRequests(acting.tx, organiser.value, [row.from, row.to]);
    const refusal = await ruledOut(acting, { ...opened, now: work.now }, wish);
    if (refusal !== null) return refuse(refusal);
    await deleteReply(acting.tx, scope.editionId, row.id);
    const change = { ...asked, id: row.id, expectedVersion: work.expectedVersion ?? row.version };
    if (!(await updateRequestRows(acting.tx, scope, [change], work.now))) return refuse(stale);
    const others = await loadEditionHall(acting, scope.editionId, [row.to]);
    const toOffices = others?.participants[0]?.offices ?? [];
    if (wish === null || wish === 'no') await deleteInvitations(acting.tx, scope, [row.id]);
    else await insertInvitations(acting.tx, [{ id: row.id, scope, to: row.to, toOffices, wish, enteredAt: row.enteredAt }]);
    await rederiveMeetings(acting, organiser.value, [[row.from, row.to]]);
    return ok(null);
  });
}

/** Changes the wish, session or note; fields that are not given stay. */
export async function updateRequest(work: Work, input: Asked<'updateRequest'>): Promise<Result<Answer<'updateRequest'>>> {
  const opened = await openRequest(work, input.editionId, input.requestId);
  if (!opened.ok) return opened;
  const { row, scope, sessions } = opened.value;
  const { wish, session, note } = input;
  if (session !== undefined && session !== null && !sessions.has(session))
    return refuseInput([{ path: ['session'], code: 'meetings.request_session_unknown', params: { session } }]);
  const written = await write(work, opened.value, wish ?? row.wish, { wish, session, note });
  if (!written.ok) return written;
  const fields = Object.entries({ wish, session, note }).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  await audit(work, { useCase: 'update-request', office: scope.office, subjects: [row.id], fields });
  const [now] = await loadRequestRows(work.tx, input.editionId, [row.id]);
  return now === undefined ? notFound('meetings.request_unknown') : ok(showRequest(work, now));
}

/** Withdraws a request; nothing is deleted. */
export async function withdrawRequest(work: Work, input: Asked<'withdrawRequest'>): Promise<Result<Answer<'withdrawRequest'>>> {
  const opened = await openRequest(work, input.editionId, input.requestId);
  if (!opened.ok) return opened;
  const { row, scope } = opened.value;
  const written = await write(work, opened.value, null, { withdrawn: true });
  if (!written.ok) return written;
  await audit(work, { useCase: 'withdraw-request', office: scope.office, subjects: [row.id], fields: ['withdrawnAt'] });
  return ok({ id: row.id });
}

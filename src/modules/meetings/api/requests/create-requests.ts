// Entering requests: by a company, by the lead of its group, or by the organiser.
import { ok, refuse, refuseInput, type Problem, type Refusal, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { joinRequests, requestKey, requestProblems } from '../../domain/check-requests.ts';
import { clockAt, dayAt } from '../../domain/agenda/venue-clock.ts';
import type { EditionHall, Wish } from '../../domain/edition-facts.ts';
import { isClosed, overQuota, quotaOf, type RequestRules } from '../../domain/request-rules.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { mayActFor, mayDeriveMeetings, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { lockRequests } from '../../store/meetings.ts';
import { loadRules } from '../../store/request-rules.ts';
import { insertRequests, listInvitations, listRequestsFrom, loadRequestRows, type NewRequest } from '../../store/requests.ts';
import { rederiveMeetings } from '../planning/derive-meetings.ts';
import { openEdition } from '../open-edition.ts';
import { showRequest } from './show-request.ts';

type Input = Asked<'createRequests'>;

/** It is too late for participants: by the edition's rules. */
export const closedRefusal = ({ closesAt }: Pick<RequestRules, 'closesAt'>, timeZone: string): Refusal => ({
  kind: 'conflict',
  code: 'meetings.requests_closed',
  params: { at: `${dayAt(closesAt ?? 0, timeZone)} ${clockAt(closesAt ?? 0, timeZone)}` },
});

interface Wishes {
  readonly scopes: readonly ParticipantScope[];
  /** Wishes that become others, by request. */
  readonly changed: ReadonlyMap<string, Wish>;
  readonly added: readonly { readonly fromId: string; readonly toId: string; readonly wish: Wish }[];
}

/** What is over the quota of each of these participants once the wishes stand; read as the organiser. Those within it are absent. */
export async function overQuotas(
  acting: Work,
  rules: RequestRules,
  { scopes, changed, added }: Wishes,
): Promise<ReadonlyMap<string, Pick<Problem, 'code' | 'params'>>> {
  const [first] = scopes;
  if (first === undefined || rules.quotas.length === 0) return new Map();
  const ids = scopes.map(({ participantId }) => participantId);
  const facts = await loadEditionHall(acting, first.editionId, ids);
  const standing = await listRequestsFrom(acting.tx, first.editionId, ids);
  const asked = new Set((await listInvitations(acting.tx, first.editionId, ids)).map(({ from, to }) => `${to} ${from}`));
  return new Map(
    (facts?.participants ?? []).flatMap((participant) => {
      const { id } = participant;
      const own = [
        ...standing.filter(({ from }) => from === id).map((row) => ({ to: row.to, wish: changed.get(row.id) ?? row.wish })),
        ...added.filter(({ fromId }) => fromId === id).map(({ toId, wish }) => ({ to: toId, wish })),
      ];
      const counted = own.map(({ to, wish }) => ({ wish, isAnswer: asked.has(`${id} ${to}`) }));
      const over = overQuota(quotaOf(rules, participant), counted);
      return over === null ? [] : [[id, over] as const];
    }),
  );
}

/** The participants of the input that the actor may enter requests for. */
async function scopesOf(work: Work, input: Input): Promise<ReadonlyMap<string, ParticipantScope>> {
  const from = [...new Set(input.requests.map((r) => r.fromId))];
  const facts = await loadEditionHall(work, input.editionId, from);
  if (facts === null) return new Map();
  const scopes = facts.participants.flatMap((p): readonly (readonly [string, ParticipantScope])[] => {
    const owner = { id: p.id, editionId: input.editionId, organiser: facts.organiser, offices: p.offices };
    const scope = mayActFor(work.actor, owner, 'editor');
    return scope.ok ? [[p.id, scope.value]] : [];
  });
  return new Map(scopes);
}

async function problemsOf(
  work: Work,
  input: Input,
  facts: EditionHall | null,
  scopes: ReadonlyMap<string, ParticipantScope>,
  rules: RequestRules,
) {
  const standing = await listRequestsFrom(work.tx, input.editionId, [...scopes.keys()]);
  return requestProblems(input.requests, {
    sameSide: rules.sameSide,
    mayActFor: new Set(scopes.keys()),
    participants: new Map((facts?.participants ?? []).map((p) => [p.id, p])),
    sessions: new Set(facts?.slots.map((s) => s.session)),
    standing: new Set(standing.map((r) => requestKey({ fromId: r.from, toId: r.to, round: r.round }))),
  });
}

/**
 * Enters requests, all or none. Refuses with every problem at once: a side unknown or not the actor's, oneself, somebody withdrawn,
 * a session that does not exist, a request that stands already, two of one side where the edition does not have that, more than the quota.
 * The same one twice in the list is joined, which the answer tells. Participants are refused after the deadline; the organiser is bound by neither.
 */
export async function createRequests(work: Work, asked: Input): Promise<Result<Answer<'createRequests'>>> {
  const { requests: whole, joined } = joinRequests(asked.requests);
  const input = { ...asked, requests: [...whole] };
  const head = await openEdition(work, input.editionId);
  if (!head.ok) return head;
  const scopes = await scopesOf(work, input);
  const first = [...scopes.values()][0];
  if (first === undefined)
    return refuseInput(input.requests.map((_, i) => ({ path: ['requests', i, 'fromId'], code: 'meetings.request_from_unknown' })));
  const entered = await actingFor(work, mayDeriveMeetings([...scopes.values()]), async (acting): Promise<Result<readonly NewRequest[]>> => {
    const organiser = mayOrganise(acting.actor, head.value);
    if (!organiser.ok) return organiser;
    // The lock comes before the look at what stands, so that the same request twice at once is refused and not a fault.
    const everybody = [...new Set(input.requests.flatMap((r) => [r.fromId, r.toId]))];
    await lockRequests(acting.tx, organiser.value, everybody);
    const facts = await loadEditionHall(acting, input.editionId, everybody);
    const { rules } = await loadRules(acting.tx, input.editionId);
    const own = [...scopes.values()].filter(({ side }) => side === 'own');
    if (own.length > 0 && isClosed(rules, work.now.getTime())) return refuse(closedRefusal(rules, head.value.timeZone));
    const problems = [...(await problemsOf(acting, input, facts, scopes, rules))];
    const over = await overQuotas(acting, rules, { scopes: own, changed: new Map(), added: input.requests });
    for (const [participantId, problem] of over) {
      const at = input.requests.findLastIndex(({ fromId }) => fromId === participantId);
      problems.push({ path: ['requests', at, 'toId'], ...problem });
    }
    if (problems.length > 0) return refuseInput(problems);
    const offices = new Map(facts?.participants.map((p) => [p.id, p.offices]));
    const requests = input.requests.flatMap((r): readonly NewRequest[] => {
      const scope = scopes.get(r.fromId);
      if (scope === undefined) return [];
      const { wish, session, round, note, suggested = false } = r;
      return [
        {
          id: work.newId<'Request'>(),
          scope,
          to: r.toId,
          toOffices: offices.get(r.toId) ?? [],
          wish,
          session,
          round,
          note,
          suggested,
          enteredAt: work.now,
        },
      ];
    });
    await insertRequests(acting.tx, requests);
    await rederiveMeetings(
      acting,
      organiser.value,
      requests.map((r) => [r.scope.participantId, r.to] as const),
    );
    return ok(requests);
  });
  if (!entered.ok) return refuse(entered.refusal);
  const ids = entered.value.map((r) => r.id);
  await audit(work, { useCase: 'create-requests', office: first.office, subjects: ids, fields: ['wish', 'session', 'note'] });
  const rows = await loadRequestRows(work.tx, input.editionId, ids);
  return ok({ requests: rows.map((row) => showRequest(work, row)), joined: [...joined] });
}

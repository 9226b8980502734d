// Entering requests: by a company, by the lead of its group, or by the organiser.
import { ok, refuse, refuseInput, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../../contract.ts';
import { requestKey, requestProblems } from '../../domain/check-requests.ts';
import type { EditionHall } from '../../domain/edition-facts.ts';
import type { ParticipantScope } from '../../domain/scopes.ts';
import { mayActFor, mayDeriveMeetings, mayOrganise } from '../../policy.ts';
import { actingFor } from '../../store/acting.ts';
import { loadEditionHall } from '../edition-facts.ts';
import { lockSchedule } from '../../store/meetings.ts';
import { insertRequests, listRequestsFrom, loadRequestRows, type NewRequest } from '../../store/requests.ts';
import { rederiveMeetings } from '../planning/derive-meetings.ts';
import { openEdition } from '../open-edition.ts';
import { showRequest } from './show-request.ts';

type Input = Asked<'createRequests'>;

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

async function problemsOf(work: Work, input: Input, facts: EditionHall | null, scopes: ReadonlyMap<string, ParticipantScope>) {
  const standing = await listRequestsFrom(work.tx, input.editionId, [...scopes.keys()]);
  return requestProblems(input.requests, {
    mayActFor: new Set(scopes.keys()),
    participants: new Map((facts?.participants ?? []).map((p) => [p.id, p])),
    sessions: new Set(facts?.slots.map((s) => s.session)),
    standing: new Set(standing.map((r) => requestKey({ fromId: r.from, toId: r.to, round: r.round }))),
  });
}

/**
 * Enters requests, all or none. Refuses with every problem at once: a side unknown or not the actor's, oneself, somebody withdrawn,
 * a session that does not exist, a request that stands already or stands twice in the list.
 */
export async function createRequests(work: Work, input: Input): Promise<Result<Answer<'createRequests'>>> {
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
    await lockSchedule(acting.tx, organiser.value);
    const everybody = [...new Set(input.requests.flatMap((r) => [r.fromId, r.toId]))];
    const facts = await loadEditionHall(acting, input.editionId, everybody);
    const problems = await problemsOf(acting, input, facts, scopes);
    if (problems.length > 0) return refuseInput(problems);
    const offices = new Map(facts?.participants.map((p) => [p.id, p.offices]));
    const requests = input.requests.flatMap((r): readonly NewRequest[] => {
      const scope = scopes.get(r.fromId);
      if (scope === undefined) return [];
      const { wish, session, round, note } = r;
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
  return ok({ requests: rows.map((row) => showRequest(work, row)) });
}

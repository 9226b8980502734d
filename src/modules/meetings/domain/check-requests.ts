// Everything that is wrong with requests about to be entered, all at once and each at its field.
import type { Problem } from '#kernel/result.ts';
import type { EditionParticipant } from './edition-facts.ts';

export interface RequestToEnter {
  readonly fromId: string;
  readonly toId: string;
  readonly session: number | null;
  readonly round: number;
}

export interface KnownToRequests {
  /** Participants the actor may enter requests for. */
  readonly mayActFor: ReadonlySet<string>;
  readonly participants: ReadonlyMap<string, Pick<EditionParticipant, 'code' | 'withdrawn'>>;
  readonly sessions: ReadonlySet<number>;
  /** Requests that stand already, see `requestKey`. */
  readonly standing: ReadonlySet<string>;
}

/** What makes two requests the same one. */
export const requestKey = (request: Pick<RequestToEnter, 'fromId' | 'toId' | 'round'>): string =>
  `${request.fromId} ${request.toId} ${request.round}`;

function problemsOfOne(
  request: RequestToEnter,
  known: KnownToRequests,
  firstOfItsKind: boolean,
): readonly { readonly field: string; readonly code: string; readonly params?: Problem['params'] }[] {
  const { fromId, toId, session } = request;
  const [from, to] = [known.mayActFor.has(fromId) ? known.participants.get(fromId) : undefined, known.participants.get(toId)];
  const standing = from !== undefined && known.standing.has(requestKey(request));
  return [
    ...(from === undefined ? [{ field: 'fromId', code: 'meetings.request_from_unknown' }] : []),
    ...(from?.withdrawn === true ? [{ field: 'fromId', code: 'meetings.request_withdrawn', params: { code: from.code } }] : []),
    ...(fromId === toId ? [{ field: 'toId', code: 'meetings.request_to_oneself' }] : []),
    ...(fromId !== toId && to === undefined ? [{ field: 'toId', code: 'meetings.request_to_unknown' }] : []),
    ...(fromId !== toId && to?.withdrawn === true
      ? [{ field: 'toId', code: 'meetings.request_withdrawn', params: { code: to.code } }]
      : []),
    ...(session !== null && !known.sessions.has(session)
      ? [{ field: 'session', code: 'meetings.request_session_unknown', params: { session } }]
      : []),
    ...(standing ? [{ field: 'toId', code: 'meetings.request_exists' }] : []),
    ...(!standing && !firstOfItsKind ? [{ field: 'toId', code: 'meetings.request_twice' }] : []),
  ];
}

/** Problems of a batch; paths lead into `requests`. */
export function requestProblems(requests: readonly RequestToEnter[], known: KnownToRequests): readonly Problem[] {
  const seen = new Set<string>();
  return requests.flatMap((request, i) => {
    const key = requestKey(request);
    const first = !seen.has(key);
    seen.add(key);
    return problemsOfOne(request, known, first).map(({ field, code, params }): Problem => {
      const path = ['requests', i, field];
      return params === undefined ? { path, code } : { path, code, params };
    });
  });
}

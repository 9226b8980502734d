// Everything that is wrong with requests about to be entered, all at once and each at its field.
import type { Problem } from '#kernel/result.ts';
import type { EditionParticipant, Wish } from './edition-facts.ts';

export interface RequestToEnter {
  readonly fromId: string;
  readonly toId: string;
  readonly session: number | null;
  readonly round: number;
}

export interface KnownToRequests {
  /** Participants the actor may enter requests for. */
  readonly mayActFor: ReadonlySet<string>;
  readonly participants: ReadonlyMap<string, Pick<EditionParticipant, 'code' | 'role' | 'withdrawn'>>;
  readonly sessions: ReadonlySet<number>;
  /** Whether two of one role may ask for each other. */
  readonly sameSide: boolean;
  /** Requests that stand already, see `requestKey`. */
  readonly standing: ReadonlySet<string>;
}

/** What makes two requests the same one. */
export const requestKey = (request: Pick<RequestToEnter, 'fromId' | 'toId' | 'round'>): string =>
  `${request.fromId} ${request.toId} ${request.round}`;

interface Joinable extends RequestToEnter {
  readonly wish: Wish;
  readonly note: string;
}

const strength = { no: 2, must: 1, want: 0 } as const;

/**
 * The same request said more than once in a list becomes one: a "no" outweighs a must, a must a want; the first session and every note stay.
 * `joined`: places in the list of those that were taken into an earlier one.
 */
export function joinRequests<R extends Joinable>(
  requests: readonly R[],
): { readonly requests: readonly R[]; readonly joined: readonly number[] } {
  const whole = new Map<string, R>();
  const joined: number[] = [];
  requests.forEach((request, at) => {
    const key = requestKey(request);
    const known = whole.get(key);
    if (known !== undefined) joined.push(at);
    whole.set(key, known === undefined ? request : joinedWith(known, request));
  });
  return { requests: [...whole.values()], joined };
}

const SEAM = ' · ';

/** Two that say the same, as one. */
export function joinedWith<R extends Pick<Joinable, 'wish' | 'session' | 'note'>>(first: R, next: R): R {
  const wish = strength[next.wish] > strength[first.wish] ? next.wish : first.wish;
  const notes = new Set([...first.note.split(SEAM), next.note].filter((note) => note !== ''));
  return { ...first, wish, session: first.session ?? next.session, note: [...notes].join(SEAM).slice(0, 500) };
}

function problemsOfOne(
  request: RequestToEnter,
  known: KnownToRequests,
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
    ...(!known.sameSide && fromId !== toId && from !== undefined && to !== undefined && from.role === to.role
      ? [{ field: 'toId', code: `meetings.request_same_side_${to.role}`, params: { from: from.code, to: to.code } }]
      : []),
    ...(standing ? [{ field: 'toId', code: 'meetings.request_exists' }] : []),
  ];
}

/** Problems of a batch; paths lead into `requests`. */
export function requestProblems(requests: readonly RequestToEnter[], known: KnownToRequests): readonly Problem[] {
  return requests.flatMap((request, i) =>
    problemsOfOne(request, known).map(({ field, code, params }): Problem => {
      const path = ['requests', i, field];
      return params === undefined ? { path, code } : { path, code, params };
    }),
  );
}

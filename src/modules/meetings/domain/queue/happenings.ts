// What a person says has happened, as events of the queue; and whom the queue calls of itself.
import { ok, refuse, refuseInput, type Refusal, type Result } from '#kernel/result.ts';
import { whomToCallNext } from '#scheduler/core/dispatch/call-next.ts';
import { nth } from '#scheduler/core/dispatch/queue.ts';
import { instantAt, type LiveQueue, minuteAt, type Talk } from './live-queue.ts';
import type { Happening, QueueEvent } from './queue-day.ts';

export type MintTalk = () => string;

const talkOver = refuse<Refusal>({ kind: 'conflict', code: 'meetings.queue_talk_over' });

/** Calls off what somebody was called to and has not begun. */
const callsOffOf = (live: LiveQueue, participantId: string): readonly QueueEvent[] =>
  [...live.talks.values()].flatMap((talk): readonly QueueEvent[] =>
    talk.begunAt === null && [talk.seatedId, talk.rotatingId].includes(participantId)
      ? [{ kind: 'callOff', talkId: talk.id, cause: 'left', because: null }]
      : [],
  );

/** Calls that they were to carry and that have not begun end with it; a meeting that goes on goes on. */
export const interpreterGoes = (live: LiveQueue, interpreterId: string): readonly QueueEvent[] => [
  ...[...live.talks.values()].flatMap((talk): readonly QueueEvent[] =>
    talk.begunAt === null && talk.interpreterId === interpreterId
      ? [{ kind: 'callOff', talkId: talk.id, cause: 'left', because: null }]
      : [],
  ),
  { kind: 'interpreterGoes', interpreterId },
];

const talkIn = (live: LiveQueue, talkId: string): Result<Talk> => {
  const talk = live.talks.get(talkId);
  return talk === undefined ? talkOver : ok(talk);
};

const notHere = (live: LiveQueue, { talkId, participantId }: Extract<Happening, { kind: 'notHere' }>): Result<readonly QueueEvent[]> => {
  const talk = talkIn(live, talkId);
  if (!talk.ok) return talk;
  if (![talk.value.seatedId, talk.value.rotatingId].includes(participantId))
    return refuse({ kind: 'conflict', code: 'meetings.queue_not_of_talk' });
  const others = callsOffOf(live, participantId).filter((event) => event.kind !== 'callOff' || event.talkId !== talkId);
  return ok([{ kind: 'callOff', talkId, cause: 'not_here', because: null }, ...others, { kind: 'leave', participantId }]);
};

const hold = (
  live: LiveQueue,
  { talkId, minutes, reason }: Extract<Happening, { kind: 'hold' }>,
  at: number,
): Result<readonly QueueEvent[]> => {
  const talk = talkIn(live, talkId);
  if (!talk.ok) return talk;
  const until = minuteAt(live, at) + minutes;
  return ok([
    { kind: 'callOff', talkId, cause: 'held', because: reason },
    { kind: 'hold', meetingId: talk.value.meetingId, until, because: reason },
  ]);
};

/** A person's call is shown at once: they have thought about it. */
const called = (happening: Extract<Happening, { kind: 'call' }>, at: number, mint: MintTalk): readonly QueueEvent[] => {
  const { insteadOf, reason, meetingId, placeId, interpreterId } = happening;
  const instead = insteadOf === undefined ? [] : [{ kind: 'callOff', talkId: insteadOf, cause: 'overruled', because: reason } as const];
  const call = { kind: 'call', talkId: mint(), meetingId, placeId, interpreterId, goesOutAt: at, reasons: [], because: reason } as const;
  return [...instead, call];
};

const DAY = 24 * 60;

/** Calls that have begun did begin then; they can end earlier or later, but not in the past. */
const hours = (
  live: LiveQueue,
  { opensAt, closesAt }: Extract<Happening, { kind: 'hours' }>,
  at: number,
): Result<readonly QueueEvent[]> => {
  const [opens, closes, now] = [minuteAt(live, opensAt), minuteAt(live, closesAt), minuteAt(live, at)];
  const began = opens !== live.opening.opensAt && now >= Math.min(opens, live.opening.opensAt);
  const wrong =
    closes <= opens ? 'queue_ends_before_start' : closes <= now ? 'queue_in_the_past' : closes - opens > DAY ? 'queue_too_long' : null;
  const problems = [
    ...(began ? [{ path: ['opensAt'], code: 'meetings.queue_calls_began' }] : []),
    ...(opens < 0 || opens >= DAY ? [{ path: ['opensAt'], code: 'meetings.queue_other_day' }] : []),
    ...(wrong === null ? [] : [{ path: ['closesAt'], code: `meetings.${wrong}` }]),
  ];
  return problems.length > 0 ? refuseInput(problems) : ok([{ kind: 'hours', opensAt: opens, closesAt: closes }]);
};

/** The events of a happening, all or none of which are to be written. */
export function eventsOf(live: LiveQueue, happening: Happening, at: number, mint: MintTalk): Result<readonly QueueEvent[]> {
  switch (happening.kind) {
    case 'arrive': {
      const { participantId, until } = happening;
      return ok([{ kind: 'arrive', participantId, until: until === undefined ? null : minuteAt(live, until) }]);
    }
    case 'leave':
      return ok([...callsOffOf(live, happening.participantId), { kind: 'leave', participantId: happening.participantId }]);
    case 'notHere':
      return notHere(live, happening);
    case 'hold':
      return hold(live, happening, at);
    case 'call':
      return ok(called(happening, at, mint));
    case 'hours':
      return hours(live, happening, at);
    case 'interpreterComes': {
      const { kind, interpreterId, until } = happening;
      return ok([{ kind, interpreterId, until: until === undefined ? null : minuteAt(live, until) }]);
    }
    case 'interpreterGoes':
      return ok(interpreterGoes(live, happening.interpreterId));
    default:
      return ok([happening]);
  }
}

/** What sets the queue into another state; calls that have not begun end with it. */
export const closing = (live: LiveQueue): readonly QueueEvent[] => [
  ...[...live.talks.values()].flatMap((talk): readonly QueueEvent[] =>
    talk.begunAt === null ? [{ kind: 'callOff', talkId: talk.id, cause: 'closed', because: null }] : [],
  ),
  { kind: 'state', state: 'closed' },
];

/** What the queue decides by itself at an instant: whom to call, and when to ask it again though nothing happens (an instant; null: not before). */
export interface Decision {
  readonly calls: readonly QueueEvent[];
  readonly askAgainAt: number | null;
}

export function decide(live: LiveQueue, at: number, mint: MintTalk): Decision {
  const minute = minuteAt(live, at);
  const { opensAt, standsSeconds } = live.opening;
  if (live.state !== 'open') return { calls: [], askAgainAt: null };
  if (minute < opensAt) return { calls: [], askAgainAt: instantAt(live, opensAt) };
  const { calls, askAgainAt } = whomToCallNext(live.queue, minute);
  return {
    calls: calls.map(({ request, table, interpreter, reasons }) => ({
      kind: 'call',
      talkId: mint(),
      meetingId: nth(live.wished, request).meetingId,
      placeId: nth(live.opening.places, table).id,
      interpreterId: interpreter === null ? null : nth(live.opening.interpreters, interpreter).id,
      goesOutAt: at + standsSeconds * 1000,
      reasons,
      because: null,
    })),
    askAgainAt: askAgainAt === null ? null : instantAt(live, askAgainAt),
  };
}

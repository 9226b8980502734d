// Turns the requests of both sides into meetings to be planned.
import { countsAlone, type RequestRules } from '../request-rules.ts';
import type { Meeting, PositiveWish, Wish } from '../edition-facts.ts';

export interface RequestFacts {
  readonly from: string;
  readonly to: string;
  readonly wish: Wish;
  readonly session: number | null;
  readonly round: number;
  /** UTC milliseconds. */
  readonly enteredAt: number;
}

/** What becomes of a wish that only one side has; `now`: UTC milliseconds. */
export interface Alone {
  readonly rules: Pick<RequestRules, 'agreedOnly' | 'answerDays'>;
  readonly now: number;
}

export interface Side {
  readonly role: 'exhibitor' | 'buyer';
  readonly withdrawn: boolean;
}

export type DerivedMeeting = Pick<Meeting, 'a' | 'b' | 'round' | 'wishOfA' | 'wishOfB' | 'session'> & {
  readonly standing: 'wanted' | 'excluded';
};

export type Standing = 'wanted' | 'excluded' | 'withdrawn';
export type StandingMeeting = Meeting & { readonly standing: Standing };

export interface MeetingChanges {
  readonly added: readonly DerivedMeeting[];
  /** Known meetings as they stand now; only those that differ. */
  readonly changed: readonly StandingMeeting[];
}

const pairKey = (x: string, y: string): string => (x < y ? `${x} ${y}` : `${y} ${x}`);

const byKey = <T>(things: readonly T[], keyOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
};

const strength = (request: RequestFacts): number => (request.wish === 'must' ? 0 : 1);

/** Where both sides name a session and they differ, the stronger wish decides, then the earlier request. */
const sessionOf = (requests: readonly RequestFacts[]): number | null =>
  [...requests].filter((r) => r.session !== null).sort((x, y) => strength(x) - strength(y) || x.enteredAt - y.enteredAt)[0]?.session ??
  null;

const positive = (request: RequestFacts | undefined): PositiveWish | null =>
  request === undefined || request.wish === 'no' ? null : request.wish;

/** An exhibitor stands before a buyer; two of one role in the order of asking. */
const orientation = (first: RequestFacts, sides: ReadonlyMap<string, Side>): readonly [string, string] => {
  const [from, to] = [sides.get(first.from)?.role, sides.get(first.to)?.role];
  return from === 'buyer' && to === 'exhibitor' ? [first.to, first.from] : [first.from, first.to];
};

function meetingsOfPair(
  requests: readonly RequestFacts[],
  sides: ReadonlyMap<string, Side>,
  { rules, now }: Alone,
): readonly DerivedMeeting[] {
  const excluded =
    requests.some((r) => r.wish === 'no') || requests.some((r) => [r.from, r.to].some((p) => sides.get(p)?.withdrawn !== false));
  const wished = requests.filter((r) => r.wish !== 'no');
  return [...byKey(wished, (r) => String(r.round)).values()].flatMap((both) => {
    const ordered = [...both].sort((x, y) => x.enteredAt - y.enteredAt);
    const first = ordered[0];
    if (first === undefined) return [];
    // Refused is told apart from what is only not answered.
    if (!excluded && new Set(both.map((r) => r.from)).size === 1 && !both.some((r) => countsAlone(rules, r.enteredAt, now))) return [];
    const [a, b] = orientation(first, sides);
    const [fromA, fromB] = [ordered.find((r) => r.from === a), ordered.find((r) => r.from === b)];
    const derived = { a, b, round: first.round, wishOfA: positive(fromA), wishOfB: positive(fromB), session: sessionOf(ordered) };
    return [{ ...derived, standing: excluded ? ('excluded' as const) : ('wanted' as const) }];
  });
}

/**
 * The meetings that follow from all requests that stand: the n-th a→b and the n-th b→a are one meeting, "must" outweighs "want",
 * and a "no" of either side, or a withdrawn participant, excludes every meeting of the two. What one side alone wants counts as far as the
 * edition's rules go: not where both must want it, and not once it has lapsed.
 */
export function deriveMeetings(
  requests: readonly RequestFacts[],
  sides: ReadonlyMap<string, Side>,
  alone: Alone,
): readonly DerivedMeeting[] {
  return [...byKey(requests, (r) => pairKey(r.from, r.to)).values()].flatMap((ofPair) => meetingsOfPair(ofPair, sides, alone));
}

const meetingKey = (m: Pick<Meeting, 'a' | 'b' | 'round'>): string => `${pairKey(m.a, m.b)} ${m.round}`;

const turned = (derived: DerivedMeeting, known: Meeting): DerivedMeeting =>
  derived.a === known.a ? derived : { ...derived, a: derived.b, b: derived.a, wishOfA: derived.wishOfB, wishOfB: derived.wishOfA };

const same = (x: StandingMeeting, y: StandingMeeting): boolean =>
  x.wishOfA === y.wishOfA && x.wishOfB === y.wishOfB && x.session === y.session && x.standing === y.standing;

/** What has to change in the meetings on record: a meeting keeps its number and its sides for ever, and is never deleted. */
export function meetingChanges(known: readonly StandingMeeting[], derived: readonly DerivedMeeting[]): MeetingChanges {
  const wanted = new Map(derived.map((d) => [meetingKey(d), d]));
  const knownKeys = new Set(known.map(meetingKey));
  const now = known.map((k): StandingMeeting => {
    const d = wanted.get(meetingKey(k));
    if (d === undefined) return { ...k, standing: 'withdrawn' };
    const { wishOfA, wishOfB, session, standing } = turned(d, k);
    return { ...k, wishOfA, wishOfB, session, standing };
  });
  return {
    added: derived.filter((d) => !knownKeys.has(meetingKey(d))),
    changed: now.filter((m, i) => {
      const before = known[i];
      return before !== undefined && !same(before, m);
    }),
  };
}

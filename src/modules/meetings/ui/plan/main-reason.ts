// Of all that keeps meetings out of a plan, what keeps out most of them.

interface LeftOut {
  readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}

const groups = {
  'meetings.blocked_free': 'free',
  'meetings.blocked_max_meetings': 'limit',
  'meetings.blocked_no_common_slot': 'no_time',
  'meetings.blocked_unavailable': 'no_time',
  'meetings.blocked_seats_taken': 'no_time',
  'meetings.blocked_places_full': 'full',
  'meetings.blocked_places_closed': 'full',
  'meetings.blocked_stand_full': 'full',
  'meetings.blocked_slots_not_allowed': 'session',
  'meetings.blocked_runs_over': 'session',
  'meetings.blocked_order': 'order',
  'meetings.blocked_no_interpreter': 'interpreter',
  'meetings.blocked_no_such_interpreter': 'interpreter',
} as const;

export type MainReason = (typeof groups)[keyof typeof groups];

const groupOf = (code: string): MainReason | undefined => (groups as Readonly<Record<string, MainReason>>)[code];

/** Slots that a reason rules out; one that speaks of no slots rules out all. */
const weightOf = (params: Readonly<Record<string, string | number>>): number =>
  typeof params['slots'] === 'number' ? params['slots'] : 1000;

/** The reason of one meeting: the kind that rules out most slots. */
function reasonOf({ reasons }: LeftOut): MainReason | undefined {
  const sums = new Map<MainReason, number>();
  for (const { code, params } of reasons) {
    const group = groupOf(code);
    if (group !== undefined) sums.set(group, (sums.get(group) ?? 0) + weightOf(params));
  }
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The kind of reason that keeps out most meetings, and how many; null where nothing is left out. */
export function mainReason(leftOut: readonly LeftOut[]): { readonly reason: MainReason; readonly count: number } | null {
  const counts = new Map<MainReason, number>();
  for (const one of leftOut) {
    const reason = reasonOf(one);
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined ? null : { reason: first[0], count: first[1] };
}

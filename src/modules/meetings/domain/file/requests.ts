// What importing an edition's requests does to those on record: which stay, change, go and come, and which round each is of.
import type { EditionFile, FileRequest } from './edition-file.ts';
import type { Wish } from '../edition-facts.ts';

/** A request with its round: the n-th meeting of the two sides, from 1, in order of the meetings' numbers. */
export interface RoundedRequest extends FileRequest {
  readonly round: number;
}

const pairKey = (a: string, b: string): string => JSON.stringify([a, b].sort());

/** Gives each request its round; a `no` speaks of the first. */
export function withRounds(requests: readonly FileRequest[]): RoundedRequest[] {
  const numbers = new Map<string, Set<number>>();
  for (const r of requests) {
    if (r.meeting === null) continue;
    const key = pairKey(r.from, r.to);
    numbers.set(key, (numbers.get(key) ?? new Set()).add(r.meeting));
  }
  const rounds = new Map<string, number>();
  for (const [key, own] of numbers) [...own].sort((a, b) => a - b).forEach((number, index) => rounds.set(`${key} ${number}`, index + 1));
  return requests.map((r) => ({ ...r, round: r.meeting === null ? 1 : (rounds.get(`${pairKey(r.from, r.to)} ${r.meeting}`) ?? 1) }));
}

/** A request on record, its sides by code. */
export interface StandingRequest {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly wish: Wish;
  readonly session: number | null;
  readonly round: number;
  readonly note: string;
  /** Whether the importing office entered it; what others entered is theirs and stays. */
  readonly own: boolean;
}

export interface RequestChanges {
  readonly added: readonly RoundedRequest[];
  readonly changed: readonly { readonly standing: StandingRequest; readonly now: RoundedRequest }[];
  readonly withdrawn: readonly StandingRequest[];
  /** Requests of other offices, which stay as these entered them. */
  readonly kept: readonly StandingRequest[];
}

const keyOf = (r: Pick<StandingRequest, 'from' | 'to' | 'round'>): string => JSON.stringify([r.from, r.to, r.round]);

/** Compares the file's requests with those that stand; same sides and round is the same request. */
export function requestChanges(standing: readonly StandingRequest[], requests: EditionFile['requests']): RequestChanges {
  const wanted = withRounds(requests);
  const byKey = new Map(wanted.map((r) => [keyOf(r), r]));
  const known = new Set(standing.map(keyOf));
  const own = standing.filter((r) => r.own);
  return {
    added: wanted.filter((r) => !known.has(keyOf(r))),
    changed: own.flatMap((r) => {
      const now = byKey.get(keyOf(r));
      return now !== undefined && (now.wish !== r.wish || now.session !== r.session || now.note !== r.note) ? [{ standing: r, now }] : [];
    }),
    withdrawn: own.filter((r) => !byKey.has(keyOf(r))),
    kept: standing.filter((r) => !r.own),
  };
}

/** The number that the file gives the meeting of two sides in a round; undefined where the file has none. */
export function numbersInFile(requests: EditionFile['requests']): (a: string, b: string, round: number) => number | undefined {
  const numbers = new Map<string, number>();
  for (const r of withRounds(requests)) if (r.meeting !== null) numbers.set(`${pairKey(r.from, r.to)} ${r.round}`, r.meeting);
  return (a, b, round) => numbers.get(`${pairKey(a, b)} ${round}`);
}

/** How many meetings a file asks for: as a plan counts them, without those of two of whom one has said no. */
export function meetingsWanted({ requests }: Pick<EditionFile, 'requests'>): number {
  const keyOf = ({ from, to, round }: RoundedRequest): string => `${pairKey(from, to)} ${round}`;
  const rounded = withRounds(requests);
  const refused = new Set(rounded.filter(({ wish }) => wish === 'no').map(keyOf));
  return new Set(rounded.filter((request) => !refused.has(keyOf(request))).map(keyOf)).size;
}

// What importing an edition's requests does to those on record: which stay, change, go and come, and which round each is of.
import { remembered } from '#kernel/memory/remembered.ts';
import type { EditionFile, FileRequest } from './edition-file.ts';
import type { Wish } from '../edition-facts.ts';

/** A request with its round: the n-th meeting of the two sides, from 1, in order of the meetings' numbers. */
export interface RoundedRequest extends FileRequest {
  readonly round: number;
}

/** No code holds this character. */
const gap = '\0';

const pairKey = (a: string, b: string): string => (a < b ? a + gap + b : b + gap + a);

/** Gives each request its round; a `no` speaks of the first. Asked of one file by every step of an import. */
export const withRounds = remembered((requests: readonly FileRequest[]): readonly RoundedRequest[] => {
  const keys = requests.map((r) => pairKey(r.from, r.to));
  const numbers = new Map<string, number[]>();
  for (const [at, { meeting }] of requests.entries()) {
    if (meeting === null) continue;
    const own = numbers.get(keys[at] ?? '');
    if (own === undefined) numbers.set(keys[at] ?? '', [meeting]);
    else if (!own.includes(meeting)) own.push(meeting);
  }
  for (const own of numbers.values()) own.sort((a, b) => a - b);
  return requests.map((r, at) => ({ ...r, round: r.meeting === null ? 1 : (numbers.get(keys[at] ?? '')?.indexOf(r.meeting) ?? 0) + 1 }));
});

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

const keyOf = (r: Pick<StandingRequest, 'from' | 'to' | 'round'>): string => r.from + gap + r.to + gap + r.round;

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

type NumberInFile = (a: string, b: string, round: number) => number | undefined;

/** The number that the file gives the meeting of two sides in a round; undefined where the file has none. */
export const numbersInFile = remembered((requests: EditionFile['requests']): NumberInFile => {
  const numbers = new Map<string, number>();
  for (const r of withRounds(requests)) if (r.meeting !== null) numbers.set(`${pairKey(r.from, r.to)} ${r.round}`, r.meeting);
  return (a, b, round) => numbers.get(`${pairKey(a, b)} ${round}`);
});

/** How many meetings a file asks for: as a plan counts them, without those of two of whom one has said no. */
export function meetingsWanted({ requests }: Pick<EditionFile, 'requests'>): number {
  const keyOf = ({ from, to, round }: RoundedRequest): string => `${pairKey(from, to)} ${round}`;
  const rounded = withRounds(requests);
  const refused = new Set(rounded.filter(({ wish }) => wish === 'no').map(keyOf));
  return new Set(rounded.filter((request) => !refused.has(keyOf(request))).map(keyOf)).size;
}

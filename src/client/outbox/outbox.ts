// What somebody says while the network is away: kept in this browser under a name of its own, and sent until the server has answered for it.
// Sent twice, it has happened once, since the server knows the names. What the server refuses stays, with the reason, until a person has read it.
import { troubleOf } from '../error.ts';

/** One thing that was said, and when; `told` is its name at the server, `words` what a person calls it. */
export interface Kept<What> {
  readonly told: string;
  /** ISO instant, by this browser's clock. */
  readonly at: string;
  readonly what: What;
  readonly words: string;
  /** Why the server refused it; null: it waits to be sent, or is entered. */
  readonly problem: string | null;
  /** The server has entered it; what the page has read may be older. */
  readonly entered?: true;
}

export const isWaiting = ({ problem, entered }: Kept<unknown>): boolean => problem === null && entered === undefined;

const isText = (value: unknown): value is string => typeof value === 'string';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What was kept, as far as it can be read. */
export function readKept<What>(text: string | null, isWhat: (value: unknown) => value is What): readonly Kept<What>[] {
  const isKept = (value: unknown): value is Kept<What> =>
    isRecord(value) &&
    isText(value['told']) &&
    isText(value['at']) &&
    isText(value['words']) &&
    (value['problem'] === null || isText(value['problem'])) &&
    (value['entered'] === undefined || value['entered'] === true) &&
    isWhat(value['what']);
  try {
    const known: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(known) ? known.filter(isKept) : [];
  } catch {
    return [];
  }
}

/** What the server said of each that was sent; null: it is entered. */
export interface Answered {
  readonly told: string;
  readonly problem: string | null;
}

/** Why a request failed, as far as one goes on differently: no answer, or one that may pass, is tried again. */
export type Failed =
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly message: string; readonly byIndex: ReadonlyMap<number, string> };

/** Answers that may be others later: signed out, too many, not ready; and none at all. */
const passing: readonly (number | null)[] = [null, 401, 408, 429, 500, 502, 503, 504];

/** Of a request that held many, a problem's path names the one: `['happenings', 3, …]`. */
export const failureOf = (error: unknown): Failed => {
  const { status, code, message, problems } = troubleOf(error);
  // Somebody else came in by this browser: it waits for whoever said it.
  if (passing.includes(status) || code === 'kernel.holder_changed') return { kind: 'later' };
  const byIndex = new Map(problems.flatMap(({ path, message: words }) => (typeof path[1] === 'number' ? [[path[1], words] as const] : [])));
  return { kind: 'refused', message, byIndex };
};

/**
 * What a failed request answers for: one that may pass for none; a refusal that names single entries for those, so that the others are sent again
 * without them; any other refusal for all.
 */
export function answersOf(sent: readonly Pick<Kept<unknown>, 'told'>[], failed: Failed): readonly Answered[] {
  if (failed.kind === 'later') return [];
  const { message, byIndex } = failed;
  return sent.flatMap(({ told }, index): readonly Answered[] => {
    const problem = byIndex.get(index) ?? (byIndex.size === 0 ? message : null);
    return problem === null ? [] : [{ told, problem }];
  });
}

/** What stays of it: what was not answered for, with its reason what was refused, and what was entered until the page has read what came of it. */
export const afterAnswers = <What>(kept: readonly Kept<What>[], answers: readonly Answered[]): readonly Kept<What>[] => {
  const problems = new Map(answers.map(({ told, problem }) => [told, problem]));
  return kept.map((one) => {
    const problem = problems.get(one.told);
    return problem === undefined ? one : problem === null ? { ...one, entered: true } : { ...one, problem };
  });
};

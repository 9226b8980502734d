// What the desk enters while the network is away: kept in this browser under names of its own, and sent until the server has answered for each.
// Sent twice, it has happened once, since the server knows the names.

/** Somebody came or went, when the desk said so. */
export interface Entry {
  readonly told: string;
  readonly at: string;
  readonly kind: 'arrive' | 'leave';
  readonly participantId: string;
  /** As the desk calls them. */
  readonly words: string;
}

/** At most so many go in one request. */
export const mostAtOnce = 200;

const isText = (value: unknown): value is string => typeof value === 'string';

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'told' in value &&
  isText(value.told) &&
  'at' in value &&
  isText(value.at) &&
  'kind' in value &&
  (value.kind === 'arrive' || value.kind === 'leave') &&
  'participantId' in value &&
  isText(value.participantId) &&
  'words' in value &&
  isText(value.words);

/** What was kept, as far as it can be read. */
export function readKept(text: string | null): readonly Entry[] {
  try {
    const known: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(known) ? known.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** What the server said of each that was sent; null: it is entered. */
export interface Answered {
  readonly told: string;
  readonly problem: string | null;
}

/** Why a request failed, as far as the desk goes on differently: no answer, or one that may pass, is tried again. */
export type Failed =
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly message: string; readonly byIndex: ReadonlyMap<number, string> };

/**
 * What a failed request answers for: one that may pass for none; a refusal that names single entries for those, so that the others are sent again
 * without them; any other refusal for all.
 */
export function answersOf(sent: readonly Entry[], failed: Failed): readonly Answered[] {
  if (failed.kind === 'later') return [];
  const { message, byIndex } = failed;
  return sent.flatMap(({ told }, index): readonly Answered[] => {
    const problem = byIndex.get(index) ?? (byIndex.size === 0 ? message : null);
    return problem === null ? [] : [{ told, problem }];
  });
}

/** Which of them the server has not answered for. */
export const stillKept = (kept: readonly Entry[], answers: readonly Answered[]): readonly Entry[] => {
  const done = new Set(answers.map(({ told }) => told));
  return kept.filter(({ told }) => !done.has(told));
};

// Who is named or has names, and could talk with none of them: no language in common and no interpreter; and which interpreters would mend it.
import type { Shared } from './balance.ts';
import type { EditionIndex } from './edition-index.ts';

/** Languages by participant as its own side and the organiser know them, none where they are not known; and of everybody who interprets. */
export interface Spoken {
  readonly of: Readonly<Record<string, readonly string[]>>;
  readonly interpreters: readonly (readonly string[])[];
}

export interface Unspoken {
  readonly participants: readonly string[];
  /** Interpreters between two languages, each with how many of them it would help, the most first. */
  readonly remedies: readonly { readonly languages: readonly [string, string]; readonly helps: number }[];
}

const meet = (one: readonly string[], other: readonly string[]): boolean => one.some((tag) => other.includes(tag));

/** What is not known counts as no hindrance, as when meetings are planned. */
const canTalk = (one: readonly string[], other: readonly string[], { interpreters }: Spoken): boolean =>
  one.length === 0 || other.length === 0 || meet(one, other) || interpreters.some((tags) => meet(tags, one) && meet(tags, other));

const keysBetween = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.flatMap((a) => other.map((b) => [a, b].sort().join(' ')));

export function unspokenIn({ sides }: EditionIndex, { given, buyers, exhibitors }: Shared, spoken: Spoken): Unspoken {
  const tagsOf = sides.map(({ participantId }) => spoken.of[participantId] ?? []);
  const [met, mended] = [new Set<number>(), new Map<number, Set<string>>()];
  const look = (at: number, other: number): void => {
    const [one = [], two = []] = [tagsOf[at], tagsOf[other]];
    if (met.has(at)) return;
    if (canTalk(one, two, spoken)) {
      met.add(at);
      mended.delete(at);
      return;
    }
    const keys = mended.get(at) ?? new Set();
    for (const key of keysBetween(one, two)) keys.add(key);
    mended.set(at, keys);
  };
  for (const [edge, need] of given.needs.entries()) {
    const [buyer, exhibitor] = [buyers[need] ?? 0, exhibitors[given.offers[edge] ?? 0] ?? 0];
    look(buyer, exhibitor);
    look(exhibitor, buyer);
  }
  return { participants: [...mended.keys()].flatMap((at) => sides[at]?.participantId ?? []), remedies: remediesOf(mended) };
}

/** Again and again the two languages that help most of those who are left. */
function remediesOf(mended: ReadonlyMap<number, ReadonlySet<string>>): Unspoken['remedies'] {
  const left = new Map(mended);
  const remedies: { languages: readonly [string, string]; helps: number }[] = [];
  while (left.size > 0) {
    const counts = new Map<string, number>();
    for (const keys of left.values()) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    const [best] = [...counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    if (best === undefined) break;
    const [a = '', b = ''] = best[0].split(' ');
    remedies.push({ languages: [a, b], helps: best[1] });
    for (const [at, keys] of left) if (keys.has(best[0])) left.delete(at);
  }
  return remedies;
}

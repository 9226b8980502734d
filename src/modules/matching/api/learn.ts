// What an edition's answers say of the parts of a score: kept for later editions of the same organiser, shown to it, and to nobody else.
import { ok, type Result } from '#kernel/result.ts';
import { wholeDirectory } from '#modules/expos/api/list-directory.ts';
import type { Work } from '#platform/work.ts';
import type { Answer, Asked } from '../contract.ts';
import { factorOf, learnedOf, together, type Learned } from '../domain/learning.ts';
import { daysLeft, sideOf } from '../domain/side.ts';
import { mayOrganise } from '../policy.ts';
import { loadSetting } from '../store/choices.ts';
import { loadLearned, saveLearned } from '../store/learned.ts';
import { openEdition } from './open-side.ts';

const shown = (rows: readonly Learned[]) =>
  rows.map((row) => ({
    part: row.part,
    ...{ answeredWith: row.answeredWith, acceptedWith: row.acceptedWith },
    ...{ answeredWithout: row.answeredWithout, acceptedWithout: row.acceptedWithout },
    factor: Math.round(factorOf(row) * 100) / 100,
  }));

/** For the organiser's editors. */
export async function getLearned(work: Work, { editionId }: Asked<'getLearned'>): Promise<Result<Answer<'getLearned'>>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  const scope = mayOrganise(work.actor, edition.value);
  if (!scope.ok) return scope;
  const { id } = edition.value;
  const rows = await loadLearned(work.tx, id);
  const own = rows.filter((row) => row.editionId === id);
  const earlier = rows.filter((row) => row.editionId !== id);
  const [first] = own;
  return ok({
    learns: (await loadSetting(work.tx, id)).learns,
    own: first === undefined ? null : { at: first.learnedAt.toISOString(), parts: shown(own) },
    earlier: {
      editions: new Set(earlier.map((row) => row.editionId)).size,
      parts: earlier.length === 0 ? [] : shown(together(earlier)),
    },
  });
}

/** Two who answered each other at an edition. */
export interface AnsweredPair {
  readonly a: string;
  readonly b: string;
  readonly hasMet: boolean;
  readonly isAccepted: boolean;
}

/**
 * Keeps what the answers of an edition say, in place of what was kept before. Part of a larger use case of a module above, which writes the audit entry.
 * Refuses who does not run the edition.
 */
export async function keepLearned(work: Work, editionId: string, pairs: readonly AnsweredPair[]): Promise<Result<null>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  const scope = mayOrganise(work.actor, edition.value);
  if (!scope.ok) return scope;
  const sides = new Map(
    ((await wholeDirectory(work, editionId))?.entries ?? []).map((entry) => [
      String(entry.participantId),
      sideOf(entry, daysLeft(edition.value, work.now)),
    ]),
  );
  const known = pairs.flatMap(({ a, b, hasMet, isAccepted }) => {
    const [one, other] = [sides.get(a), sides.get(b)];
    return one === undefined || other === undefined ? [] : [{ sides: [one, other] as const, hasMet, isAccepted }];
  });
  await saveLearned(work.tx, scope.value, learnedOf(known), work.now);
  return ok(null);
}

// Showing the follow-through page of an edition to everybody, and taking it back: its organiser's choice. Whoever composes the page has it previewed first.
import { ok, type Result } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import type { EditionId, EditionRecord } from '#modules/expos/domain/edition.ts';
import type { Work } from '#platform/work.ts';
import { restated, type StatedSteps, type Unlisted } from '../../domain/follow-through/stated.ts';
import { mayShowFollowThrough } from '../../policy.ts';
import {
  findFollowThrough,
  findWithdrawn,
  hideFollowThrough,
  listFollowThroughs,
  saveFollowThrough,
  type FollowThroughRecord,
} from '../../store/follow-through.ts';

export type { FollowThroughRecord };

/** As far as the actor may see it: everybody what is shown, its organiser also what was. */
export const followThroughOf = (work: Work, editionId: EditionId): Promise<FollowThroughRecord | null> =>
  findFollowThrough(work.tx, editionId);

/** Since when a page that everybody could read is no longer shown, and by whom. */
export const followThroughWithdrawn = (work: Work, editionId: EditionId): ReturnType<typeof findWithdrawn> =>
  findWithdrawn(work.tx, editionId);

/** Pages that everybody reads, the last published first. */
export const publishedFollowThroughs = (work: Work, { limit }: { readonly limit: number }): Promise<readonly FollowThroughRecord[]> =>
  listFollowThroughs(work.tx, limit);

interface Stating {
  readonly steps: StatedSteps | null;
  readonly unlisted: Unlisted | null;
}

/** What would be stated now: where it differs from what is stated by too few, that stays. */
export async function statementOf(work: Work, editionId: EditionId, { steps, unlisted }: Stating): Promise<Stating> {
  const before = await findFollowThrough(work.tx, editionId);
  return { steps, unlisted: restated(before?.unlisted ?? null, unlisted) };
}

/** Refuses `kernel.forbidden`. */
export async function showFollowThrough(
  work: Work,
  edition: Pick<EditionRecord, 'id' | 'organiser'>,
  stating: Stating,
): Promise<Result<null>> {
  const scope = mayShowFollowThrough(work.actor, edition);
  if (!scope.ok) return scope;
  await saveFollowThrough(work.tx, scope.value, { ...(await statementOf(work, edition.id, stating)), now: work.now });
  const fields = ['visibility', ...(stating.steps === null ? [] : ['steps']), ...(stating.unlisted === null ? [] : ['unlisted'])];
  await audit(work, { useCase: 'publish-follow-through', office: edition.organiser, subjects: [edition.id], fields });
  return ok(null);
}

/** Refuses `kernel.forbidden`. */
export async function withdrawFollowThrough(work: Work, edition: Pick<EditionRecord, 'id' | 'organiser'>): Promise<Result<null>> {
  const scope = mayShowFollowThrough(work.actor, edition);
  if (!scope.ok) return scope;
  if (!(await hideFollowThrough(work.tx, scope.value, work.now))) return ok(null);
  await audit(work, { useCase: 'withdraw-follow-through', office: edition.organiser, subjects: [edition.id], fields: ['visibility'] });
  return ok(null);
}

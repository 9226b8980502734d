// Who is to read something: an office shares with others that exist, and what it cites opens with it.
import type { OfficeId } from '#kernel/ids.ts';
import type { Problem } from '#kernel/result.ts';
import { nameOffices } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { EvidenceScope } from '../domain/scope.ts';
import type { Audience, Visibility } from '../domain/statement.ts';
import { saveCitations, settleCited, type Citation } from '../store/sources.ts';

/** An audience as it was asked for, by the place that asks for it. */
export interface AskedAudience {
  readonly path: readonly (string | number)[];
  readonly visibility: Visibility;
  readonly sharedWith: readonly OfficeId[];
}

/** Whom a row is shared with: each once, not the office itself, nobody where it is not shared. */
export const settledAudience = (office: OfficeId, { visibility, sharedWith }: Omit<AskedAudience, 'path'>): Audience => ({
  visibility,
  sharedWith: visibility === 'shared' ? [...new Set(sharedWith)].filter((other) => other !== office) : [],
});

/** Sharing names at least one other office, and each named one exists; every breach at its place, by one query. */
export async function audienceProblems(work: Work, office: OfficeId, asked: readonly AskedAudience[]): Promise<readonly Problem[]> {
  const known = await nameOffices(
    work,
    asked.flatMap(({ sharedWith }) => sharedWith),
  );
  return asked.flatMap(({ path, ...audience }): readonly Problem[] => [
    ...(audience.visibility === 'shared' && settledAudience(office, audience).sharedWith.length === 0
      ? [{ path: [...path, 'sharedWith'], code: 'evidence.share_with_whom' }]
      : []),
    ...audience.sharedWith.flatMap((other, at) =>
      known.has(other) ? [] : [{ path: [...path, 'sharedWith', at], code: 'evidence.office_unknown' }],
    ),
  ]);
}

/** Records what rows of the office cite, each with its audience, and opens or closes the cited sources and documents accordingly. */
export async function settleCitations(work: Work, scope: EvidenceScope, citations: readonly Citation[]): Promise<void> {
  await saveCitations(work.tx, scope, citations);
  await settleCited(
    work.tx,
    scope,
    citations.map(({ citedId }) => citedId),
  );
}

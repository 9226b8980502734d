// Opens an edition or a participant for a use case: what does not exist and what may not be seen answer alike.
import type { Role } from '#kernel/actor.ts';
import { notFound, ok, type Result } from '#kernel/result.ts';
import type { EditionRecord } from '#modules/expos/domain/edition.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { hallFacts } from '#modules/expos/api/planning-facts.ts';
import type { Work } from '#platform/work.ts';
import type { SideScope } from '../domain/scopes.ts';
import { mayAnswerFor, type EditionOwner } from '../policy.ts';

/** The edition as the actor may see it. */
export async function openEdition(work: Work, editionId: string): Promise<Result<EditionOwner & EditionRecord>> {
  const record = await findEdition(work, editionId);
  return record.ok ? ok(record.value) : notFound('matching.unknown');
}

/** A participant the actor acts for with at least this role. */
export async function openSide(work: Work, editionId: string, participantId: string, role: Role): Promise<Result<SideScope>> {
  const facts = await hallFacts(work, editionId, [participantId]);
  const participant = facts.ok ? facts.value.participants[0] : undefined;
  if (!facts.ok || participant === undefined) return notFound('matching.unknown');
  return mayAnswerFor(work.actor, facts.value, participant, role);
}

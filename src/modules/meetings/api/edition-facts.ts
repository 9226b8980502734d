// The facts of an edition as meetings need them, read through expos.
import { findEdition } from '#modules/expos/api/open-edition.ts';
import { listingsOf } from '#modules/expos/api/list-directory.ts';
import { planningFacts } from '#modules/expos/api/planning-facts.ts';
import type { Work } from '#platform/work.ts';
import type { Counterpart } from '../domain/agenda/agenda.ts';
import type { EditionFacts } from '../domain/edition-facts.ts';

/** All facts of an edition that the actor may see, or only those of some participants; null when there is no edition for them. One query. */
export async function loadEditionFacts(work: Work, editionId: string, only?: readonly string[]): Promise<EditionFacts | null> {
  const facts = await planningFacts(work, editionId, only);
  return facts.ok ? facts.value : null;
}

export interface EditionHead {
  readonly id: string;
  readonly organiser: string;
  readonly timeZone: string;
  readonly firstDay: string;
}

/** The edition itself as the actor may see it. */
export async function loadEditionHead(work: Work, editionId: string): Promise<EditionHead | null> {
  const record = await findEdition(work, editionId);
  return record.ok ? record.value : null;
}

/**
 * What participants are called, as far as the actor may know; the organiser also knows those who withdrew.
 * Somebody the actor may not know any more is told as unknown.
 */
export async function namesFor(work: Work, editionId: string, participants: readonly string[]): Promise<(id: string) => Counterpart> {
  const ids = [...new Set(participants)];
  const listed = ids.length === 0 ? new Map<string, never>() : await listingsOf(work, { editionId, participantIds: ids });
  const found = new Map<string, Counterpart>(
    [...listed].map(([id, { code, name, country, role }]) => [id, { id, code, name, country, role }]),
  );
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length > 0) for (const p of (await loadEditionFacts(work, editionId, missing))?.participants ?? []) found.set(p.id, p);
  return (id) => found.get(id) ?? { id, code: '?', name: { en: { text: '?', origin: 'human' } }, country: null, role: 'exhibitor' };
}

// The facts of an edition as meetings need them, read through expos.
import type { OfficeId } from '#kernel/ids.ts';
import { findEdition } from '#modules/expos/api/edition/open-edition.ts';
import { boardFacts, hallFacts, planningFacts } from '#modules/expos/api/planning-facts.ts';
import type { Work } from '#platform/work.ts';
import type { EditionBoard, EditionFacts, EditionHall } from '../domain/edition-facts.ts';
import { withProgramme } from '../domain/programme/taken-by-programme.ts';

/** All facts of an edition that the actor may see; null when there is no edition for them. One query. */
export async function loadEditionFacts(work: Work, editionId: string): Promise<EditionFacts | null> {
  const facts = await planningFacts(work, editionId);
  return facts.ok ? withProgramme(facts.value, work.actor.language) : null;
}

/** The same without what the programme takes people for: to judge the programme itself. */
export async function loadRoster(work: Work, editionId: string): Promise<EditionFacts | null> {
  const facts = await planningFacts(work, editionId);
  return facts.ok ? facts.value : null;
}

/** Slots and places of an edition, and some of its participants, or all; null when there is no edition for the actor. One query. */
export async function loadEditionHall(work: Work, editionId: string, participants?: readonly string[]): Promise<EditionHall | null> {
  const facts = await hallFacts(work, editionId, participants);
  return facts.ok ? withProgramme(facts.value, work.actor.language) : null;
}

/** What a few meetings are held against; null when there is no edition for the actor. One query. */
export async function loadEditionBoard(
  work: Work,
  editionId: string,
  part: Parameters<typeof boardFacts>[2],
): Promise<EditionBoard | null> {
  const facts = await boardFacts(work, editionId, part);
  return facts.ok ? withProgramme(facts.value, work.actor.language) : null;
}

export interface EditionHead {
  readonly id: string;
  readonly slug: string;
  readonly organiser: OfficeId;
  readonly timeZone: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The edition itself as the actor may see it. */
export async function loadEditionHead(work: Work, editionId: string): Promise<EditionHead | null> {
  const record = await findEdition(work, editionId);
  return record.ok ? record.value : null;
}

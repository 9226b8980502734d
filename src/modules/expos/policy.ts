// Who may open and change editions: editors of the organiser's office. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { EditionRecord } from './domain/edition.ts';
import type { EditionScope, OrganiserScope } from './domain/scope.ts';

export const mayOrganise = (actor: Actor, office: OfficeId): Result<OrganiserScope> =>
  holds(actor, office, 'editor') ? ok({ office } as OrganiserScope) : refuse(forbidden);

export const mayChange = (actor: Actor, edition: Pick<EditionRecord, 'id' | 'organiser'>): Result<EditionScope> =>
  holds(actor, edition.organiser, 'editor') ? ok({ office: edition.organiser, editionId: edition.id } as EditionScope) : refuse(forbidden);

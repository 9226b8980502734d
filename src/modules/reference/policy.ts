// Who may import lists of ties and open them. Reading is decided by the database.
import { holds, type Actor } from '#kernel/actor.ts';
import { grant } from '#kernel/grant.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { forbidden, ok, refuse, type Result } from '#kernel/result.ts';
import type { ImportScope, TakingScope } from './domain/scope.ts';

/** Editors of a city's office and of the register office: those who record cities. `kind` is that of the office. */
export const mayImport = (actor: Actor, office: OfficeId, kind: string | null): Result<ImportScope> =>
  holds(actor, office, 'editor') && (kind === 'city' || kind === 'register') ? ok(grant<ImportScope>({ office })) : refuse(forbidden);

/** Editors take ties over into their office's own register. */
export const mayTakeOver = (actor: Actor, office: OfficeId): Result<TakingScope> =>
  holds(actor, office, 'editor') ? ok(grant<TakingScope>({ office })) : refuse(forbidden);

/** The register office alone shows a set to everybody: its own. */
export const mayOpen = (actor: Actor, office: OfficeId, kind: string | null): Result<ImportScope> => {
  const scope = mayImport(actor, office, kind);
  if (!scope.ok || kind === 'register') return scope;
  return refuse({ kind: 'forbidden', code: 'reference.register_office_opens' });
};

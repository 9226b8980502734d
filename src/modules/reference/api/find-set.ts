// Sets and imports for reading and for changing; what the database does not show does not exist.
import { notFound, ok, type Result } from '#kernel/result.ts';
import { kindOfOffice } from '#modules/accounts/api/name-offices.ts';
import type { Work } from '#platform/work.ts';
import type { ImportScope } from '../domain/scope.ts';
import type { ImportId, ImportRecord, SetId, SetRecord } from '../domain/set.ts';
import { mayImport } from '../policy.ts';
import { findImport } from '../store/imports.ts';
import { findSet } from '../store/sets.ts';

export async function seeSet(work: Work, setId: string): Promise<Result<SetRecord>> {
  const set = await findSet(work.tx, setId as SetId);
  return set === null ? notFound('reference.set_not_found') : ok(set);
}

export async function seeImport(work: Work, importId: string): Promise<Result<ImportRecord>> {
  const found = await findImport(work.tx, importId as ImportId);
  return found === null ? notFound('reference.import_not_found') : ok(found);
}

/** Refuses `reference.set_not_found`, `kernel.forbidden`. */
export async function openSetForChange(
  work: Work,
  setId: string,
): Promise<Result<{ readonly set: SetRecord; readonly scope: ImportScope }>> {
  const set = await seeSet(work, setId);
  if (!set.ok) return set;
  const { office } = set.value;
  const scope = mayImport(work.actor, office, await kindOfOffice(work, office));
  return scope.ok ? ok({ set: set.value, scope: scope.value }) : scope;
}

/** Refuses `reference.import_not_found`, `kernel.forbidden`. */
export async function openImportForChange(
  work: Work,
  importId: string,
): Promise<Result<{ readonly found: ImportRecord; readonly set: SetRecord; readonly scope: ImportScope }>> {
  const found = await seeImport(work, importId);
  if (!found.ok) return found;
  const opened = await openSetForChange(work, found.value.setId);
  return opened.ok ? ok({ found: found.value, ...opened.value }) : opened;
}

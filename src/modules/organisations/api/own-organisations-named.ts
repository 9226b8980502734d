import { fold } from '#kernel/fold.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Work } from '#platform/work.ts';
import type { OrganisationId } from '../domain/organisation.ts';
import { mayRecord } from '../policy.ts';
import { findKnownOrganisations } from '../store/organisations.ts';

/** Which organisations an office keeps under each of these names, in any language; several may bear one. Nothing for who may not record. */
export async function ownOrganisationsNamed(
  work: Work,
  office: OfficeId,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly OrganisationId[]>> {
  const scope = mayRecord(work.actor, office);
  const wanted = [...new Set(names)];
  if (!scope.ok || wanted.length === 0) return new Map();
  const named = wanted.map((name) => ({ name: { en: { text: name, origin: 'import' as const } }, country: null, city: null }));
  const found = await findKnownOrganisations(work.tx, scope.value, named);
  return new Map(
    wanted
      .map((name) => [name, found.flatMap(({ id, names: known }) => (known.includes(fold(name)) ? [id] : []))] as const)
      .filter(([, ids]) => ids.length > 0),
  );
}

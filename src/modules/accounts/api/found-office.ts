// The operator's door: founds an office with its first owner. Not reachable by any request.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Connection } from '#platform/postgres/roles.ts';
import { newId } from '#platform/work.ts';
import { insertOffice } from '../store/found-office.ts';

export interface NewOffice {
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: 'city' | 'organiser' | 'chamber' | 'company';
  readonly owner: { readonly email: string; readonly name: string; readonly language: Language };
}

/** Founds the office as the migrator; throws when slug or address are taken. */
export async function foundOffice(
  migrator: Connection,
  office: NewOffice,
): Promise<{ readonly office: OfficeId; readonly owner: AccountId }> {
  const made = { office: newId<'Office'>(), owner: newId<'Account'>() };
  await insertOffice(migrator, { ...office, id: made.office, ownerId: made.owner });
  return made;
}

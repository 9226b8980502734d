// The operator's door: founds an office with its first owner. Not reachable by any request.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { chooseText, type Language, type MultilingualText } from '#kernel/language.ts';
import { ok, refuse, type Result } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import type { Connection } from '#platform/postgres/roles.ts';
import { newId, type Work } from '#platform/work.ts';
import { invitation } from '../domain/invitation.ts';
import { findAccount, insertOffice } from '../store/found-office.ts';

export interface NewOffice {
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: 'city' | 'organiser' | 'chamber' | 'company' | 'register';
  readonly owner: { readonly email: string; readonly name: string; readonly language: Language };
}

/** Founds the office as the migrator; an address known to Hansa keeps its account. Refuses `accounts.slug_taken`. */
export async function foundOffice(
  migrator: Connection,
  office: NewOffice,
): Promise<Result<{ readonly office: OfficeId; readonly owner: AccountId }>> {
  const known = await findAccount(migrator, office.owner.email);
  const made = { office: newId<'Office'>(), owner: known ?? newId<'Account'>() };
  const inserted = await insertOffice(migrator, { ...office, id: made.office, ownerId: made.owner });
  return inserted ? ok(made) : refuse({ kind: 'conflict', code: 'accounts.slug_taken', params: { slug: office.slug } });
}

/** Writes to the first owner how to sign in at `origin`. */
export async function welcomeOwner(work: Work, { name, owner }: NewOffice, origin: string): Promise<Result<null>> {
  const { email, language } = owner;
  const office = chooseText(name, language).text;
  const letter = invitation(language, { name: owner.name, office, by: null, address: `${origin}/sign-in` });
  await queueMail(work, { recipient: email.toLowerCase(), language, ...letter });
  return ok(null);
}

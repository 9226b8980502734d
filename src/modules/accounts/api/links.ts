// Personal links: they open the office of a company that has no account yet, and become one by a confirmed address.
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { chooseText, type Language, type MultilingualText } from '#kernel/language.ts';
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { hashOf, newSecret } from '#platform/secret-token.ts';
import type { Work } from '#platform/work.ts';
import { invitation } from '../domain/invitation.ts';
import { claimByHash, foundUnclaimedOffices, insertClaim, issueLinkTokens, ownLinkUntil, revokeLinkTokens } from '../store/links.ts';
import { loadOffices } from '../store/offices.ts';
import { tokenPrefixes } from './open-token.ts';
import { audit } from './record-audit.ts';

/**
 * Founds an office for each of these companies, which nobody has claimed yet; or of persons, whom nobody else is to see in the list of offices; or
 * of things, such as a screen in a hall, which nobody can claim and whose links only read. Part of a larger use case, which writes the audit entry.
 */
export async function foundUnclaimed(
  work: Work,
  founder: OfficeId,
  companies: readonly { readonly name: MultilingualText }[],
  of: 'companies' | 'persons' | 'things' = 'companies',
): Promise<readonly OfficeId[]> {
  const offices = companies.map(({ name }) => {
    const id = work.newId<'Office'>();
    return { id, slug: `unclaimed-${id}`, name, personal: of !== 'companies', claimable: of !== 'things' };
  });
  if (offices.length > 0) await foundUnclaimedOffices(work, founder, offices);
  return offices.map(({ id }) => id);
}

export interface NewLink {
  /** Whoever holds it acts under this account. */
  readonly account: AccountId;
  /** What opens it; told once and kept nowhere. */
  readonly secret: string;
}

/** A link for each of these unclaimed offices, in their order; `name` is what its holder is called in logs. */
export async function issueLinks(
  work: Work,
  founder: OfficeId,
  { offices, expiresAt }: { readonly offices: readonly { readonly office: OfficeId; readonly name: string }[]; readonly expiresAt: Date },
): Promise<readonly NewLink[]> {
  const links = offices.map(({ office, name }) => ({
    office,
    name,
    account: work.newId<'Account'>(),
    secret: newSecret(tokenPrefixes.link),
  }));
  const rows = links.map(({ secret, ...link }) => ({ ...link, hash: hashOf(secret) }));
  if (rows.length > 0) await issueLinkTokens(work, founder, rows, expiresAt);
  return links;
}

/** The address that a link is opened at: what opens it stands behind the #, so that no server and no log sees it (fragment identifier). */
export const linkAddress = (origin: string, { secret }: Pick<NewLink, 'secret'>): string => `${origin}/in#${secret}`;

/** Ends the links of an office; how many there were. */
export const revokeLinks = (work: Work, office: OfficeId): Promise<number> => revokeLinkTokens(work, office);

/** Until when the link opens by which the actor came in; null for whoever came otherwise. */
export const linkUntil = (work: Work): Promise<Date | null> => (work.actor.holder === 'link' ? ownLinkUntil(work) : Promise.resolve(null));

/**
 * Asks for an account in place of the link: whoever signs in by the address and accepts is the office's owner. Known and unknown addresses are
 * answered alike. Refuses `accounts.claims_wait` where five addresses wait already.
 */
export async function claimOffice(
  work: Work,
  { email, name, language }: { readonly email: string; readonly name: string; readonly language: Language },
  origin: string,
): Promise<Result<null>> {
  // The link of a thing only reads: there is nobody to claim it.
  if (work.actor.holder !== 'link' || work.actor.memberships.every(({ role }) => role === 'viewer')) return notFound();
  const office = await insertClaim(work, { email, name, language, account: work.newId<'Account'>() });
  if (office === null) return refuse({ kind: 'conflict', code: 'accounts.claims_wait' });
  const [row] = await loadOffices(work, [office]);
  const letter = invitation(language, {
    ...{ name, by: null },
    office: row === undefined ? '' : chooseText(row.name, language).text,
    address: `${origin}/sign-in`,
  });
  await queueMail(work, { recipient: email.toLowerCase(), language, ...letter });
  await audit(work, { useCase: 'claim-office', office, subjects: [office], fields: ['email'] });
  return ok(null);
}

/** Takes the office of a link into the account of whoever is signed in. Refuses `kernel.token_unknown`. */
export async function joinByLink(work: Work, { token }: { readonly token: string }): Promise<Result<{ readonly officeId: OfficeId }>> {
  const office = await claimByHash(work, hashOf(token));
  if (office === null) return refuse({ kind: 'not_found', code: 'kernel.token_unknown' });
  await audit(work, { useCase: 'join-by-link', office, subjects: [office], fields: ['membership'] });
  return ok({ officeId: office });
}

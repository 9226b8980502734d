// SQL of unclaimed offices and of the personal links that open them.
import { sql } from 'kysely';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';

export interface UnclaimedOffice {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly personal: boolean;
  readonly claimable: boolean;
}

export async function foundUnclaimedOffices({ tx }: Work, founder: OfficeId, offices: readonly UnclaimedOffice[]): Promise<void> {
  await sql`select accounts.found_unclaimed(${founder}::uuid, ${JSON.stringify(offices)}::jsonb)`.execute(tx);
}

export interface IssuedLink {
  readonly account: AccountId;
  readonly office: OfficeId;
  readonly name: string;
  readonly hash: string;
}

export async function issueLinkTokens({ tx }: Work, founder: OfficeId, links: readonly IssuedLink[], expiresAt: Date): Promise<void> {
  await sql`select accounts.issue_links(${founder}::uuid, ${JSON.stringify(links)}::jsonb, ${expiresAt.toISOString()}::timestamptz)`.execute(
    tx,
  );
}

/** Revokes the links of an office that the actor's own gave; how many. */
export async function revokeLinkTokens({ tx, actor }: Work, office: OfficeId): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts.access_token')
    .set({ revoked_at: sql`now()`, revoked_by: actor.account })
    .where('office', '=', office)
    .where('holder', '=', 'link')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function ownLinkUntil({ tx }: Work): Promise<Date | null> {
  const { rows } = await sql<{ until: Date | null }>`select accounts.own_link_until() as until`.execute(tx);
  return rows[0]?.until ?? null;
}

/** The office that is asked for; null where too many ask for it already. */
export async function insertClaim(
  { tx }: Work,
  {
    email,
    name,
    language,
    account,
  }: { readonly email: string; readonly name: string; readonly language: Language; readonly account: AccountId },
): Promise<OfficeId | null> {
  const { rows } = await sql<{ office: OfficeId | null }>`
    select accounts.ask_to_claim(${email}, ${name}, ${language}, ${account}::uuid) as office`.execute(tx);
  return rows[0]?.office ?? null;
}

/** The office of the link, which is the actor's from now on; null where it opens none that can be claimed. */
export async function claimByHash({ tx }: Work, hash: string): Promise<OfficeId | null> {
  const { rows } = await sql<{ office: OfficeId | null }>`select accounts.claim_by_link(${hash}) as office`.execute(tx);
  return rows[0]?.office ?? null;
}

// SQL of offices that the operator founds from a page.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';
import type { Work } from '#platform/work.ts';
import type { GovernedOffice } from '../policy.ts';

export interface FoundedOffice {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: 'city' | 'organiser' | 'chamber' | 'company';
  readonly foundedAt: Date;
  readonly invitedAs: string | null;
  readonly invitedAt: string | null;
  readonly hasOwner: boolean;
}

export async function listFounded({ tx }: Work, operator: GovernedOffice): Promise<readonly FoundedOffice[]> {
  const { rows } = await sql<FoundedOffice>`
    select id, slug, name, kind, founded_at as "foundedAt", invited_as as "invitedAs", invited_at as "invitedAt", has_owner as "hasOwner"
    from accounts.founded_by_operator(${operator}::uuid)`.execute(tx);
  return rows;
}

/** False where the short name is taken. */
export async function insertFounded(
  { tx }: Work,
  operator: GovernedOffice,
  { id, slug, name, kind }: Pick<FoundedOffice, 'id' | 'slug' | 'name' | 'kind'>,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select accounts.found_by_operator(${operator}::uuid, ${id}::uuid, ${slug}, ${JSON.stringify(name)}::jsonb, ${kind}) as done`.execute(
    tx,
  );
  return rows[0]?.done === true;
}

/** False where somebody has accepted already, or the operator did not found it. */
export async function insertFirstOwner(
  work: Work,
  operator: GovernedOffice,
  {
    office,
    email,
    person,
    language,
  }: { readonly office: OfficeId; readonly email: string; readonly person: string; readonly language: Language },
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select accounts.invite_first_owner(${operator}::uuid, ${office}::uuid, ${email}, ${person}, ${language}, ${work.newId<'Account'>()}::uuid) as done`.execute(
    work.tx,
  );
  return rows[0]?.done === true;
}

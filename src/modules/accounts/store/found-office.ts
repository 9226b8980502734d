import type pg from 'pg';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import type { Language, MultilingualText } from '#kernel/language.ts';

interface Founded {
  readonly id: OfficeId;
  readonly slug: string;
  readonly name: MultilingualText;
  readonly kind: string;
  readonly ownerId: AccountId;
  readonly owner: { readonly email: string; readonly name: string; readonly language: Language };
}

export async function insertOffice(migrator: pg.Client, o: Founded): Promise<void> {
  await migrator.query('select accounts.found_office($1, $2, $3, $4, $5, $6, $7, $8)', [
    o.id,
    o.slug,
    JSON.stringify(o.name),
    o.kind,
    o.ownerId,
    o.owner.email,
    o.owner.name,
    o.owner.language,
  ]);
}

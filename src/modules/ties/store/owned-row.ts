// What rows of a tie have in common: of which tie they are, whose, who sees them, at which version.
import type { OfficeId } from '#kernel/ids.ts';
import type { Owned } from '../domain/records.ts';
import type { TieId, Visibility } from '../domain/tie.ts';

interface Row {
  readonly tie_id: string;
  readonly owner_office: string;
  readonly visibility: string;
  readonly shared_with: string[];
  readonly version: number;
}

export const ownedOf = (row: Row): Owned & { readonly tieId: TieId; readonly version: number } => ({
  tieId: row.tie_id as TieId,
  office: row.owner_office as OfficeId,
  visibility: row.visibility as Visibility,
  sharedWith: row.shared_with as OfficeId[],
  version: row.version,
});

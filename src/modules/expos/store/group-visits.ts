// SQL of which visits groups of editions are.
import { sql } from 'kysely';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { ExchangeId } from '#modules/ties/domain/happenings.ts';
import type { EditionId, GroupId } from '../domain/edition.ts';

/** A group of an edition with the visit that it is said to be; null where nobody says so. */
export interface GroupOfVisit {
  readonly editionId: EditionId;
  readonly slug: string;
  readonly edition: MultilingualText;
  readonly groupId: GroupId;
  readonly code: string;
  readonly name: MultilingualText;
  readonly visitId: ExchangeId | null;
}

const found = sql`
  select g.edition_id as "editionId", e.slug, e.name as edition, g.id as "groupId", g.code, g.name, v.visit_id as "visitId"
  from expos.participant_group g join expos.edition e on e.id = g.edition_id
  left join expos.group_visit v on v.edition_id = g.edition_id and v.group_id = g.id`;

/** Groups that the office leads, those of later editions first. */
export const groupsLedBy = async (tx: Tx, office: OfficeId): Promise<readonly GroupOfVisit[]> =>
  (await sql<GroupOfVisit>`${found} where g.lead_office = ${office} order by e.first_day desc, g.code limit 200`.execute(tx)).rows;

/** Groups of editions that are said to be the visit, as far as the actor may see them. */
export const groupsOfVisit = async (tx: Tx, visit: ExchangeId): Promise<readonly GroupOfVisit[]> =>
  (await sql<GroupOfVisit>`${found} where v.visit_id = ${visit} order by e.first_day desc, g.code`.execute(tx)).rows;

/** Groups of the edition that are said to be visits. */
export const visitsOfEdition = async (tx: Tx, edition: EditionId): Promise<readonly GroupOfVisit[]> =>
  (await sql<GroupOfVisit>`${found} where g.edition_id = ${edition} and v.visit_id is not null order by g.code`.execute(tx)).rows;

interface Linked {
  readonly editionId: EditionId;
  readonly groupId: GroupId;
  readonly office: OfficeId;
  readonly organiser: OfficeId;
}

export async function saveGroupVisit(
  tx: Tx,
  { editionId, groupId, office, organiser }: Linked,
  visit: ExchangeId,
  now: Date,
): Promise<void> {
  // A group has one lead: what an earlier one said is its own, and goes with the right to say it.
  await tx
    .insertInto('expos.group_visit')
    .values({
      ...{ edition_id: editionId, group_id: groupId, owner_office: office, visit_id: visit, linked_at: now.toISOString() },
      ...{ visibility: 'shared', shared_with: [organiser] },
    })
    .onConflict((conflict) => conflict.columns(['edition_id', 'group_id']).doUpdateSet({ visit_id: visit, linked_at: now.toISOString() }))
    .execute();
}

export async function removeGroupVisit(tx: Tx, { editionId, groupId, office }: Linked): Promise<void> {
  await tx
    .deleteFrom('expos.group_visit')
    .where('edition_id', '=', editionId)
    .where('group_id', '=', groupId)
    .where('owner_office', '=', office)
    .execute();
}

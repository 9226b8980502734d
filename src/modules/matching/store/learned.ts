// SQL of what editions say of the parts of a score.
import { sql } from 'kysely';
import type { Tx } from '#platform/postgres/database.ts';
import { insertRows } from '#platform/postgres/insert-rows.ts';
import type { EditionId } from '#modules/expos/domain/edition.ts';
import type { Learned } from '../domain/learning.ts';
import type { OrganiserScope } from '../domain/scopes.ts';

const counts = sql`part, answered_with as "answeredWith", accepted_with as "acceptedWith", answered_without as "answeredWithout", accepted_without as "acceptedWithout"`;

export interface LearnedRow extends Learned {
  readonly editionId: EditionId;
  readonly learnedAt: Date;
}

/** Of this edition, and of those of the same organiser that were over before it began; read as the organiser. */
export async function loadLearned(tx: Tx, editionId: EditionId): Promise<readonly LearnedRow[]> {
  const { rows } = await sql<LearnedRow>`
    select l.edition_id as "editionId", l.learned_at as "learnedAt", ${counts}
    from matching.learned l join expos.editions was on was.id = l.edition_id join expos.editions own on own.id = ${editionId}
    where l.owner_office = own.owner_office and was.owner_office = own.owner_office and (was.id = own.id or was.last_day < own.first_day)
    order by was.last_day desc, l.edition_id, l.part`.execute(tx);
  return rows;
}

/** Puts what an edition says in place of what it said before. */
export async function saveLearned(tx: Tx, { editionId, office }: OrganiserScope, learned: readonly Learned[], at: Date): Promise<void> {
  await tx.deleteFrom('matching.learned').where('edition_id', '=', editionId).execute();
  await insertRows(
    tx,
    'matching.learned',
    learned.map(({ part, answeredWith, acceptedWith, answeredWithout, acceptedWithout }) => ({
      ...{ edition_id: editionId, owner_office: office, part, learned_at: at },
      ...{ answered_with: answeredWith, accepted_with: acceptedWith, answered_without: answeredWithout, accepted_without: acceptedWithout },
    })),
  );
}

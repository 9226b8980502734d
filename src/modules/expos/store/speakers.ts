// SQL of speakers who are reached by mail, and of what they say.
import { sql } from 'kysely';
import type { Id } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { milliseconds } from '#platform/postgres/columns.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { EditionId } from '../domain/edition.ts';
import type { SpeakerAnswer, SpeakerId } from '../domain/programme/programme.ts';
import type { EditionScope } from '../domain/scope.ts';
import { writeSaid } from './addressees.ts';
import { contactsOf, listOf, writeContacts } from './contacts.ts';

/** A speaker and where they are reached. */
export interface SpeakerRow {
  readonly id: SpeakerId;
  readonly email: string;
}

export async function listSpeakers(tx: Tx, editionId: EditionId): Promise<readonly SpeakerRow[]> {
  const { rows } = await sql<SpeakerRow>`
    select a.id, c.email from expos.addressee a join expos.contact c on c.edition_id = a.edition_id and c.addressee_id = a.id
    where a.edition_id = ${editionId} and a.whom = 'speakers' and c.email is not null`.execute(tx);
  return rows;
}

export async function insertSpeakers(tx: Tx, scope: EditionScope, list: readonly SpeakerRow[], newId: () => string): Promise<void> {
  if (list.length === 0) return;
  const { editionId, office } = scope;
  await sql`
    insert into expos.addressee (edition_id, id, whom, owner_office)
    select ${editionId}::uuid, id, 'speakers', ${office}::uuid from unnest(${list.map(({ id }) => id)}::uuid[]) as id`.execute(tx);
  const contacts = contactsOf(
    list.map(({ id, email }) => ({ id, contacts: listOf({ surname: '', givenName: '', nameOrder: 'given_first', phone: null, email }) })),
  );
  await writeContacts(tx, scope, { only: [], contacts, newId });
}

/** Something that a speaker is to speak at: the item, their topic in it, its day, and the instant where that is known. */
export interface SpokenItem {
  readonly speakerId: Id<'Addressee'>;
  readonly title: MultilingualText;
  readonly topic: MultilingualText;
  readonly day: string;
  readonly start: number | null;
}

export async function listSpokenItems(tx: Tx, editionId: EditionId): Promise<readonly SpokenItem[]> {
  const { rows } = await sql<SpokenItem>`
    select p.one ->> 'speakerId' as "speakerId", i.title, coalesce(p.one -> 'topic', '{}') as topic, i.day::text as day, ${milliseconds('i.starts_at')} as start
    from expos.programme_item i cross join lateral jsonb_array_elements(i.speakers) as p(one)
    where i.edition_id = ${editionId} and p.one ->> 'speakerId' is not null order by i.day, i.starts_at nulls last, i.id`.execute(tx);
  return rows;
}

/** That what was said is said of the item `i` as it is: on its day, and at its time where one was known by then. */
export const saidOfItem = (said: string) => {
  const of = (column: string) => sql.ref(`${said}.${column}`);
  return sql`${of('edition_id')} = i.edition_id and ${of('item_id')} = i.id and ${of('day')} = i.day
  and (${of('starts_at')} is null or (${of('starts_at')} = i.starts_at and ${of('ends_at')} = i.ends_at))`;
};

/** Without what was said of another day or time. */
export async function listSpeakerAnswers(tx: Tx, editionId: EditionId): Promise<readonly SpeakerAnswer[]> {
  const { rows } = await sql<SpeakerAnswer>`
    select a.speaker_id as "speakerId", a.item_id as "itemId", a.comes
    from expos.speaker_answer a join expos.programme_item i on ${saidOfItem('a')} where a.edition_id = ${editionId}`.execute(tx);
  return rows;
}

export async function saveSpeakerAnswer(
  tx: Tx,
  scope: EditionScope,
  { speakerId, itemId, comes }: SpeakerAnswer,
  now: Date,
): Promise<void> {
  const { editionId, office } = scope;
  await sql`
    insert into expos.speaker_answer (edition_id, speaker_id, item_id, owner_office, comes, said_at, day, starts_at, ends_at)
    select ${editionId}, ${speakerId}, ${itemId}, ${office}, ${comes}, ${now.toISOString()}::timestamptz, i.day, i.starts_at, i.ends_at
    from expos.programme_item i where i.edition_id = ${editionId} and i.id = ${itemId}
    on conflict (edition_id, speaker_id, item_id) do update set comes = excluded.comes, said_at = excluded.said_at,
      day = excluded.day, starts_at = excluded.starts_at, ends_at = excluded.ends_at`.execute(tx);
  await writeSaid(tx, scope, speakerId, now);
}

// SQL of the numbers of an edition.
import { sql } from 'kysely';
import type { MultilingualText } from '#kernel/language.ts';
import type { Tx } from '#platform/postgres/database.ts';
import type { CitiesMeant, Dimension, LaterSteps, Steps } from '../domain/numbers.ts';
import type { OverviewScope } from '../domain/scopes.ts';

export interface NumbersRow extends Omit<Steps, keyof LaterSteps> {
  readonly dimension: Dimension | 'all';
  readonly key: string;
  readonly code: string | null;
  readonly name: MultilingualText | null;
}

/** Everybody's, then by what they came of, group, country, city and topic, each in its order. */
export async function countNumbers(
  tx: Tx,
  { editionId }: OverviewScope,
  { now, cities }: { readonly now: Date; readonly cities: CitiesMeant },
): Promise<readonly NumbersRow[]> {
  const { rows } = await sql<NumbersRow>`
    select n.dimension, n.key, g.code, g.name, n.participants, n.withdrawn, n.asked, n.answered, n.declined, n.placed,
      n.is_over as "isOver", n.held, n.missed, n.told, n.told_by_both as "toldByBoth", n.useful_to_both as "usefulToBoth", n.next_step as "nextStep"
    from meetings.edition_numbers(${editionId}, ${now.toISOString()}, ${JSON.stringify(cities)}::jsonb) n
    left join expos.groups g on n.dimension = 'group' and g.edition_id = ${editionId} and g.id::text = n.key
    order by array_position(array['all', 'origin', 'group', 'country', 'city', 'topic'], n.dimension), n.key = '', g.code, n.key`.execute(
    tx,
  );
  return rows;
}

/** The cities of an edition's participants as they are written, each with its country once. */
export async function loadWrittenCities(
  tx: Tx,
  editionId: string,
): Promise<readonly { readonly country: string | null; readonly city: string }[]> {
  const { rows } = await sql<{ country: string | null; city: string }>`
    select distinct p.country, p.city from expos.participants p where p.edition_id = ${editionId} and p.city is not null order by p.country, p.city`.execute(
    tx,
  );
  return rows;
}

export interface Use {
  readonly placesUsed: number;
  readonly places: number;
  readonly interpretersUsed: number;
  readonly interpreters: number;
  readonly cancelled: number;
  /** Who was checked in on a day of the edition, at the door or for the live queue, of those who have not withdrawn. */
  readonly came: number;
  readonly expected: number;
}

/** How much of places and interpreters the schedule in force takes, and how many released meetings are cancelled. */
export async function countUse(tx: Tx, { editionId }: OverviewScope): Promise<Use> {
  const { rows } = await sql<Use>`
    select
      (select count(*)::int from meetings.booking b where b.edition_id = ${editionId} and b.place_id is not null) as "placesUsed",
      (select coalesce(sum(p.seats * ((select count(*) from expos.slots s where s.edition_id = ${editionId}) - coalesce(k.closed, 0))), 0)::int
        from expos.places p left join (select c.place_id, count(*) as closed from expos.closed_places c where c.edition_id = ${editionId} group by c.place_id) k
          on k.place_id = p.id
        where p.edition_id = ${editionId}) as places,
      (select count(*)::int from meetings.booking b where b.edition_id = ${editionId} and b.interpreter_id is not null) as "interpretersUsed",
      (select count(*)::int from expos.interpreters i cross join expos.slots s
        where i.edition_id = ${editionId} and s.edition_id = ${editionId} and (not exists (
          select from expos.away u where u.edition_id = ${editionId} and u.addressee_id = i.id
            and tstzrange(u.starts_at, u.ends_at) && tstzrange(s.starts_at, s.ends_at))
          or exists (select from meetings.booking b where b.edition_id = ${editionId} and b.interpreter_id = i.id
            and b.during && tstzrange(s.starts_at, s.ends_at)))) as interpreters,
      (select count(*)::int from expos.participants p where p.edition_id = ${editionId} and p.withdrawn_at is null) as expected,
      (select count(*)::int from expos.participants p where p.edition_id = ${editionId} and p.withdrawn_at is null and (
        exists (select from meetings.check_in c join expos.editions e on e.id = c.edition_id
          where c.edition_id = p.edition_id and c.participant_id = p.id and c.kind = 'arrived' and c.taken_back_at is null
          and (c.happened_at at time zone e.time_zone)::date between e.first_day and e.last_day)
        or exists (select from meetings.queue_event e where e.edition_id = p.edition_id
          and e.event @> jsonb_build_object('kind', 'arrive', 'participantId', p.id)))) as came,
      (select count(distinct a.meeting_id)::int from meetings.agenda_entry a where a.edition_id = ${editionId} and a.cancelled) as cancelled`.execute(
    tx,
  );
  return rows[0] ?? { placesUsed: 0, places: 0, interpretersUsed: 0, interpreters: 0, cancelled: 0, came: 0, expected: 0 };
}

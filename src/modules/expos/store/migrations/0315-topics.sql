-- The topics of an edition, its own list: what participants say that they offer and look for, beside their free words.
create table expos.topic (
  edition_id uuid not null references expos.edition (id),
  id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared', 'public')),
  shared_with uuid[] not null default '{}',
  number int not null check (number >= 1),
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  primary key (edition_id, id),
  constraint topic_number unique (edition_id, number) deferrable initially deferred
);
select platform.protect('expos.topic');

-- Of a participant at this edition: topics that it offers and seeks, countries and regions it sells to or buys from, and how many people work there.
alter table expos.participant
  add column offer_topics uuid[] not null default '{}' check (cardinality(offer_topics) <= 60),
  add column need_topics uuid[] not null default '{}' check (cardinality(need_topics) <= 60),
  add column markets text[] not null default '{}' check (cardinality(markets) <= 60),
  add column size text check (size in ('to_9', 'to_49', 'to_249', 'over_249'));
alter table expos.listing
  add column offer_topics uuid[] not null default '{}',
  add column need_topics uuid[] not null default '{}',
  add column markets text[] not null default '{}',
  add column size text check (size in ('to_9', 'to_49', 'to_249', 'over_249'));

-- Nobody names a topic that is not of the edition.
create function expos.keep_topics() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from unnest(new.offer_topics || new.need_topics) as t(id)
    where not exists (select 1 from expos.topic k where k.edition_id = new.edition_id and k.id = t.id)) then
    raise exception 'a topic of another edition' using errcode = '23503';
  end if;
  return new;
end $$;
create trigger keep_topics before insert or update of offer_topics, need_topics on expos.participant
  for each row when (new.offer_topics <> '{}' or new.need_topics <> '{}') execute function expos.keep_topics();

-- A topic goes once nobody who takes part names it; who withdrew loses it with it.
create function expos.drop_topic() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select 1 from expos.participant p
    where p.edition_id = old.edition_id and p.withdrawn_at is null and old.id = any (p.offer_topics || p.need_topics)) then
    raise exception 'a topic that is named' using errcode = '23503';
  end if;
  update expos.participant p set offer_topics = array_remove(p.offer_topics, old.id), need_topics = array_remove(p.need_topics, old.id)
  where p.edition_id = old.edition_id and old.id = any (p.offer_topics || p.need_topics);
  return old;
end $$;
create trigger drop_topic before delete on expos.topic for each row execute function expos.drop_topic();
revoke all on function expos.keep_topics(), expos.drop_topic() from public;

create or replace view expos.participants with (security_invoker = true) as
  select edition_id, id, owner_office, visibility, shared_with, version, code, organisation_id, name, search_name, sort_name, country, city, role,
    seats, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at, office_id, withdrawn_at, offer, need,
    offer_topics, need_topics, markets, size
  from expos.participant;

-- A calendar address is of a participant's agenda or of an interpreter's day; with the interpreter it goes.
alter table meetings.feed alter column participant_id drop not null, add column interpreter_id uuid,
  add foreign key (edition_id, interpreter_id) references expos.interpreter (edition_id, id) on delete cascade,
  add constraint feed_of_one check (num_nonnulls(participant_id, interpreter_id) = 1);
create index feed_by_interpreter on meetings.feed (edition_id, interpreter_id) where interpreter_id is not null;
drop function meetings.open_feed(text);
create function meetings.open_feed(p_token_hash text) returns table (edition_id uuid, participant_id uuid, interpreter_id uuid, office uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select f.edition_id, f.participant_id, f.interpreter_id, f.owner_office from meetings.feed f
  where f.token_hash = p_token_hash and f.revoked_at is null and (f.created_by is null or accounts.acts_in(f.created_by, f.owner_office))
$$;
revoke all on function meetings.open_feed(text) from public;
grant execute on function meetings.open_feed(text) to hansa_app;
-- An interpreter's day is one look into this index.
create index agenda_by_interpreter on meetings.agenda_entry (edition_id, ((details #>> '{interpreter,id}'))) where details #>> '{interpreter,id}' is not null;

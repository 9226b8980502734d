-- Profiles in full: needs and partner calls, the UN goals an entry serves, a second pair of eyes before it is published, and its history.
alter table cities.profile_entry
  drop constraint profile_entry_kind_check,
  add constraint profile_entry_kind_check check (kind in ('strength', 'need', 'story', 'challenge', 'practice', 'partner_call')),
  add column goals int[] not null default '{}',
  -- Of a partner call: what is looked for, whom to write to, until when.
  add column sought jsonb,
  add constraint profile_entry_sought_check check ((kind = 'partner_call') = (sought is not null)),
  -- The texts of an entry are numbered; what was asked, answered or published since is no new text.
  add column text_version int not null default 1,
  add column written_by uuid,
  add column review text not null default 'none' check (review in ('none', 'asked', 'approved', 'returned')),
  add column review_note text check (length(review_note) between 1 and 2000);
update cities.profile_entry set text_version = version;

alter table cities.published_entry
  drop constraint published_entry_kind_check,
  add constraint published_entry_kind_check check (kind in ('strength', 'need', 'story', 'challenge', 'practice', 'partner_call')),
  add column goals int[] not null default '{}',
  add column sought jsonb,
  -- The last day on which a partner call is open.
  add column until date,
  add constraint published_entry_sought_check check ((kind = 'partner_call') = (sought is not null) and (sought is null) = (until is null));
create index published_entry_open_calls on cities.published_entry (until) where kind = 'partner_call';

-- What became of an entry, step by step, with each of its texts; read by its office alone and never changed.
create table cities.entry_step (
  id uuid primary key,
  entry_id uuid not null references cities.profile_entry (id),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  step text not null check (step in ('written', 'restored', 'review_asked', 'approved', 'returned', 'published', 'withdrawn')),
  text_version int not null,
  -- The earlier text that was taken up again.
  from_version int,
  -- Who did it; not known of what was done before this was kept.
  account uuid,
  note text check (length(note) between 1 and 2000),
  -- The text, where the step wrote one.
  content jsonb,
  done_at timestamptz not null,
  check ((step in ('written', 'restored')) = (content is not null)),
  check ((step = 'restored') = (from_version is not null))
);
create index entry_step_by_entry on cities.entry_step (entry_id, id);
create index entry_step_by_owner on cities.entry_step (owner_office);
select platform.protect('cities.entry_step');
revoke update, delete on cities.entry_step from hansa_app;
alter policy changes on cities.entry_step using (false) with check (false);
alter policy withdraws on cities.entry_step using (false);

-- What is on record: the text of now, and before it the one that everybody reads where that is another.
insert into cities.entry_step (id, entry_id, owner_office, step, text_version, content, done_at)
  select gen_random_uuid(), e.id, e.owner_office, 'written', e.published_version,
    jsonb_build_object('kind', p.kind, 'domain', p.domain, 'goals', '[]'::jsonb, 'title', p.title, 'body', p.body, 'sought', null), p.published_at
  from cities.profile_entry e join cities.published_entry p on p.id = e.id where e.published_version <> e.text_version;
insert into cities.entry_step (id, entry_id, owner_office, step, text_version, content, done_at)
  select gen_random_uuid(), e.id, e.owner_office, 'written', e.text_version,
    jsonb_build_object('kind', e.kind, 'domain', e.domain, 'goals', '[]'::jsonb, 'title', e.title, 'body', e.body, 'sought', null), e.updated_at
  from cities.profile_entry e;
insert into cities.entry_step (id, entry_id, owner_office, step, text_version, done_at)
  select gen_random_uuid(), e.id, e.owner_office, 'published', e.published_version, p.published_at
  from cities.profile_entry e join cities.published_entry p on p.id = e.id;

-- With a city its whole history passes to the office that adopts it.
create or replace function cities.answer_adoption(p_adoption uuid, p_approved boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_adoption cities.adoption;
  v_steward uuid;
begin
  select a.* into v_adoption from cities.adoption a where a.id = p_adoption and a.state = 'asked' for update;
  select c.owner_office into v_steward from cities.city c where c.id = v_adoption.city_id for update;
  if v_steward is null or not v_steward = any (platform.writes()) then raise exception 'not the steward'; end if;
  update cities.adoption set state = case when p_approved then 'approved' else 'declined' end, answered_at = now() where id = p_adoption;
  if not p_approved then return; end if;
  update cities.city set owner_office = v_adoption.owner_office, office_id = v_adoption.owner_office, version = version + 1, updated_at = now()
    where id = v_adoption.city_id;
  update cities.name set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id;
  update cities.former_slug set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id;
  update cities.entry_step set owner_office = v_adoption.owner_office where owner_office = v_steward
    and entry_id in (select e.id from cities.profile_entry e where e.city_id = v_adoption.city_id and e.owner_office = v_steward);
  update cities.profile_entry set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id and owner_office = v_steward;
  update cities.published_entry set owner_office = v_adoption.owner_office where city_id = v_adoption.city_id and owner_office = v_steward;
end $$;

-- The contacts of a participant: the people to ask, the first of them first. Read by whoever reads the participant, never public.
create table expos.participant_contact (
  edition_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  -- 1 is the one who is asked first, whose name stands in agendas and to whom letters go.
  number int not null check (number between 1 and 20),
  surname text not null default '' check (length(surname) <= 80),
  given_name text not null default '' check (length(given_name) <= 80),
  name_order text not null default 'given_first' check (name_order in ('surname_first', 'given_first')),
  post text not null default '' check (length(post) <= 120),
  email text check (length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 40),
  languages text[] not null default '{}',
  primary key (edition_id, id),
  foreign key (edition_id, participant_id) references expos.participant (edition_id, id),
  constraint participant_contact_number unique (edition_id, participant_id, number),
  constraint participant_contact_said check (surname <> '' or email is not null or phone is not null)
);
create index participant_contact_by_address on expos.participant_contact (lower(email)) where email is not null;
select platform.protect('expos.participant_contact');

insert into expos.participant_contact (edition_id, id, participant_id, owner_office, visibility, shared_with, number, surname, given_name, name_order, post)
select p.edition_id, gen_random_uuid(), p.id, p.owner_office, p.visibility, p.shared_with, 1, p.contact_surname, coalesce(p.contact_given_name, ''),
  case when p.contact_surname ~ '[一-鿿]' then 'surname_first' else 'given_first' end, coalesce(p.contact_post, '')
from expos.participant p where p.contact_surname <> '';

drop view expos.participants;
alter table expos.participant drop column contact_surname, drop column contact_given_name, drop column contact_post;
create view expos.participants with (security_invoker = true) as
  select edition_id, id, owner_office, visibility, shared_with, version, code, organisation_id, name, search_name, sort_name, country, city, role,
    seats, languages, min_meetings, max_meetings, group_id, stand_id, leads_stand, meets_at, office_id, withdrawn_at
  from expos.participant;
create view expos.contacts with (security_invoker = true) as
  select edition_id, participant_id, number, surname, given_name, name_order, post, email, phone, languages from expos.participant_contact;
grant select on expos.participants, expos.contacts to hansa_app;

-- What organisers keep under the address of the one who acts: to show it to them, and to leave of it but the post.
create function expos.own_contacts() returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_agg(jsonb_build_object('office', c.owner_office, 'edition', e.name, 'participant', p.name, 'surname', c.surname,
    'givenName', c.given_name, 'post', c.post, 'email', c.email, 'phone', c.phone, 'languages', c.languages) order by c.edition_id, c.participant_id, c.number), '[]')
  from expos.participant_contact c join expos.edition e on e.id = c.edition_id
  join expos.participant p on p.edition_id = c.edition_id and p.id = c.participant_id
  where lower(c.email) = accounts.own_address()
$$;
create function expos.forget_own_contacts() returns void
language sql security definer set search_path = pg_catalog as $$
  update expos.participant_contact set surname = '–', given_name = '', email = null, phone = null, languages = '{}'
  where lower(email) = accounts.own_address()
$$;
revoke all on function expos.own_contacts(), expos.forget_own_contacts() from public;
grant execute on function expos.own_contacts(), expos.forget_own_contacts() to hansa_app;

-- What became of an announced figure is asked for 3, 6, 12, 24 and 36 months after it was said: the askings, and what was answered (docs/decisions/0072).
create table outcomes.follow_up (
  id uuid primary key,
  outcome_id uuid not null references outcomes.outcome (id),
  owner_office uuid not null references accounts.office (id),
  -- Shared with the office through which it goes.
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  version int not null default 1,
  months int not null check (months in (3, 6, 12, 24, 36)),
  due date not null,
  -- That its letter came back is read from the mail.
  state text not null default 'planned' check (state in ('planned', 'held_back', 'sent', 'stopped')),
  -- Whether it goes to the company itself or through an office that stands nearer to it.
  route text not null default 'company' check (route in ('company', 'through')),
  through_office uuid references accounts.office (id),
  organisation_id uuid references organisations.organisation (id),
  language text check (language in ('en', 'zh-Hans')),
  mail_id uuid,
  token_hash text unique,
  sent_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  -- Of two who plan at once, one does.
  constraint follow_up_once unique (outcome_id, months),
  check (state <> 'sent' or sent_at is not null),
  check ((token_hash is null) = (expires_at is null))
);
create index follow_up_due on outcomes.follow_up (owner_office, due) where state in ('planned', 'held_back');
create index follow_up_by_mail on outcomes.follow_up (mail_id) where mail_id is not null;
create index follow_up_by_organisation on outcomes.follow_up (organisation_id) where organisation_id is not null;
select platform.protect('outcomes.follow_up');

-- Answers are only ever added: who changes their mind says so anew, and the last one of an asking counts.
create table outcomes.follow_up_answer (
  id uuid primary key,
  follow_up_id uuid not null references outcomes.follow_up (id),
  outcome_id uuid not null references outcomes.outcome (id),
  number int not null check (number >= 1),
  owner_office uuid not null references accounts.office (id),
  visibility text not null default 'private' check (visibility in ('private', 'shared')),
  shared_with uuid[] not null default '{}',
  answer text not null check (answer in ('kept', 'partly', 'not', 'cannot_say')),
  amount numeric(26, 8) check (amount >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  -- What was different, of what was kept in part.
  differs text[] not null default '{}' check (differs <@ array['less', 'later', 'another_partner', 'another_form']),
  -- Whether it would have happened without what it is put down to; asked, and never added up.
  anyway text check (anyway in ('no', 'later', 'yes', 'cannot_say')),
  note text check (length(note) between 1 and 1000),
  -- For which company, and the person who answered, where they gave their name.
  said_for text not null check (length(said_for) <= 300),
  said_by text check (length(said_by) between 1 and 200),
  language text not null check (language in ('en', 'zh-Hans')),
  document_id uuid references evidence.document (id),
  answered_at timestamptz not null,
  constraint follow_up_answer_number unique (follow_up_id, number),
  check ((amount is null) = (currency is null)),
  check (amount is null or answer in ('kept', 'partly')),
  check (differs = '{}' or answer = 'partly')
);
create index follow_up_answer_by_outcome on outcomes.follow_up_answer (outcome_id, answered_at);
select platform.protect('outcomes.follow_up_answer');
revoke update, delete on outcomes.follow_up_answer from hansa_app;
alter policy changes on outcomes.follow_up_answer using (false) with check (false);
alter policy withdraws on outcomes.follow_up_answer using (false);

-- What was asked and answered of outcomes that the actor may see, for whoever counts what became of them: no person, no address, no company, no words.
create function outcomes.askings_of(p_outcomes uuid[])
returns table (outcome_id uuid, months int, due date, state text, sent_at timestamptz, answers jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select f.outcome_id, f.months, f.due, case when f.state = 'sent' and m.refused_at is not null then 'bounced' else f.state end, f.sent_at,
    (select coalesce(jsonb_agg(jsonb_build_object('answer', a.answer, 'amount', a.amount::text, 'currency', a.currency,
        'answeredAt', to_char(a.answered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'hasPaper', a.document_id is not null) order by a.number), '[]')
      from outcomes.follow_up_answer a where a.follow_up_id = f.id)
  from outcomes.follow_up f
  join outcomes.outcome o on o.id = f.outcome_id and o.withdrawn_at is null
  left join platform.mail m on m.id = f.mail_id
  where f.outcome_id = any (p_outcomes) and (o.visibility = 'public' or o.owner_office = any (platform.reads())
    or (o.visibility = 'shared' and o.shared_with && platform.reads()))
  order by f.outcome_id, f.months
$$;
revoke all on function outcomes.askings_of(uuid[]) from public;
grant execute on function outcomes.askings_of(uuid[]) to hansa_app;

-- What waits for an office's answer and is put off: it asks again from that moment on, or at once where there is none.
create table desk.put_off (
  owner_office uuid not null references accounts.office (id),
  subject text not null check (subject ~ '^(figure|contradiction|waits|said|item) [A-Za-z0-9_ -]{1,180}$'),
  visibility text not null default 'private' check (visibility = 'private'),
  shared_with uuid[] not null default '{}',
  until timestamptz,
  primary key (owner_office, subject)
);
select platform.protect('desk.put_off');

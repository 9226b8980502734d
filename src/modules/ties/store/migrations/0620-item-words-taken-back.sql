-- Of an agreed item a side may also say that it cannot tell; and its word before is kept, so that an answer can be taken back.
alter table ties.item_state drop constraint item_state_state_check;
alter table ties.item_state
  add constraint item_state_state_check check (state in ('open', 'done', 'dropped', 'cannot_say')),
  add column former_state text check (former_state in ('open', 'done', 'dropped', 'cannot_say')),
  add column former_at timestamptz,
  add check ((former_state is null) = (former_at is null));

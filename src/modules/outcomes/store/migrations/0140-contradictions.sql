-- A side may hold otherwise of everything, not of amount and count alone; what is unset is as the other side says.
alter table outcomes.confirmation
  add column held_stage text
    check (held_stage in ('potential', 'intended', 'signed', 'realised', 'lapsed', 'cancelled', 'not_reached', 'never')),
  add column held_party text check (length(held_party) between 1 and 300),
  add check (held_stage is null and held_party is null or verdict = 'differs'),
  add check (held_stage is distinct from stage),
  add check (held_stage is distinct from 'never' or amount is null and count is null and held_party is null);

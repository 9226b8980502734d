-- From which match an exchange or an agreed item was begun: the entry of our city's profile and the one that answers it. Told to the office that began it alone.
alter table ties.exchange
  add column begun_entry uuid,
  add column begun_answer uuid,
  add constraint exchange_begun check ((begun_entry is null) = (begun_answer is null));
create index exchange_by_match on ties.exchange (begun_entry) where begun_entry is not null;
alter table ties.agreed_item
  add column begun_entry uuid,
  add column begun_answer uuid,
  add constraint agreed_item_begun check ((begun_entry is null) = (begun_answer is null));
create index agreed_item_by_match on ties.agreed_item (begun_entry) where begun_entry is not null;

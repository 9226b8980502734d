-- A service goes from one city to the other as an investment does; an offer that somebody made is taken up, declined, or lapses.
alter table outcomes.outcome
  drop constraint outcome_kind_check,
  add constraint outcome_kind_check check (kind in ('deal', 'project', 'investment', 'service', 'exchange', 'offer_made'));

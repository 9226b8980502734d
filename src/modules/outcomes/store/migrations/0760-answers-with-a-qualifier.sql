-- "About 500" of an answer stays about 500: the word before its amount is kept.
alter table outcomes.follow_up_answer
  add column qualifier text not null default 'exact' check (qualifier in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned')),
  add check (amount is not null or qualifier = 'exact');

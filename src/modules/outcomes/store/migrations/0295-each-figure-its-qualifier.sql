-- An amount and a count are each meant in their own way: about 7 deals, nearly 9 million. So is what a side holds instead.
-- What was entered with one word for both keeps it for both; `qualifier` is that of the amount from now on.
alter table outcomes.entry
  add column count_qualifier text not null default 'exact'
    check (count_qualifier in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned'));
update outcomes.entry set count_qualifier = qualifier where count is not null;
alter table outcomes.entry add check (count is not null or count_qualifier = 'exact');
alter table outcomes.confirmation
  add column qualifier text not null default 'exact'
    check (qualifier in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned')),
  add column count_qualifier text not null default 'exact'
    check (count_qualifier in ('exact', 'about', 'nearly', 'over', 'at_least', 'up_to', 'planned')),
  add check (amount is not null or qualifier = 'exact'),
  add check (count is not null or count_qualifier = 'exact');
-- Of what a count is, where that is not as many deals, projects, investments or exchanges: 25 companies that came.
alter table outcomes.outcome
  add column counted text check (counted in ('companies', 'people', 'events')),
  add check (counted is null or extent <> 'single');

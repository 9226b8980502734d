-- Why what the search left out has no place: worked out with the plan, in its thread. `of` is the mark of all that it follows from, so that it holds for
-- nothing else; `at` when it was worked out; `entries` a few pages of explanations, the musts first. It names things by id alone.
alter table meetings.plan add column explained jsonb;

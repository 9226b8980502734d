-- Of which outcomes it may be told what was answered when it was asked what became of them: those of the actor's own offices, and for everybody those
-- that are public and stand on a follow-through page that its organiser has published, by themselves or with their public whole.
create function outcomes.answers_told(p_outcomes uuid[], p_own boolean) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select o.id from outcomes.outcome o left join outcomes.outcome w on w.id = o.part_of and w.visibility = 'public' and w.withdrawn_at is null
  where o.id = any (p_outcomes) and ((p_own and o.owner_office = any (platform.reads())) or (o.visibility = 'public' and exists (
    select from outcomes.attribution a join outcomes.follow_through t on t.edition_id = a.subject_id and t.visibility = 'public'
    where a.subject_kind = 'edition' and a.relation = 'result_of' and a.outcome_id in (o.id, w.id))))
$$;
revoke all on function outcomes.answers_told(uuid[], boolean) from public;
grant execute on function outcomes.answers_told(uuid[], boolean) to hansa_app;

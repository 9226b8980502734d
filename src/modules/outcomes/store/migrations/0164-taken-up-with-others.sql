-- Outcomes of third parties are taken up as everything else that is said of a tie: ties keeps what was decided.
select ties.take(t.outcome_id, t.owner_office, t.takes_up, t.entered_by, t.entered_at) from outcomes.taking t;
drop table outcomes.taking;

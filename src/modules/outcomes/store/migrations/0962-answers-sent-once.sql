-- An answer that is sent a second time, by a second press or a page that is loaded again, is the one that was recorded.
alter table outcomes.follow_up_answer add column sending uuid;
create unique index follow_up_answer_by_sending on outcomes.follow_up_answer (follow_up_id, sending) where sending is not null;

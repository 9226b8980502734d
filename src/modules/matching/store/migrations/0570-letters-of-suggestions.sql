-- A participant can be without two things: being suggested to others, and letters that name suggestions.
alter table matching.opt_out add column what text not null default 'suggested' check (what in ('suggested', 'letters'));
alter table matching.opt_out drop constraint opt_out_pkey, add primary key (edition_id, participant_id, what);

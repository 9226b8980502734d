-- A side asks the organiser where nobody else can answer: the other side cannot be told, no other time is free for both, or the meeting is to be cancelled.
alter table meetings.move_proposal alter column to_slot drop not null;
alter table meetings.move_proposal add column asks text not null default 'other_side' check (asks in ('other_side', 'organiser'));
alter table meetings.move_proposal add column wants text not null default 'move' check (wants in ('move', 'cancel'));
alter table meetings.move_proposal add column note text not null default '' check (length(note) <= 500);
-- Each side has one at a time: what one of them asks the organiser is not for the other to know.
drop index meetings.move_proposal_open;
create unique index move_proposal_open on meetings.move_proposal (edition_id, meeting_id, from_participant) where state = 'open';
-- The other side answers a time, and nothing else.
alter table meetings.move_proposal add check (asks = 'organiser' or to_slot is not null);
alter table meetings.move_proposal add check (wants = 'move' or to_slot is null);

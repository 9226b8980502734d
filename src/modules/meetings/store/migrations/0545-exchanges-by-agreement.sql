-- Two meetings of one side change times: a proposal for each, which hold together or not at all. Who has agreed waits for the other.
alter table meetings.move_proposal add column exchange_id uuid check (exchange_id is null or to_slot is not null);
alter table meetings.move_proposal drop constraint move_proposal_state_check;
alter table meetings.move_proposal add constraint move_proposal_state_check check (state in ('open', 'agreed', 'accepted', 'declined', 'withdrawn'));
alter table meetings.move_proposal add check (state <> 'agreed' or exchange_id is not null);
drop index meetings.move_proposal_open;
create unique index move_proposal_open on meetings.move_proposal (edition_id, meeting_id, from_participant) where state in ('open', 'agreed');
create index move_proposal_by_exchange on meetings.move_proposal (edition_id, exchange_id) where exchange_id is not null;

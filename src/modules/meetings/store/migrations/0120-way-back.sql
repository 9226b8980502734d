-- Which change a release takes back: what was taken back is not taken back again, and the one before it comes next.
alter table meetings.release add column takes_back int;
alter table meetings.release add constraint release_takes_back foreign key (edition_id, takes_back) references meetings.release (edition_id, number);
alter table meetings.release add constraint release_takes_back_kind check (takes_back is null or kind = 'change');

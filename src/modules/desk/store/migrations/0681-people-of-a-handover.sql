-- Columns that name people are told by their names, so that a person who is erased leaves a former member there.
alter table desk.handover rename column from_account to left_by;
alter table desk.handover rename column to_account to taken_by;
alter table desk.handover rename column rest_account to rest_by;

-- Whether the organiser of an edition gets a letter when a company asks it to move or cancel a meeting; what is asked stands in its to-do all the same.
alter table meetings.request_rules add column mails_organiser boolean not null default true;

-- A person's own calendar address and weekly mail go with the person when they are erased.
comment on column desk.calendar.account is 'goes with the person';
comment on column desk.weekly_mail.account is 'goes with the person';

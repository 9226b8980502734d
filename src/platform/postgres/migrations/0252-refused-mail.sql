-- What the mail server refuses for good (permanent failure, RFC 5321 4.2.1) is not tried again, and said at once.
alter table platform.mail add column refused_at timestamptz;

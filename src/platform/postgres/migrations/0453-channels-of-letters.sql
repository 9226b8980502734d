-- A letter leaves by e-mail, as a text message (SMS) or as a message of WeChat Work; each is claimed by a worker that has this channel.
alter table platform.mail add column channel text not null default 'mail' check (channel in ('mail', 'sms', 'wecom'));

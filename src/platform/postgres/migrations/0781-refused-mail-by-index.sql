-- Letters that came back are few among many, and lists of what was asked look for them alone.
create index mail_refused on platform.mail (id) where refused_at is not null;

-- A person's own mail about texts to read goes with the person when they are erased.
comment on column cities.review_mail.account is 'goes with the person';

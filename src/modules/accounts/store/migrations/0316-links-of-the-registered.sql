-- A company that registers by itself is given its link, and ends it, without anybody who is signed in: only such a link may lack who made or ended it.
alter table accounts.access_token alter column created_by drop not null,
  add constraint access_token_made check (created_by is not null or holder = 'link'),
  drop constraint access_token_check3,
  add constraint access_token_revoked check (case when holder = 'link' then revoked_by is null or revoked_at is not null else (revoked_at is null) = (revoked_by is null) end);

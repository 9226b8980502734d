-- An edition that was added by mistake, or of which nothing came, is set aside: no list holds it until it is brought back. Nothing of it is lost.
alter table expos.edition add column archived_at timestamptz,
  add constraint archived_is_not_public check (archived_at is null or published_at is null);
grant update (archived_at) on expos.edition to hansa_app;

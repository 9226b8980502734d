-- An interpreter who leaves takes along how they are reached and their name; what is left is that somebody interpreted.
create or replace function expos.forget_own_contacts() returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  v_gone uuid[];
begin
  update expos.participant_contact set surname = '–', given_name = '', email = null, phone = null, languages = '{}'
  where lower(email) = accounts.own_address();
  select coalesce(array_agg(c.interpreter_id), '{}') into v_gone from expos.interpreter_contact c where lower(c.email) = accounts.own_address();
  perform accounts.forget_personal((select coalesce(array_agg(i.office_id), '{}') from expos.interpreter i where i.id = any (v_gone) and i.office_id is not null));
  update expos.interpreter i set name = '– ' || right(i.id::text, 12), version = i.version + 1 where i.id = any (v_gone);
  delete from expos.interpreter_contact c where c.interpreter_id = any (v_gone);
end $$;

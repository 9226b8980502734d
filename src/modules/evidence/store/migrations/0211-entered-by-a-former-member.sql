-- Content still never changes. Who entered it changes in one way alone: to the former member who stands for a person that was erased.
create or replace function evidence.refuse_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.entered_by <> new.entered_by and accounts.is_former(new.entered_by) then
    old.entered_by := new.entered_by;
    if new is not distinct from old then return null; end if;
  end if;
  raise exception '% keeps its content', tg_table_name using errcode = 'check_violation';
end $$;

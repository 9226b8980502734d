-- What an expo has besides talks: it is opened, people sit at a round table, learn, are received, and eat.
alter table expos.programme_item drop constraint programme_item_kind_check;
alter table expos.programme_item add constraint programme_item_kind_check
  check (kind in ('forum', 'presentation', 'site_visit', 'signing', 'opening', 'round_table', 'workshop', 'reception', 'break'));

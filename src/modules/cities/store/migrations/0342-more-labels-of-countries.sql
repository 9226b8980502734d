-- More of what the product calls some places from its first day: where the names of the runtime (CLDR) are not what a British or a Chinese office writes,
-- or differ from browser to browser, as those of the Falkland Islands do.
update cities.label_policy set labels = labels || jsonb_build_object('en', jsonb_build_object('text', 'Falkland Islands', 'origin', 'human'))
where country = 'FK' and context = 'any' and owner_office is null and not labels ? 'en';

insert into cities.label_policy (id, country, labels, reason, decided_on)
select id::uuid, country, jsonb_strip_nulls(jsonb_build_object(
    'en', case when en is not null then jsonb_build_object('text', en, 'origin', 'human') end,
    'zh-Hans', case when zh is not null then jsonb_build_object('text', zh, 'origin', 'human') end)),
  'As the product was delivered. 产品预设。', date '2026-11-29'
from (values
  ('01940000-0000-7000-8000-000000000005', 'CD', 'Democratic Republic of the Congo', null),
  ('01940000-0000-7000-8000-000000000006', 'CG', 'Republic of the Congo', null),
  ('01940000-0000-7000-8000-000000000007', 'MM', 'Myanmar', null),
  ('01940000-0000-7000-8000-000000000008', 'PS', null, '巴勒斯坦')
) as preset (id, country, en, zh)
on conflict do nothing;

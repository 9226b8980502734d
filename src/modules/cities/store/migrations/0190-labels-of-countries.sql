-- What the product calls some places from its first day are rules like all others: seen on the naming page, decided anew by the register office.
-- Until then they are nobody's: there may be no register office yet.
alter table cities.label_policy alter column owner_office drop not null;

-- The register office makes them its own before it decides one anew or removes it; row-level security then knows whose they are.
create function cities.take_presets() returns void language sql security definer set search_path = pg_catalog as
$$ update cities.label_policy p set owner_office = r.id from accounts.register_office r
   where p.owner_office is null and r.id = any (platform.writes()) $$;
revoke all on function cities.take_presets() from public;
grant execute on function cities.take_presets() to hansa_app;

insert into cities.label_policy (id, country, labels, reason, decided_on)
select id::uuid, country, jsonb_strip_nulls(jsonb_build_object(
    'en', case when en is not null then jsonb_build_object('text', en, 'origin', 'human') end,
    'zh-Hans', jsonb_build_object('text', zh, 'origin', 'human'))),
  'As the product was delivered. 产品预设。', date '2026-11-29'
from (values
  ('01940000-0000-7000-8000-000000000001', 'HK', 'Hong Kong, China', '中国香港'),
  ('01940000-0000-7000-8000-000000000002', 'MO', 'Macao, China', '中国澳门'),
  ('01940000-0000-7000-8000-000000000003', 'TW', 'Taiwan, China', '中国台湾'),
  ('01940000-0000-7000-8000-000000000004', 'FK', null, '马尔维纳斯群岛（福克兰群岛）')
) as preset (id, country, en, zh)
on conflict do nothing;

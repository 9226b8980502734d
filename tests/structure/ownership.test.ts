// A module's SQL changes its own tables only and reads others through their published views: each breach is refused here once.
import { expect, test } from 'vitest';
import { ownershipBreaches } from '../../scripts/structure/ownership.ts';

const published = [
  'src/modules/expos/store/migrations/0031-views.sql',
  'create view expos.open_slot with (security_invoker) as select 1;',
] as const;
const breachesOf = (file: string, text: string): readonly string[] =>
  ownershipBreaches(new Map([published, [file, text]])).map((breach) => breach.rule);

const migration = 'src/modules/meetings/store/migrations/0040-requests.sql';
const store = 'src/modules/meetings/store/requests.ts';

test.each([
  ['create table meetings.request (edition_id uuid references expos.edition (id));'],
  ['-- insert into expos.slot: not our business\nselect 1;'],
  ["select platform.protect('meetings.request');"],
  ['create view meetings.v with (security_invoker) as select * from expos.open_slot join meetings.request using (slot_id);'],
])('may stand in a migration: %s', (text) => {
  expect(breachesOf(migration, text)).toEqual([]);
});

test('a function of another module may be called in a migration', () => {
  expect(
    breachesOf(migration, 'create view meetings.v as select * from expos.open_slots_by(1) o join expos.days_of (2) d using (id);'),
  ).toEqual([]);
  expect(breachesOf(migration, 'select * from expos.slot_by;')).toContain('foreign-read');
});

test.each([
  [`tx.insertInto('meetings.request')`],
  [`tx.selectFrom('meetings.request').innerJoin('expos.open_slot', 'a', 'b')`],
  ['sql`select * from platform.outbox`'],
])('may stand in store/: %s', (text) => {
  expect(breachesOf(store, text)).toEqual([]);
});

test.each([
  ['insert into expos.slot (id) values (1);'],
  ['update expos.slot set number = 1;'],
  ['update only "expos"."slot" set number = 1;'],
  ['delete from expos.slot;'],
  ['merge into expos.slot using x on true when matched then delete;'],
  ['truncate expos.slot;'],
  ['create table if not exists expos.extra ();'],
  ['alter table expos.slot add column x int;'],
  ['drop table expos.slot;'],
  ['create or replace view expos.v as select 1;'],
  ['create unique index slot_i on expos.slot (id);'],
  ['create trigger t after insert on expos.slot for each row execute function meetings.f();'],
  ["select platform.protect('expos.slot');"],
])('a migration that writes to another module is refused: %s', (text) => {
  expect(breachesOf(migration, text)).toContain('foreign-write');
});

test.each([
  [`tx.insertInto('expos.slot')`],
  [`tx.updateTable('expos.slot as s')`],
  [`tx.deleteFrom('expos.slot')`],
  [`insertRows(\n    tx,\n    'expos.slot', rows)`],
  ['sql`update expos.slot set number = 1`'],
])('a store that writes to another module is refused: %s', (text) => {
  expect(breachesOf(store, text)).toContain('foreign-write');
});

test.each([
  [`tx.selectFrom('expos.slot as s')`],
  [`tx.selectFrom(['expos.slot'])`],
  [`q.leftJoin('expos.slot', 'a', 'b')`],
  ['sql`select 1 from expos.slot`'],
])('a store that reads what another module does not publish is refused: %s', (text) => {
  expect(breachesOf(store, text)).toEqual(['foreign-read']);
});

test('a reference to a module further down is refused', () => {
  expect(breachesOf(migration, 'alter table meetings.request add foreign key (o) references outcomes.outcome (id);')).toEqual([
    'foreign-reference',
  ]);
});

test.each([
  [`tx.insertInto('meetings.request').values(rows.map((row) => ({ id: row.id })))`],
  [`tx.insertInto('meetings.request').values(rows.slice(0, 10).map(rowOf))`],
  [`tx.insertInto('meetings.request').values([one, other])`],
  ['sql`select 1 from meetings.request where id in (${sql.join(ids)})`'],
])('a statement whose text differs with how many are asked for is refused: %s', (text) => {
  expect(breachesOf(store, text)).toHaveLength(1);
});

test('one row is inserted by values, whatever it is made of', () => {
  expect(breachesOf(store, `tx.insertInto('meetings.request').values({ id, offices: offices.map(String) })`)).toEqual([]);
});

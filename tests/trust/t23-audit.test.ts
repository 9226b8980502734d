// T23: the audit log cannot be changed by the app role, and whatever was tampered with behind its back shows.
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { useCases } from '#modules/accounts/domain/use-cases.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { chanceOf, type Chance } from '../fixtures/chance.ts';

const tries = process.env['HANSA_ROUNDS'] === undefined ? 50 : 1000;

let db: TestDatabase;
let mine: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  mine = await db.foundOffice();
  const other = await db.foundOffice();
  for (let i = 0; i < 24; i++)
    for (const { office, owner } of [mine, other])
      valueOf(
        await db.as(owner, async (work) => {
          await audit(work, {
            useCase: useCases[i % useCases.length] ?? 'found-office',
            office,
            subjects: [office],
            fields: ['name', `f${i}`],
            digest: `d${i}`,
          });
          return ok(null);
        }),
      );
  // As if it had happened over the last hours: what is younger than two seconds is not sealed yet.
  await db.owner.query(
    `update accounts.audit_entry set happened_at = now() - interval '3 hours'
       + case use_case when 'found-office' then interval '0' else (1 + random()) * interval '1 minute' end`,
  );
  await db.owner.query('select accounts.seal_audit()');
});
afterAll(() => db.close());

/** The first broken seal as an owner of the office learns it, on the connection that has tampered. */
async function brokenAt(client: pg.PoolClient, office: OfficeId): Promise<number | null> {
  await client.query(`select set_config('hansa.owns', $1, true)`, [`{${office}}`]);
  const { rows } = await client.query<{ broken: number | null }>('select accounts.first_broken_seal($1) as broken', [office]);
  return rows[0]?.broken ?? null;
}

test('the app role can neither change nor remove an entry or a seal, not even of its own office', async () => {
  for (const statement of [
    `update accounts.audit_entry set use_case = 'x'`,
    'delete from accounts.audit_entry',
    'truncate accounts.audit_entry',
    `update accounts.audit_seal set hash = 'x'`,
    'delete from accounts.audit_seal',
    'insert into accounts.audit_seal select office, 99, entry, hash from accounts.audit_seal limit 1',
    'alter table accounts.audit_entry disable row level security',
    'set session_replication_role = replica',
  ])
    await expect(
      db.database.appPool.query(`begin; select platform.begin_actor('${mine.owner}'); ${statement}; rollback`),
      statement,
    ).rejects.toThrow(/permission denied|must be owner/);
});

test('nobody writes an entry under another name', async () => {
  const other = await db.foundOffice();
  await expect(
    db.as(other.owner, async (work) => {
      const entry = { office: mine.office, id: work.newId(), account: mine.owner, use_case: 'x', subjects: [], fields: [] };
      await work.tx
        .insertInto('accounts.audit_entry')
        .values({ ...entry, happened_at: work.now.toISOString() })
        .execute();
      return ok(null);
    }),
  ).rejects.toThrow(/row-level security/);
});

test('an untouched chain holds', async () => {
  const client = await db.owner.connect();
  await client.query('begin');
  expect(await brokenAt(client, mine.office)).toBeNull();
  await client.query('rollback');
  client.release();
});

type Tamper = (client: pg.PoolClient, seals: number, chance: Chance) => Promise<void>;

const entryAt = `(select entry from accounts.audit_seal where office = $1 and number = $2)`;
const changes = [
  `account = null`,
  `use_case = use_case || 'x'`,
  `subjects = subjects || '00000000-0000-7000-8000-000000000000'::uuid`,
  `subjects = '{}'`,
  `fields = fields[2:]`,
  `digest = null`,
  `happened_at = happened_at + interval '1 microsecond'`,
];

const tampers: Readonly<Record<string, Tamper>> = {
  changed: async (client, seals, chance) => {
    const set = chance.pick(changes);
    await client.query(`update accounts.audit_entry set ${set} where office = $1 and id = ${entryAt}`, [
      mine.office,
      chance.whole(2, seals),
    ]);
  },
  // With its seal, the numbers after it closed up as if it had never been.
  removed: async (client, seals, chance) => {
    const number = chance.whole(1, seals - 1);
    const { rows } = await client.query<{ entry: string }>(
      'delete from accounts.audit_seal where office = $1 and number = $2 returning entry',
      [mine.office, number],
    );
    await client.query('delete from accounts.audit_entry where office = $1 and id = $2', [mine.office, rows[0]?.entry]);
    if (chance.whole(0, 1) === 1) await renumber(client, number, -1);
  },
  // With a seal whose hash is right by itself, the ones after it moved on.
  inserted: async (client, seals, chance) => {
    const number = chance.whole(1, seals);
    await renumber(client, number, 1);
    const { rows } = await client.query<{ id: string }>(
      `insert into accounts.audit_entry select office, gen_random_uuid(), account, use_case, subjects, fields, digest, happened_at
       from accounts.audit_entry where office = $1 and id = (select entry from accounts.audit_seal where office = $1 and number = $2) returning id`,
      [mine.office, number + 1],
    );
    await client.query(
      `insert into accounts.audit_seal (office, number, entry, hash) select e.office, $3, e.id,
         accounts.audit_hash(coalesce((select hash from accounts.audit_seal where office = $1 and number = $3 - 1), ''), e)
       from accounts.audit_entry e where e.office = $1 and e.id = $2`,
      [mine.office, rows[0]?.id, number],
    );
  },
  // Put in at the very beginning, without a seal: as if the job had still to come.
  backdated: async (client, seals, chance) => {
    await client.query(
      `insert into accounts.audit_entry select office, gen_random_uuid(), account, use_case, subjects, fields, digest, happened_at - interval '1 day'
       from accounts.audit_entry where office = $1 and id = ${entryAt}`,
      [mine.office, chance.whole(1, seals)],
    );
    if (chance.whole(0, 1) === 1) await client.query('select accounts.seal_audit()');
  },
  // The last seal and its entry, so that the chain simply ends earlier.
  cut: async (client, seals) => {
    const { rows } = await client.query<{ entry: string }>(
      'delete from accounts.audit_seal where office = $1 and number = $2 returning entry',
      [mine.office, seals],
    );
    await client.query('delete from accounts.audit_entry where office = $1 and id = $2', [mine.office, rows[0]?.entry]);
  },
  // Two entries change places in the chain.
  moved: async (client, seals, chance) => {
    const first = chance.whole(1, seals - 1);
    const second = chance.whole(first + 1, seals);
    await client.query('alter table accounts.audit_seal drop constraint audit_seal_office_entry_key');
    await client.query(
      `update accounts.audit_seal s set entry = t.entry from accounts.audit_seal t
       where s.office = $1 and t.office = $1 and (s.number, t.number) in (($2::int, $3::int), ($3::int, $2::int))`,
      [mine.office, first, second],
    );
  },
};

async function renumber(client: pg.PoolClient, from: number, by: 1 | -1): Promise<void> {
  for (const step of [1000 + by, -1000])
    await client.query('update accounts.audit_seal set number = number + $2 where office = $1 and number >= $3', [mine.office, step, from]);
}

test(`a changed, removed, inserted or moved entry is found in ${tries} of ${tries} tries`, async () => {
  const chance = chanceOf(23);
  const client = await db.owner.connect();
  const unnoticed: string[] = [];
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from accounts.audit_seal where office = $1', [mine.office]);
  const seals = rows[0]?.n ?? 0;
  expect(seals).toBe(25);
  for (let n = 0; n < tries; n++) {
    const kind = chance.pick(Object.keys(tampers));
    await client.query('begin');
    await tampers[kind]?.(client, seals, chance);
    if ((await brokenAt(client, mine.office)) === null) unnoticed.push(`${kind} in try ${n}`);
    await client.query('rollback');
  }
  client.release();
  expect(unnoticed).toEqual([]);
});

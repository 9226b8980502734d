// T23: the audit log cannot be changed by the app role, and whatever was tampered with behind its back shows.
import type pg from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { audit } from '#modules/accounts/api/record-audit.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { chanceOf, type Chance } from '../fixtures/chance.ts';

const [tries, entries] = process.env['HANSA_ROUNDS'] === undefined ? [25, 2500] : [1000, 1_000_000];

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
            useCase: i % 2 === 0 ? 'add-city' : 'keep-tie',
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
  await db.owner.query(`update accounts.audit_unsealed set happened_at = now() - interval '3 hours'`);
  await db.owner.query('select accounts.seal_audit()');
});
afterAll(() => db.close());

/** The first broken seal as an owner of the office learns it, on the connection that has tampered: of the whole chain, or as a page tells. */
async function brokenAt(client: pg.PoolClient, office: OfficeId, check: 'first_broken_seal' | 'broken_seal' = 'first_broken_seal') {
  await client.query(`select set_config('hansa.owns', $1, false)`, [`{${office}}`]);
  const { rows } = await client.query<{ broken: number | null }>(`select accounts.${check}($1) as broken`, [office]);
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

test('an entry bears the instant at which it was written, whatever day its use case is told', async () => {
  const { office, owner } = await db.foundOffice();
  const change = { useCase: 'add-city' as const, office, subjects: [office], fields: ['name'] };
  valueOf(await db.as(owner, async (work) => ok(await audit({ ...work, now: new Date('2022-05-03T09:00:00Z') }, change))));
  const { rows } = await db.owner.query<{ late: number }>(
    `select count(*)::int as late from accounts.audit_entry where office = $1 and use_case = 'add-city' and happened_at < now() - interval '10 minutes'`,
    [office],
  );
  expect(rows[0]?.late).toBe(0);
});

test('nobody writes an entry under another name', async () => {
  const other = await db.foundOffice();
  await expect(
    db.as(other.owner, async (work) => {
      const entry = { office: mine.office, id: work.newId<'AuditEntry'>(), account: mine.owner, use_case: 'x', subjects: [], fields: [] };
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

/** Tampers with seals from `from` on, of so many. */
type Tamper = (client: pg.PoolClient, range: { readonly from: number; readonly seals: number }, chance: Chance) => Promise<void>;

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
  changed: async (client, { from, seals }, chance) => {
    const set = chance.pick(changes);
    await client.query(`update accounts.audit_entry set ${set} where office = $1 and id = ${entryAt}`, [
      mine.office,
      chance.whole(Math.max(from, 2), seals),
    ]);
  },
  // With its seal, the numbers after it closed up as if it had never been.
  removed: async (client, { from, seals }, chance) => {
    const number = chance.whole(from, seals - 1);
    const { rows } = await client.query<{ entry: string }>(
      'delete from accounts.audit_seal where office = $1 and number = $2 returning entry',
      [mine.office, number],
    );
    await client.query('delete from accounts.audit_entry where office = $1 and id = $2', [mine.office, rows[0]?.entry]);
    if (chance.whole(0, 1) === 1) await renumber(client, number, -1);
  },
  // With a seal whose hash is right by itself, the ones after it moved on.
  inserted: async (client, { from, seals }, chance) => {
    const number = chance.whole(from, seals);
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
  // Put in at the very beginning, without a seal: as if the job had still to come. A page tells it when it has come.
  backdated: async (client, { from, seals }, chance) => {
    await client.query(
      `insert into accounts.audit_entry select office, gen_random_uuid(), account, use_case, subjects, fields, digest, happened_at - interval '1 day'
       from accounts.audit_entry where office = $1 and id = ${entryAt}`,
      [mine.office, chance.whole(1, seals)],
    );
    if (from > 1 || chance.whole(0, 1) === 1) await client.query('select accounts.seal_audit()');
  },
  // The last seal and its entry, so that the chain simply ends earlier; or goes on with the next entry.
  cut: async (client, { seals }, chance) => {
    const { rows } = await client.query<{ entry: string }>(
      'delete from accounts.audit_seal where office = $1 and number = $2 returning entry',
      [mine.office, seals],
    );
    await client.query('delete from accounts.audit_entry where office = $1 and id = $2', [mine.office, rows[0]?.entry]);
    if (chance.whole(0, 1) === 0) return;
    await client.query(
      `insert into accounts.audit_entry select office, gen_random_uuid(), account, use_case, subjects, fields, digest, now() - interval '1 minute'
       from accounts.audit_entry where office = $1 limit 1`,
      [mine.office],
    );
    await client.query('select accounts.seal_audit()');
  },
  // Two entries change places in the chain.
  moved: async (client, { from, seals }, chance) => {
    const first = chance.whole(from, seals - 1);
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
    // Half of the tries ask the page, which goes on from a seal that was checked; what comes after it is tampered with.
    const checked = n % 2 === 0 ? 0 : chance.whole(1, seals - 2);
    await client.query(
      `update accounts.audit_head h set checked = s.number, checked_hash = s.hash, checked_latest = e.happened_at
       from accounts.audit_seal s join accounts.audit_entry e on e.office = s.office and e.id = s.entry
       where h.office = $1 and s.office = $1 and s.number = $2`,
      [mine.office, checked],
    );
    await tampers[kind]?.(client, { from: checked + 1, seals }, chance);
    const found = await brokenAt(client, mine.office, checked === 0 ? 'first_broken_seal' : 'broken_seal');
    if (found === null) unnoticed.push(`${kind} in try ${n}`);
    await client.query('rollback');
  }
  client.release();
  expect(unnoticed).toEqual([]);
});

/** Pages of the database that a statement touches, with all that its functions and triggers do. */
async function pagesOf(client: pg.PoolClient, statement: string): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }] }>(
    `explain (analyze, buffers, timing off, format json) ${statement}`,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? expect.fail('no plan');
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

/** Of what changes nothing: the least of several, since whatever the server reads anew of its catalogue when somebody has tidied is not its cost. */
async function leastPagesOf(client: pg.PoolClient, statement: string): Promise<number> {
  const pages: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) pages.push(await pagesOf(client, statement));
  return Math.min(...pages);
}

test(`${entries} entries are sealed at the same cost from the first batch to the last, and none is sealed or checked again`, async () => {
  // What others of this file left is sealed first, else it would be in one of the batches.
  await db.owner.query(`update accounts.audit_unsealed set happened_at = happened_at - interval '1 minute'`);
  while ((await db.owner.query<{ n: number }>('select accounts.seal_audit() as n')).rows[0]?.n !== 0);
  const [{ office }, other] = [await db.foundOffice(), await db.foundOffice()];
  const both = [office, other.office];
  await db.owner.query(
    `insert into accounts.audit_entry select ($1::uuid[])[1 + (n % 10 = 0)::int], gen_random_uuid(), null, 'found-office', '{}', '{name}', null,
       now() - interval '90 days' + n * interval '1 second' from generate_series(1, $2::int - 2) n`,
    [both, entries],
  );
  await db.owner.query(`update accounts.audit_unsealed set happened_at = now() - interval '1 minute' where entry = any ($1)`, [both]);
  const client = await db.owner.connect();
  onTestFinished(() => client.release());
  const [batch, costs] = [entries / 20, [] as number[]];
  for (let sealed = batch; sealed <= entries; sealed += batch) {
    costs.push((await pagesOf(client, `select accounts.seal_audit(${batch})`)) / batch);
    const { rows } = await client.query('select sum(number)::int as sealed from accounts.audit_head where office = any ($1)', [both]);
    expect(rows).toEqual([{ sealed }]);
  }
  expect(Math.max(...costs)).toBeLessThan(60);
  expect(Math.max(...costs)).toBeLessThan(2 * (costs[0] ?? 0));
  // As autovacuum does within a minute: the queue's dead rows go, and how many rows there are is known to whoever plans.
  await client.query('vacuum (analyze) accounts.audit_unsealed, accounts.audit_entry, accounts.audit_seal, accounts.audit_head');
  expect(await leastPagesOf(client, 'select accounts.seal_audit()')).toBeLessThan(100);

  const due = async () => (await client.query<{ due: boolean }>('select accounts.check_audit() as due')).rows[0]?.due;
  while (await due());
  expect([await brokenAt(client, office), await brokenAt(client, office, 'broken_seal')]).toEqual([null, null]);
  expect(await leastPagesOf(client, `select accounts.broken_seal('${office}')`)).toBeLessThan(100);
  expect(await leastPagesOf(client, 'select accounts.check_audit()')).toBeLessThan(100);

  // What was checked before and is changed then, the whole check finds at once, and the page when that has come by, a day later at most.
  await client.query(
    `update accounts.audit_entry e set digest = 'x' from accounts.audit_seal s where s.office = $1 and s.number = 77 and e.id = s.entry`,
    [office],
  );
  expect([await brokenAt(client, office), await brokenAt(client, office, 'broken_seal')]).toEqual([77, null]);
  await client.query(`update accounts.audit_head set round_at = now() - interval '25 hours' where office = $1`, [office]);
  expect([await due(), await brokenAt(client, office, 'broken_seal'), await due()]).toEqual([true, 77, false]);
}, 1_800_000);

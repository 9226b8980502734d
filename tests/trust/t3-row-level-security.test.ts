// T3: every table of ours is under forced row-level security with a policy per command; the app role can step around none.
import { expect, test } from 'vitest';
import { ownTestDatabase } from '#platform/postgres/test-database.ts';

const db = await ownTestDatabase();

/** Foreign tables: pg-boss keeps its own (ids only), kysely its list of migrations. */
const ours = `n.nspname not in ('pg_catalog', 'information_schema', 'jobs', 'migration', 'public') and n.nspname not like 'pg_%'`;

test('row-level security is enabled and forced on every table, with a policy for each command', async () => {
  const { rows } = await db.owner.query<{ name: string; enabled: boolean; forced: boolean; commands: string[] }>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select coalesce(array_agg(distinct p.polcmd::text order by p.polcmd::text), '{}') from pg_policy p
        where p.polrelid = c.oid and (p.polroles = '{0}' or exists (select 1 from pg_roles r where r.oid = any (p.polroles) and r.rolname in ('hansa_app', 'hansa_auth')))) as commands
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours}`);
  expect(rows.length).toBeGreaterThan(20);
  const bare = rows.filter(
    (r) => !r.enabled || !r.forced || (!r.commands.includes('*') && ['a', 'd', 'r', 'w'].some((c) => !r.commands.includes(c))),
  );
  expect(bare).toEqual([]);
});

test('every view runs with the rights of who asks', async () => {
  const { rows } = await db.owner.query(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${ours} and not coalesce('security_invoker=true' = any (c.reloptions), false)`);
  expect(rows).toEqual([]);
});

test('the roles of the server own nothing, bypass nothing and are no superusers', async () => {
  const { rows: roles } = await db.owner.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('hansa_app', 'hansa_auth', 'hansa_server') order by 1`,
  );
  const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
  expect(roles).toEqual(['hansa_app', 'hansa_auth', 'hansa_server'].map((rolname) => ({ rolname, ...none })));
  const { rows: owned } = await db.owner.query(
    `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('hansa_app', 'hansa_auth', 'hansa_server')`,
  );
  expect(owned).toEqual([]);
  const { rows: running } = await db.database.appPool.query(`select current_user as role`);
  expect(running).toEqual([{ role: 'hansa_app' }]);
});

test('the app role reaches no sign-in table, the sign-in role no other', async () => {
  await expect(db.database.appPool.query('select 1 from sign_in."user"')).rejects.toThrow(/permission denied/);
  await expect(db.database.authPool.query('select 1 from accounts.account')).rejects.toThrow(/permission denied/);
  await expect(db.database.authPool.query('select 1 from expos.edition')).rejects.toThrow(/permission denied/);
});

test('functions that run with the owner’s rights are a short, known list, closed to everybody else', async () => {
  const { rows } = await db.owner.query<{ name: string; path: string[] | null; open: boolean }>(`
    select n.nspname || '.' || p.proname as name, p.proconfig as path, has_function_privilege('public', p.oid, 'execute') as open
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and ${ours} order by 1`);
  expect(rows.filter((r) => r.open || r.path?.some((s) => s.startsWith('search_path=')) !== true)).toEqual([]);
});

test('nobody signed in reads nothing private, whatever a statement asks', async () => {
  const { office } = await db.foundOffice();
  const { rows } = await db.database.appPool.query('select count(*)::int as n from accounts.membership');
  expect(rows).toEqual([{ n: 0 }]);
  await expect(
    db.database.appPool.query('select accounts.invite($1, $2, $3, $4, $5, $6)', [office, 'x@example.org', 'X', 'en', 'owner', office]),
  ).rejects.toThrow(/not an owner/);
});

test('a backup reads every row of every table and every sequence, and changes none', async () => {
  const { office } = await db.foundOffice();
  const { rows: tables } = await db.owner.query<{ name: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname not like 'pg_%'`);
  const { rows: sequences } = await db.owner.query(
    `select schemaname, sequencename from pg_sequences where not has_sequence_privilege('hansa_backup', format('%I.%I', schemaname, sequencename), 'select')`,
  );
  expect(sequences).toEqual([]);
  const client = await db.owner.connect();
  try {
    for (const { name } of tables) {
      const all = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`);
      await client.query('set role hansa_backup');
      const seen = await client.query<{ n: number }>(`select count(*)::int as n from ${name}`);
      await client.query('reset role');
      expect([name, seen.rows[0]?.n]).toEqual([name, all.rows[0]?.n]);
    }
    await client.query('set role hansa_backup');
    await expect(client.query('delete from accounts.membership where office = $1', [office])).rejects.toThrow(/permission denied/);
  } finally {
    await client.query('reset role');
    client.release();
  }
});

// T5: every policy is dropped and loosened in turn, and a check of who reads and writes which rows notices it every time.
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { openTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { bareAll, insertion, rowOf, tablesOf, type BareTable } from '../fixtures/database/bare-database.ts';
import { rulesOf, type Row, type RowActor } from '../fixtures/row-rules.ts';

let db: TestDatabase;
let app: pg.PoolClient;
let tables: readonly BareTable[];
let actors: readonly RowActor[];
/** An office and an account that nobody here acts for. */
let foreign: { readonly office: OfficeId; readonly account: string };

beforeAll(async () => {
  db = await openTestDatabase();
  const [a, b, c, d] = [await db.foundOffice(), await db.foundOffice(), await db.foundOffice(), await db.foundOffice()];
  const [editor, viewer] = [await db.addMember(a.office, 'editor'), await db.addMember(a.office, 'viewer')];
  foreign = { office: d.office, account: d.owner };
  const none = { reads: [], writes: [], owns: [] };
  const all = (office: OfficeId) => ({ reads: [office], writes: [office], owns: [office] });
  actors = [
    { label: 'stranger', account: c.owner, ...all(c.office) },
    { label: 'owner', account: a.owner, ...all(a.office) },
    { label: 'worker', account: null, ...none, delivers: true },
    { label: 'sharer', account: b.owner, ...all(b.office) },
    { label: 'editor', account: editor, reads: [a.office], writes: [a.office], owns: [] },
    { label: 'viewer', account: viewer, reads: [a.office], writes: [], owns: [] },
    { label: 'nobody', account: null, ...none },
  ];
  await db.owner.query('select accounts.seal_audit()');
  await bareAll(db);
  // Here everybody's name in the log is their id, so that one rule tells whose an entry is.
  await db.owner.query('update accounts.account set logged_as = id');
  tables = await tablesOf(db);
  await fill([a.office, b.office, c.office], d.office);
  app = await db.database.appPool.connect();
});
afterAll(async () => {
  app.release();
  await db.close();
});

/** Rows of every office and visibility in every table of offices, in two editions; and a few where accounts, not offices, own. */
async function fill(offices: readonly OfficeId[], fourth: OfficeId): Promise<void> {
  let n = 0;
  for (const table of tables.filter((t) => t.columns.some((c) => c.name === 'owner_office')))
    for (const owner of [...offices, fourth])
      for (const visibility of ['private', 'shared', 'public'] as const)
        for (const sharedWith of [offices.slice(1, 2), []]) {
          n += 1;
          const edition = `00000000-0000-7000-9000-00000000000${n % 8}`;
          await db.owner.query(insertion(table, rowOf(table, n, edition, { owner, visibility, sharedWith })));
        }
  await db.owner.query(`
    update meetings.card c set to_participant = p.id from expos.participant p
    where p.edition_id = c.edition_id and p.owner_office = c.owner_office and p.visibility = 'shared' and p.shared_with <> '{}'`);
  await db.owner.query(`update accounts.access_token set holder = (array['key', 'link'])[1 + ascii(substr(token_hash, 5, 1)) % 2]`);
  await db.owner.query(
    `insert into accounts.office (id, slug, name, kind, claimed, founded_by) values (gen_random_uuid(), 'unclaimed', '{}', 'company', false, $1)`,
    [offices[0]],
  );
  const [first] = actors.filter((actor) => actor.label === 'owner');
  for (const account of [first?.account, foreign.account])
    for (const operation of ['fresh', 'expired'])
      await db.owner.query(
        `insert into platform.idempotent_answer (account, key, operation, body_hash, answered_at) values ($1, $2, $2, 'h', now() - $3::interval)`,
        [account, operation, operation === 'expired' ? '49 hours' : '1 hour'],
      );
  await db.owner.query(`insert into platform.mail (id, recipient, language, subject, body) values ($1, 'a@example.org', 'en', 's', 'b')`, [
    foreign.office,
  ]);
  await db.owner.query(`insert into platform.search_term values ('city', $1, 's', '{}', 't', 'f')`, [foreign.office]);
  await db.owner.query(
    `insert into accounts.audit_seal (office, number, entry, hash) select office, 1, id, 'h' from accounts.audit_entry on conflict do nothing`,
  );
  await db.owner.query(
    `insert into accounts.audit_unsealed select happened_at, office, id from accounts.audit_entry on conflict do nothing`,
  );
  await db.owner.query(
    `insert into accounts.audit_head (office, number, hash) select office, number, hash from accounts.audit_seal on conflict do nothing`,
  );
}

interface Seen {
  readonly read: string;
  readonly changed: string;
  readonly moved: string;
  readonly withdrawn: string;
  readonly enteredOwn: string;
  readonly enteredForeign: string;
}

interface Probe {
  readonly table: BareTable;
  /** What each actor should see and be able to do, by label. */
  readonly expected: ReadonlyMap<string, Seen>;
  readonly statements: ReadonlyMap<string, readonly string[]>;
}

const refused = '42501';

const rowsAround = async () => ({
  memberships: await allRows('accounts.membership'),
  editions: await allRows('expos.edition'),
  outcomes: await allRows('outcomes.outcome'),
  mentions: await allRows('cities.mention'),
  cities: await allRows('cities.city'),
  participants: await allRows('expos.participant'),
});

/** What each table should show; made anew, since it tells rows by where they stand. */
async function probesOf(): Promise<ReadonlyMap<string, Probe>> {
  const around = await rowsAround();
  const probes = new Map<string, Probe>();
  for (const table of tables) probes.set(table.name, await probeOf(table, around));
  return probes;
}

async function probeOf(table: BareTable, around: Awaited<ReturnType<typeof rowsAround>>): Promise<Probe> {
  const rules = rulesOf(table.name, around);
  const rows = await allRows(table.name);
  const [sample] = rows;
  if (sample === undefined) expect.fail(`no row in ${table.name}: nothing could leak from it`);
  const ofOffices = ['owner_office', 'office'].includes(rules.whose) || table.name === 'accounts.office';
  const other = ofOffices ? foreign.office : foreign.account;
  const strip = ({ ctid: _place, ...row }: Row): Row => row;
  const [expected, statements] = [new Map<string, Seen>(), new Map<string, readonly string[]>()];
  for (const actor of actors) {
    const self = (ofOffices ? actor.reads[0] : actor.account) ?? (rules.whose === 'recipient' ? 'a@example.org' : null);
    const own: Row = { ...strip(sample), [rules.whose]: self };
    const theirs: Row = { ...strip(sample), [rules.whose]: other };
    const changed = rows.filter((row) => rules.changes(actor, row)).length;
    const entered = (row: Row): string => (rules.enters(actor, row) ? '1' : refused);
    expected.set(actor.label, {
      read: rows
        .filter((row) => rules.reads(actor, row))
        .map((row) => String(row['ctid']))
        .sort()
        .join(' '),
      changed: String(changed),
      moved: changed > 0 && rules.whose !== 'recipient' ? refused : String(changed),
      withdrawn: String(rows.filter((row) => rules.withdraws(actor, row)).length),
      enteredOwn: entered(own),
      enteredForeign: entered(theirs),
    });
    statements.set(actor.label, [
      `update ${table.name} set ${rules.neutral}`,
      `update ${table.name} set ${rules.whose} = '${other}'`,
      `delete from ${table.name}`,
      insertion(table, own),
      insertion(table, theirs),
    ]);
  }
  return { table, expected, statements };
}

/** Each with where it stands under `ctid`, a name that PostgreSQL lets no column have: any other may be a column's, and would be lost. */
async function allRows(table: string): Promise<readonly Row[]> {
  const { rows } = await db.owner.query<{ row: Row; ctid: string }>(`select ctid::text as ctid, to_jsonb(t) as row from ${table} t`);
  return rows.map(({ row, ctid }) => ({ ...row, ctid }));
}

/** What an actor really sees and can do, as the server's own role; everything is taken back. */
async function seenBy(actor: RowActor, { table, statements }: Probe): Promise<Seen> {
  await app.query('begin');
  try {
    await app.query(`select platform.begin_actor($1), set_config('hansa.delivers', $2, true)`, [
      actor.account,
      actor.delivers === true ? 'on' : '',
    ]);
    const { rows } = await app.query<{ at: string[]; tries: string[] }>(
      `select array(select ctid::text from ${table.name}) as at, array(select platform.attempt(s) from unnest($1::text[]) with ordinality u(s, n) order by n) as tries`,
      [statements.get(actor.label)],
    );
    const [changed = '', moved = '', withdrawn = '', enteredOwn = '', enteredForeign = ''] = rows[0]?.tries ?? [];
    return { read: (rows[0]?.at ?? []).sort().join(' '), changed, moved, withdrawn, enteredOwn, enteredForeign };
  } finally {
    await app.query('rollback');
  }
}

interface Difference {
  readonly actor: RowActor;
  readonly told: string;
}

/** An actor for whom the table is not as the rules say, or null where there is none; `likely` is asked first. */
async function differenceIn(probe: Probe, likely?: RowActor): Promise<Difference | null> {
  const first = likely === undefined ? [] : [likely];
  for (const actor of [...first, ...actors.filter((other) => other !== likely)]) {
    const [seen, expected] = [await seenBy(actor, probe), probe.expected.get(actor.label)];
    for (const [key, value] of Object.entries(seen))
      if (expected?.[key as keyof Seen] !== value)
        return { actor, told: `${probe.table.name}: ${actor.label} ${key} ${value}, not ${String(expected?.[key as keyof Seen])}` };
  }
  return null;
}

async function differences(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const probe of (await probesOf()).values()) found.push((await differenceIn(probe))?.told ?? '');
  return found.filter((told) => told !== '');
}

test('every table is read and written by exactly those the rules name', async () => {
  expect(tables.length).toBeGreaterThan(30);
  expect(await differences()).toEqual([]);
});

interface Policy {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

interface Mutation {
  readonly label: string;
  readonly harm: string;
  readonly repair: string;
}

/** Dropped, wholly loosened, and each clause loosened alone; what would change nothing is left out. */
function mutationsOf({ table, name, command, using, check }: Policy): readonly Mutation[] {
  const clause = (word: string, text: string | null): string => (text === null ? '' : ` ${word} (${text})`);
  const whole = clause('using', using) + clause('with check', check);
  const on = `policy ${name} on ${table}`;
  const change = (label: string, u: string | null, c: string | null): Mutation => ({
    label: `${on}: ${label}`,
    harm: `alter ${on}${clause('using', u)}${clause('with check', c)}`,
    repair: `alter ${on}${whole}`,
  });
  const loose = (text: string | null): string | null => (text === null ? null : 'true');
  const mutations: Mutation[] = [];
  const open = [using, check].every((text) => text === null || text === 'true');
  const shut = [using, check].every((text) => text === null || text === 'false');
  if (!shut) mutations.push({ label: `${on}: dropped`, harm: `drop ${on}`, repair: `create ${on} for ${command} to hansa_app${whole}` });
  if (!open) mutations.push(change('loosened', loose(using), loose(check)));
  if (using !== null && check !== null && !open) {
    mutations.push(change('using loosened', 'true', check));
    // Where no row is reached, or the check asks nothing of the row, the check alone decides nothing.
    if (using !== 'false' && table !== 'platform.mail') mutations.push(change('check loosened', using, 'true'));
  }
  return mutations;
}

async function policiesNow(): Promise<readonly Policy[]> {
  const { rows } = await db.owner.query<Policy>(`
    select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd as command, qual as using, with_check as check
    from pg_policies where 'hansa_app' = any (roles) order by 1, 2`);
  return rows;
}

/** All of them at full size; else every seventy-fourth, told by its place. */
const apart = process.env['HANSA_ROUNDS'] === undefined ? 74 : 1;

test('each policy, dropped or loosened, is noticed', async () => {
  const policies = await policiesNow();
  const probes = await probesOf();
  /** By what was done to which kind of policy, who noticed it last: mostly who notices it next. */
  const noticed = new Map<string, RowActor>();
  const survived: string[] = [];
  let [known, tried] = [0, 0];
  for (const policy of policies)
    for (const { label, harm, repair } of mutationsOf(policy)) {
      known += 1;
      if (known % apart !== 0) continue;
      const kind = `${policy.command} ${label.slice(label.indexOf(':'))}`;
      const probe = probes.get(policy.table);
      if (probe === undefined) expect.fail(`${policy.table} is not probed`);
      tried += 1;
      await db.owner.query(harm);
      const difference = await differenceIn(probe, noticed.get(kind));
      if (difference === null) survived.push(label);
      else noticed.set(kind, difference.actor);
      await db.owner.query(repair);
    }
  expect(known).toBeGreaterThan(300);
  expect(tried).toBe(Math.floor(known / apart));
  expect(new Set(policies.map((p) => p.table)).size).toBe(tables.length);
  expect(survived).toEqual([]);
  // Every mutation was repaired: none was noticed only because of the one before.
  expect(await policiesNow()).toEqual(policies);
});

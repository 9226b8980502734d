// How long what came of ties and editions takes to answer at the server: 100,000 outcomes with 1,000,000 entries and 200,000 follow-ups over 200 ties and 20 editions,
// written in bulk past the use cases, read as the app role under row-level security, for the public; a year's report to a council by a member of the office.
// Usage: npm run bench:outcomes [-- --outcomes 100000] [--rounds 20] [--folder F] [--only WORDS]; in the folder the world is kept for the next run
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Result } from '#kernel/result.ts';
import type { AccountId, OfficeId } from '#kernel/ids.ts';
import { exportCouncilReport } from '#modules/reports/api/council/council-report.ts';
import { exportFollowThrough } from '#modules/reports/api/follow-through/export.ts';
import { getFollowThrough } from '#modules/reports/api/follow-through/follow-through.ts';
import { listFollowThrough } from '#modules/reports/api/follow-through/list-announcements.ts';
import { getScorecard, listScored } from '#modules/reports/api/scorecard/scorecard.ts';
import { getTieReport } from '#modules/reports/api/tie-report.ts';
import { reports } from '#modules/reports/contract.ts';
import { openDatabase } from '#platform/postgres/database.ts';
import { statementsAsked } from '#platform/postgres/preparing-client.ts';
import { inWork, nobody, type Transact } from '#platform/work.ts';
import { openNetWorld, type NetWorld } from './net-world.ts';

const { values: options } = parseArgs({
  options: {
    outcomes: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '20' },
    folder: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const [outcomes, rounds] = [Number(options.outcomes), Number(options.rounds)];
const [ties, editions] = [200, 20];

const { world, isKept, keep, serverUrl, migratorUrl, close } = await openNetWorld(
  { cities: 400, ties, kept: ties, seed: 1 },
  options.folder ?? null,
);
const database = openDatabase(serverUrl);
/** As whoever asks by GET. */
const transact: Transact = (use) => inWork(database, { ...nobody('en'), onlyReads: true }, use);
const owner = new pg.Client({ connectionString: migratorUrl });
await owner.connect();

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
};

/** Editions a year apart, so that each but the first stands beside others. */
async function seedEditions(office: string): Promise<void> {
  for (let at = 0; at < editions; at += 1) {
    const [id, year] = [v7(), 2004 + at];
    const name = JSON.stringify({ en: { text: `Forum ${year}`, origin: 'human' } });
    await owner.query(
      `insert into expos.edition (id, owner_office, slug, name, venue, time_zone, first_day, last_day, visibility, published_at, search_name)
       values ($1, $2, $3, $4, $4, 'Europe/London', $5, $6, 'public', now(), $3)`,
      [id, office, `forum-${year}`, name, `${year}-11-05`, `${year}-11-07`],
    );
    await owner.query(
      `insert into outcomes.follow_through (edition_id, owner_office, visibility, stated_on, published_at, updated_at) values ($1, $2, 'public', current_date, now(), now())`,
      [id, office],
    );
  }
}

async function seedOutcomes({ office }: NetWorld): Promise<void> {
  const { rows } = await owner.query<{ account: string }>('select account from accounts.membership where office = $1', [office]);
  const account = rows[0]?.account ?? '';
  const source = v7();
  await owner.query(
    `insert into evidence.source (id, owner_office, visibility, class, title, entered_by, entered_at) values ($1, $2, 'public', 'press_or_study', 'A paper', $3, now())`,
    [source, office, account],
  );
  await owner.query(`create temporary table drawn as
    select n, gen_random_uuid() as id, (array['potential','intended','signed'])[1 + (n / 200) % 3] as stage,
      (select array_agg(id order by first_day) from expos.edition)[1 + n % ${editions}] as edition,
      (select array_agg(tie_id order by tie_id) from ties.keeping)[1 + n % ${ties}] as tie
    from generate_series(1, ${outcomes}) as g(n)`);
  await owner.query(
    `insert into outcomes.outcome (id, owner_office, visibility, kind, extent, title)
     select id, $1, 'public', 'deal', 'single', jsonb_build_object('en', jsonb_build_object('text', 'Deal ' || n, 'origin', 'human')) from drawn`,
    [office],
  );
  await owner.query(
    `insert into outcomes.attribution (outcome_id, subject_kind, subject_id, owner_office, relation)
     select id, 'edition', edition, $1::uuid, 'result_of' from drawn union all select id, 'tie', tie, $1::uuid, 'related_to' from drawn`,
    [office],
  );
  await owner.query(
    `insert into outcomes.entry (outcome_id, id, number, owner_office, stage, amount, currency, qualifier, count_qualifier, source_id, entered_by, entered_at, value_date, content_hash)
     select d.id, gen_random_uuid(), k, $1, case when k = 9 and (n / 200) % 5 = 0 then 'realised' when k = 10 and (n / 200) % 7 = 0 then 'lapsed' when k > 5 then 'signed' else d.stage end,
       (n % 900 + 100) * 10, 'EUR', 'exact', 'exact', $2, $3, timestamptz '2005-01-01' + (n % 5000) * interval '1 day' + k * interval '1 hour',
       jsonb_build_object('text', to_char(date '2005-01-01' + (n % 5000), 'YYYY-MM-DD'), 'qualifier', 'exact'), 'x'
     from drawn d, generate_series(1, 10) as e(k)`,
    [office, source, account],
  );
  await owner.query(
    `insert into outcomes.follow_up (id, outcome_id, owner_office, months, due, state, sent_at)
     select gen_random_uuid(), d.id, $1, m, current_date, 'sent', now() - interval '1 year' from drawn d, unnest(array[3, 6]) as a(m)`,
    [office],
  );
  await owner.query(
    `insert into outcomes.follow_up_answer (id, follow_up_id, outcome_id, number, owner_office, answer, said_for, language, answered_at)
     select gen_random_uuid(), f.id, f.outcome_id, 1, $1, (array['kept','partly','not','cannot_say'])[1 + (d.n / 200) % 4], 'A company', 'en', now() - interval '11 months'
     from outcomes.follow_up f join drawn d on d.id = f.outcome_id where f.months = 6 and (d.n / 200) % 10 < 6`,
    [office],
  );
  await owner.query('analyze');
}

/** Milliseconds of processor time, of this process and of the database's for it: on a busy machine they say more than the clock. */
async function processorMilliseconds(): Promise<{ readonly server: number; readonly database: number }> {
  const { rows } = await owner.query<{ readonly pid: number }>("select pid from pg_stat_activity where usename = 'hansa_server'");
  const ticks = rows.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  const { user, system } = process.cpuUsage();
  return { server: (user + system) / 1000, database: 10 * ticks.reduce((sum, tick) => sum + tick, 0) };
}

const table: Record<string, Record<string, string>> = {};

/** `between`: what happens before each round, and is not counted. */
async function measure(name: string, use: (round: number) => Promise<unknown>, between?: () => Promise<unknown>): Promise<void> {
  if (!name.includes(options.only)) return;
  for (let warm = 0; warm < 3; warm += 1) await use(warm);
  const [before, asked] = [await processorMilliseconds(), statementsAsked()];
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await between?.();
    const began = performance.now();
    await use(round);
    times.push(performance.now() - began);
  }
  const statements = (statementsAsked() - asked) / rounds;
  const after = await processorMilliseconds();
  const spent = (of: 'server' | 'database'): string => ((after[of] - before[of]) / rounds).toFixed(0);
  const sorted = times.toSorted((x, y) => x - y);
  const part = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const processor = { 'server ms': spent('server'), 'database ms': spent('database'), statements: statements.toFixed(0) };
  table[name] = { 'p50 ms': part(0.5), 'least ms': part(0), ...processor };
}

/** What takes seconds is measured three times. */
async function measureSome(name: string, use: () => Promise<unknown>): Promise<void> {
  if (!name.includes(options.only)) return;
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now();
    await use();
    times.push(performance.now() - began);
  }
  const [least = 0, middle = 0, most = 0] = times.toSorted((x, y) => x - y).map(Math.round);
  table[name] = { 'p50 ms': String(middle), 'p95 ms': String(most), 'least ms': String(least) };
}

try {
  const began = performance.now();
  if (!isKept) {
    await seedEditions(world.office);
    await seedOutcomes(world);
    keep();
  }
  console.log(`seeded in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const slugOf = new Map(world.cities.map(({ id, slug }) => [id, slug]));
  const tieAt = (round: number): string => {
    const pair = world.pairs[(round * 7) % world.pairs.length];
    return [slugOf.get(pair?.a ?? ''), slugOf.get(pair?.b ?? '')].toSorted().join('--');
  };
  const edition = (round: number): string => `forum-${2008 + (round % 16)}`;
  /** Something of one outcome of each edition. */
  const change = () =>
    owner.query(`update outcomes.follow_up set due = due + 1 where outcome_id in (
      select distinct on (subject_id) outcome_id from outcomes.attribution where subject_kind = 'edition' order by subject_id, outcome_id)`);
  const page = (slug: string) => transact((work) => getFollowThrough(work, { edition: slug }));
  await measure('an edition’s page, beside three others', async (round) => valueOf(await page(edition(round))));
  await measure('the same, each changed since', async (round) => valueOf(await page(edition(round))), change);
  await measure('an edition’s page, the first one', async () => valueOf(await page('forum-2004')));
  await measure('the same, changed since', async () => valueOf(await page('forum-2004')), change);
  await measure('a page of its list', async (round) =>
    valueOf(await transact((work) => listFollowThrough(work, { edition: edition(round), limit: 50, fate: 'unknown' }))),
  );
  await measure('its file (CSV)', async (round) =>
    valueOf(await exportFollowThrough(transact, { edition: edition(round), format: 'csv' })),
  );
  const reportOf = async (round: number) => valueOf(await transact((work) => getTieReport(work, { tie: tieAt(round) })));
  await measure('report of a tie', reportOf);
  // What the API does with it besides: it is held against its contract, and written as JSON (seven megabytes).
  await measure('report of a tie, checked and written', async (round) =>
    JSON.stringify(reports.getTieReport['~orpc'].outputSchema?.parse(await reportOf(round))),
  );
  const busiest = [
    ...Map.groupBy(
      world.pairs.flatMap(({ a, b }) => [a, b]),
      (id) => id,
    ),
  ].toSorted(([, x], [, y]) => y.length - x.length);
  const cityAt = (round: number): string => slugOf.get(busiest[round % 10]?.[0] ?? '') ?? '';
  console.log(
    `the ten cities of most ties: ${busiest
      .slice(0, 10)
      .map(([, of]) => of.length)
      .join(', ')} ties`,
  );
  await measure('scorecard of a city, of the ten of most ties', async (round) =>
    valueOf(await transact((work) => getScorecard(work, { city: cityAt(round), view: 'public' }))),
  );
  await measure('a page of the scorecard’s list', async (round) =>
    valueOf(await transact((work) => listScored(work, { city: cityAt(round), view: 'public', limit: 50, stage: 'signed' }))),
  );
  const { rows: members } = await owner.query<{ account: AccountId }>('select account from accounts.membership where office = $1', [
    world.office,
  ]);
  const inOffice: Transact = (use) => inWork(database, { ...nobody('en'), account: members[0]?.account ?? null, onlyReads: true }, use);
  for (const form of ['json', 'pdf', 'docx'] as const)
    await measureSome(`a council’s report of ${ties} ties (${form})`, async () =>
      valueOf(await exportCouncilReport(inOffice, { officeId: world.office as OfficeId, year: 2010, form })),
    );
  const load = loadavg().map((one) => one.toFixed(1));
  console.log(
    `${outcomes} outcomes, ${outcomes * 10} entries, ${ties} ties, ${editions} editions, ${rounds} rounds, load ${load.join(' ')}`,
  );
  console.table(table);
} finally {
  await owner.end();
  await database.close();
  await close();
}

// Two nodes that start on one empty database at once make one demo world.
import { expect, test } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { installJobs } from '#platform/jobs/jobs.ts';
import { openTestDatabase } from '#platform/postgres/test-database.ts';
import { freePort } from './started.ts';
import { jobsOf } from '#app/server/jobs.ts';
import { startServer, type RunningServer } from '#app/server/start-server.ts';
import { prepareDemo } from '#app/demo/prepare-demo.ts';

test('a demo that two nodes load at once ends as one demo, and both know its accounts', async () => {
  const db = await openTestDatabase();
  const servers: RunningServer[] = [];
  const printed: string[] = [];
  const node = async () => {
    const config = readConfig({ HANSA_DEMO: '1', LOG_LEVEL: 'silent', PORT: String(await freePort()) });
    if (servers.length === 0) await installJobs(db.migratorUrl, jobsOf(config));
    const server = await startServer(config, { serverUrl: db.serverUrl, secret: 'a-secret-of-the-tests-that-is-long-enough' });
    servers.push(server);
    return () => prepareDemo(server, { migratorUrl: db.migratorUrl, origin: config.origin }, (sentence) => printed.push(sentence));
  };
  const counted = async () =>
    (
      await db.owner.query<Readonly<Record<'editions' | 'offices' | 'keepings' | 'releases', number>>>(
        `select (select count(*)::int from expos.edition) as editions, (select count(*)::int from accounts.office) as offices,
           (select count(*)::int from ties.keeping) as keepings, (select count(*)::int from meetings.release) as releases`,
      )
    ).rows;
  try {
    const [one, other] = [await node(), await node()];
    const [first, second] = await Promise.all([one(), other()]);
    expect(first.length).toBeGreaterThan(4);
    expect(second).toEqual(first);
    expect(printed.filter((sentence) => sentence.startsWith('Loading'))).not.toHaveLength(0);
    expect(printed.filter((sentence) => sentence.startsWith('Another node'))).toHaveLength(1);
    const once = await counted();
    // Whoever comes third finds nothing to do: what two had made twice over would show as more than one had.
    expect(await one()).toEqual(first);
    expect(await counted()).toEqual(once);
    const doubled = `select 1 from expos.edition group by name, first_day, last_day having count(*) > 1
      union all select 1 from ties.keeping where withdrawn_at is null group by owner_office, tie_id having count(*) > 1`;
    expect((await db.owner.query(doubled)).rowCount).toBe(0);
    // A demo of an earlier version lacks what this one would add, and says otherwise of a source: it is served as it is.
    await db.owner.query(`with other as (select id from accounts.office where id <> (select owner_office from expos.expo limit 1) limit 1),
      series as (update expos.expo set owner_office = (select id from other))
      update expos.edition set owner_office = (select id from other) where expo_id is not null`);
    await db.owner.query('alter table evidence.source disable trigger user');
    await db.owner.query("update evidence.source set class = 'copy' where class = 'press_or_study'");
    expect(await one()).toEqual(first);
    expect(printed.at(-1)).toMatch(/earlier version .*npm run reset.*source_on_record/u);
  } finally {
    for (const server of servers) await server.close();
    await db.close();
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsOf } from '../server/jobs.ts';
import { createProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import { openCity } from '#modules/cities/api/open-city.ts';
import { listEditions } from '#modules/expos/api/edition/list-editions.ts';
import { listCityMatches } from '#modules/matching/api/cities/list-city-matches.ts';
import { listMyAgendas } from '#modules/meetings/api/agenda/get-agenda.ts';
import { listDecisions } from '#modules/meetings/api/planning/list-decisions.ts';
import { listSuggestions } from '#modules/meetings/api/suggestions/list-suggestions.ts';
import { listPlans } from '#modules/meetings/api/planning/get-plan.ts';
import { createLogger } from '#platform/logging/logger.ts';
import { installJobs, startWorkers } from '#platform/jobs/jobs.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Transact } from '#platform/work.ts';
import { loadForum, type DemoPeople } from './load-forum.ts';
import { loadRegister } from './load-register.ts';

let db: TestDatabase;
let stopWorkers: () => Promise<void>;
let people: DemoPeople;
let visitor: TestOffice;
beforeAll(async () => {
  db = await openTestDatabase();
  await installJobs(
    db.migratorUrl,
    jobsOf({ smtpUrl: null, mailFrom: '', mailBounces: null, sms: null, wecom: null, origin: 'http://localhost', secret: null }),
  );
  stopWorkers = await startWorkers(
    db.database,
    jobsOf({ smtpUrl: null, mailFrom: '', mailBounces: null, sms: null, wecom: null, origin: 'http://localhost', secret: null }),
    createLogger('silent'),
  );
  people = {
    organiser: await db.foundOffice({ kind: 'organiser' }),
    lead: await db.foundOffice({ kind: 'chamber' }),
    delegate: await db.foundOffice({ kind: 'company' }),
  };
  visitor = await db.foundOffice({ kind: 'city' });
});
afterAll(async () => {
  await stopWorkers();
  await db.close();
});

test('the demo ends with a released plan, something unplaced, an agenda for the company, a round that goes on and an empty edition; loading again adds nothing', async () => {
  const now = Date.parse('2026-11-05T06:03:00Z');
  const setting = {
    database: db.database,
    people: { ...people, visitor },
    origin: 'http://127.0.0.1:4000',
    day: '2026-11-06',
    now,
    print: () => undefined,
  };
  await loadForum(setting);
  await loadForum(setting);
  const editions = await db.as(people.organiser.owner, (work) => listEditions(work, { limit: 50 }));
  if (!editions.ok) throw new Error('refused');
  expect(editions.value.entries.map((e) => [e.firstDay, e.visibility, e.counts.exhibitors])).toEqual([
    ['2027-11-05', 'private', 0],
    ['2026-11-06', 'public', 30],
    ['2026-11-05', 'public', 4],
  ]);
  const editionId = editions.value.entries[1]?.id ?? '';
  const plans = await db.as(people.organiser.owner, (work) => listPlans(work, { editionId, limit: 10 }));
  const plan = plans.ok ? plans.value.entries[0] : undefined;
  expect(plan).toMatchObject({ number: 1, status: 'ready', releasedAs: 1 });
  expect(plan?.figures?.unplaced).toBeGreaterThan(0);
  expect(plan?.figures?.placed).toBeGreaterThan(80);
  const mine = valueOf(await db.as(people.delegate.owner, (work) => listMyAgendas({ ...work, now: new Date(now) })));
  const cypress = { code: 'E02', name: { en: { text: 'Cypress Water' } } };
  expect(mine.entries).toMatchObject([
    { edition: { firstDay: '2026-11-06' }, participant: cypress },
    { edition: { firstDay: '2026-11-05' }, participant: cypress, meetings: 4, nextStartsAt: '2026-11-05T05:50:00Z' },
  ]);
  // Whoever has asked all that they wanted is still told of somebody, in the other language.
  const participantId = mine.entries[0]?.participant.id ?? '';
  const asDelegate: Transact = (use) => db.as(people.delegate.owner, (work) => use({ ...work, now: new Date(now) }));
  const [suggested] = valueOf(await listSuggestions(asDelegate, { editionId, participantId })).entries;
  expect(suggested?.participant.code).toBe('B16');
  expect(suggested?.bill.brought.find(({ part }) => part === 'words')).toMatchObject({ ours: ['water mains'], theirs: ['管网'] });
  const led = await db.as(people.lead.owner, (work) => listMyAgendas(work));
  expect(led.ok && led.value.entries.length).toBe(26);
  const round = editions.value.entries[2]?.id ?? '';
  const planned = valueOf(await db.as(people.lead.owner, (work) => listPlans(work, { editionId: round, limit: 10 })));
  expect(planned.entries).toMatchObject([{ releasedAs: 1, figures: { placed: 10, unplaced: 0 } }]);
  // Those requests alone are younger than the plan that came after its release.
  const since = async (who: keyof DemoPeople, id: string) => {
    const { entries } = valueOf(await db.as(people[who].owner, (work) => listDecisions(work, { editionId: id })));
    return entries.flatMap(({ kind, title }) => (kind === 'requests_since' ? [title.params['count']] : []));
  };
  expect([await since('organiser', editionId), await since('lead', round)]).toEqual([[3], []]);
});

test('an example of Liverpool’s in energy, read by its own office alone, finds Shanghai’s practice and a company’s offer at the forum, in either language', async () => {
  const desks = {
    liverpool: visitor,
    shanghai: await db.foundOffice({ kind: 'city' }),
    register: await db.foundOffice({ kind: 'register' }),
  };
  await loadRegister({
    database: db.database,
    people: desks,
    print: () => undefined,
    origin: 'http://127.0.0.1:4000',
    today: '2026-11-05',
  });
  const cityId = valueOf(await db.as(visitor.owner, (work) => openCity(work, 'liverpool-gb'))).id;
  const text = (words: string) => ({ 'zh-Hans': { text: words, origin: 'human' as const } });
  const written = { title: text('船舶清洁燃料（示例）'), body: text('集装箱船使用绿色甲醇，港口安装小型风力发电机。') };
  const entry = { cityId, kind: 'challenge' as const, domain: null, goals: [], sought: null, source: null, saidBy: null, ...written };
  valueOf(await db.as(visitor.owner, (work) => createProfileEntry(work, entry)));
  const ask = (by: TestOffice) =>
    listCityMatches((use) => db.as(by.owner, (work) => use({ ...work, now: new Date('2026-11-05T06:00:00Z') })), { cityId });
  const { entries } = valueOf(await ask(visitor));
  const english = entries.find(({ title }) => title['en']?.text.startsWith('Example: cleaner energy'));
  const chinese = entries.find(({ title }) => title['en'] === undefined);
  for (const found of [english, chinese]) {
    expect(found?.state).toBe('draft');
    expect(found?.sisters[0]).toMatchObject({
      city: { slug: 'shanghai-cn' },
      entry: { kind: 'practice', title: { en: { text: 'A green shipping corridor with Los Angeles' } } },
    });
    expect(found?.sisters[0]?.score).toBeGreaterThan(45);
    expect(found?.companies[0]).toMatchObject({ participant: { name: { en: { text: 'Windlass Bay Turbines' } } } });
    expect(found?.companies[0]?.score).toBeGreaterThan(45);
  }
  expect(chinese?.companies[0]?.bill.sought.flatMap(({ theirs }) => theirs).join(' ')).toMatch(/wind turbine/i);
  expect(await ask(desks.shanghai)).toMatchObject({ ok: false });
});

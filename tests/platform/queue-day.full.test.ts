// A generated day of the live queue through the API: everything that the dispatcher promises holds of what the product called.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { simulate } from '#scheduler/core/dispatch/simulate.ts';
import { whomToCallNext } from '#scheduler/core/dispatch/call-next.ts';
import { faultsOf } from '#scheduler/core/dispatch/verify-run.ts';
import { liveDayFrom, matchmakingDay2019 } from '#scheduler/core/generate/live-day.ts';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { openLiveDay, playLiveDay, type Door } from '../fixtures/load/queue-day.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(async () => {
  vi.useRealTimers();
  await app.close();
});

async function organiserDoor(): Promise<{ readonly door: Door; readonly office: string }> {
  const organiser = await app.db.foundOffice({ kind: 'organiser' });
  // The session begins today, so that it lasts by the database's own clock, too.
  const cookie = await app.signIn(organiser.owner);
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2019-11-05T08:00:00Z') });
  const ask: Door['ask'] = async (method, path, body) => {
    const [where = '', version] = path.split('#');
    const sent = body instanceof FormData ? { form: body } : body === undefined ? {} : { json: body };
    const headers = version === undefined ? {} : { headers: { 'if-match': `"${version}"` } };
    const answer = await app.ask(method, `/api/v1${where}`, { cookie, ...sent, ...headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text.slice(0, 600)}`);
    return answer.body;
  };
  return { door: { ask, setClock: (at) => Promise.resolve(void vi.setSystemTime(at)) }, office: organiser.office };
}

test('a small day through the API: nothing impossible, nobody called twice, and about as many meetings as the dispatcher holds by itself', async () => {
  const size = { ...matchmakingDay2019, seated: 26, rotating: 48, tables: 10, interpretedTables: 7, roaming: 1, requests: 84 };
  const live = liveDayFrom(7, size);
  const { door, office } = await organiserDoor();
  const opened = await openLiveDay(door, live, { office, name: 'Small day' });
  const { talks, calledTwice } = await playLiveDay(door, live, opened);
  expect(faultsOf(live, talks)).toEqual([]);
  expect(calledTwice).toBe(0);
  const alone = simulate(live, whomToCallNext).talks.length;
  expect(talks.length).toBeGreaterThan(alone * 0.93);
});

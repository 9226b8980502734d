import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../fixtures/app.ts';

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp();
});
afterAll(() => opened.close());

test('metrics are for programs of this machine: what a proxy forwards finds nothing', async () => {
  const ask = (headers: Record<string, string>) => opened.ask('GET', '/metrics', { headers });
  expect((await ask({})).status).toBe(200);
  expect((await ask({})).text).toContain('nodejs_eventloop_lag_seconds');
  for (const header of ['x-forwarded-for', 'forwarded', 'via']) {
    const answer = await ask({ [header]: '192.0.2.1' });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('nodejs');
  }
});

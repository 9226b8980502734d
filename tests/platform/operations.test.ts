import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../fixtures/app.ts';
import { metricsToken } from './started.ts';

let opened: TestApp;
beforeAll(async () => {
  opened = await openTestApp();
});
afterAll(() => opened.close());

test('metrics are for whoever has their token: wherever a request seems to come from, another finds nothing', async () => {
  const ask = (headers: Record<string, string>) => opened.ask('GET', '/metrics', { headers });
  expect((await ask({ authorization: `Bearer ${metricsToken}` })).text).toContain('nodejs_eventloop_lag_seconds');
  const others: readonly Record<string, string>[] = [
    {},
    { 'x-forwarded-for': '127.0.0.1' },
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${metricsToken}s` },
  ];
  for (const headers of others) {
    const answer = await ask(headers);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('nodejs');
  }
});

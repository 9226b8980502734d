// T14, small: what a page may run is said by its policy, whatever stands on it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../fixtures/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test('the policy of every page allows scripts of the product alone', async () => {
  for (const address of ['/', '/cities', '/nothing-here', '/data']) {
    const policy = (await app.ask('GET', address)).headers.get('content-security-policy') ?? '';
    expect(policy, address).toMatch(/script-src 'self'/);
    expect(policy, address).not.toMatch(/unsafe-inline'?[^;]*script|script-src[^;]*unsafe|unsafe-eval/);
  }
});

test('the camera may be used by the page of the door, and by nothing else', async () => {
  const mayUse = async (address: string): Promise<string> => (await app.ask('GET', address)).headers.get('permissions-policy') ?? '';
  expect(await mayUse('/editions/any/check-in')).toMatch(/camera=\(self\), microphone=\(\), geolocation=\(\)/);
  for (const address of ['/', '/editions/any', '/editions/any/check-in/more', '/api/v1/editions/any/check-ins', '/nothing/check-in'])
    expect(await mayUse(address), address).toMatch(/camera=\(\), microphone=\(\)/);
});

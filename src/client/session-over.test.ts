import { expect, test } from 'vitest';
import { rememberAccount, settleSession, signedInAgain, wasSignedIn } from './session-over.ts';

test('where nobody was signed in, nobody is asked', async () => {
  rememberAccount(null);
  expect(await signedInAgain()).toBe(false);
});

test('all that waits goes on when the same person is back, and stops when they leave', async () => {
  rememberAccount('ruth');
  const [one, other] = [signedInAgain(), signedInAgain()];
  settleSession(true);
  expect(await Promise.all([one, other])).toEqual([true, true]);
  const late = signedInAgain();
  settleSession(false);
  expect([await late, wasSignedIn()]).toEqual([false, false]);
});

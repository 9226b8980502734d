import { expect, test } from 'vitest';
import { countTry, triesAllowed, waitOf, windowMilliseconds, type Tries } from './guessing.ts';

test('a thousand wrong tries on one address are evaluated ten times in fifteen minutes', () => {
  const tries: Tries = new Map();
  let evaluated = 0;
  for (let i = 0; i < 1000; i++) {
    const now = i * 800; // all within 800 seconds
    if (waitOf(tries, 'a@example.org', now) > 0) continue;
    evaluated += 1;
    countTry(tries, 'a@example.org', now);
  }
  expect(evaluated).toBe(triesAllowed);
});

test('the window slides: the first try expires after fifteen minutes', () => {
  const tries: Tries = new Map();
  for (let i = 0; i < triesAllowed; i++) countTry(tries, 'a@example.org', i);
  expect(waitOf(tries, 'a@example.org', 100)).toBe(windowMilliseconds - 100);
  expect(waitOf(tries, 'a@example.org', windowMilliseconds)).toBe(0);
});

test('addresses do not count against each other', () => {
  const tries: Tries = new Map();
  for (let i = 0; i < triesAllowed; i++) countTry(tries, 'a@example.org', i);
  expect(waitOf(tries, 'b@example.org', 100)).toBe(0);
});

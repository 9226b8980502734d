import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './text.en.ts';
import { zh } from './text.zh.ts';

const scheduler = join(import.meta.dirname, '..', '..', 'scheduler', 'core');

/** Codes that the planner's source can answer, templates left out. */
const codes = new Set(
  readdirSync(scheduler, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(scheduler, file), 'utf8').matchAll(/'(meetings\.[a-z_]+[a-z])'/g)].map((match) => match[1] ?? ''),
    ),
);

test('every code of the planner has a sentence in both languages', () => {
  expect(codes.size).toBeGreaterThan(50);
  // Some codes are the beginning of several: a plural, or a kind of thing that is too many.
  const has = (texts: Readonly<Record<string, string>>, code: string): boolean =>
    Object.keys(texts).some((key) => key === code || key.startsWith(`${code}_`));
  expect([...codes].filter((code) => !has(en, code) || !has(zh, code))).toEqual([]);
});

// Every audited use case has a name in the log.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { useCaseNames } from '#modules/accounts/ui/use-case-names.ts';

const modules = path.resolve(import.meta.dirname, '../../src/modules');

test('what the audit log can hold has a name in both languages', () => {
  const sources = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const found = new Set<string>();
  for (const file of sources)
    for (const match of readFileSync(path.join(modules, file), 'utf8').matchAll(/useCase: '([a-z-]+)'/g)) found.add(match[1] ?? '');
  expect(found.size).toBeGreaterThan(30);
  expect([...found].filter((useCase) => useCaseNames[useCase] === undefined)).toEqual([]);
});

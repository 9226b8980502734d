// Breaks every rule of .dependency-cruiser.cjs once, and shows that the imports which the table allows are left alone.
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moduleOrder } from '../../scripts/structure/house.ts';
import { buildSmallHouse, root, type SmallHouse } from './small-house.ts';

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[];
  };
}

const config = path.join(root, '.dependency-cruiser.cjs');
const { forbidden } = createRequire(import.meta.url)(config) as { readonly forbidden: readonly { readonly name: string }[] };

/** rule → the file that breaks it, and what it imports. Every imported file is made, unless it begins with a letter of a package. */
const breaches: Readonly<Record<string, readonly [file: string, specifier: string]>> = {
  ...Object.fromEntries(
    moduleOrder
      .slice(0, -1)
      .map((module, place) => [
        `order-${module}`,
        [`src/modules/${module}/api/look-down.ts`, `#modules/${moduleOrder[place + 1] ?? ''}/api/answer.ts`] as const,
      ]),
  ),
  'domain-imports': ['src/modules/expos/domain/asks-store.ts', '../store/rows.ts'],
  'contract-imports': ['src/modules/expos/contract.ts', './api/answer.ts'],
  'policy-imports': ['src/modules/expos/policy.ts', '#modules/organisations/policy.ts'],
  'store-imports': ['src/modules/expos/store/asks-other-store.ts', '#modules/organisations/store/rows.ts'],
  'api-imports': ['src/modules/expos/api/asks-other-store.ts', '#modules/organisations/store/rows.ts'],
  'jobs-imports': ['src/modules/expos/jobs.ts', './store/rows.ts'],
  'print-imports': ['src/modules/expos/print/badge.ts', '../store/rows.ts'],
  'formats-imports': ['src/modules/expos/formats/sheet.ts', '../store/rows.ts'],
  'http-imports': ['src/modules/expos/http.ts', './store/rows.ts'],
  'ui-imports': ['src/modules/expos/ui/page.tsx', '../api/answer.ts'],
  'text-imports': ['src/modules/expos/text.en.ts', './domain/slot.ts'],
  'kernel-is-alone': ['src/kernel/asks-platform.ts', '#platform/clock.ts'],
  'reading-is-pure': ['src/reading/asks-module.ts', '#modules/accounts/domain/answer.ts'],
  'scheduler-core-is-pure': ['src/scheduler/core/asks-run.ts', '../run/engine.ts'],
  'scheduler-is-a-library': ['src/scheduler/run/asks-platform.ts', '#platform/clock.ts'],
  'matcher-core-is-pure': ['src/matcher/core/asks-run.ts', '../run/engine.ts'],
  'matcher-is-a-library': ['src/matcher/run/asks-platform.ts', '#platform/clock.ts'],
  'platform-knows-no-module': ['src/platform/asks-module.ts', '#modules/accounts/api/answer.ts'],
  'design-knows-no-business': ['src/design/asks-ui.ts', '#modules/expos/ui/parts.tsx'],
  'client-knows-no-contract': ['src/client/asks-contract.ts', '#modules/expos/contract.ts'],
  'scheduler-for-meetings-only': ['src/modules/outcomes/api/plans.ts', '#scheduler/run/engine.ts'],
  'matcher-for-matching-only': ['src/modules/outcomes/api/matches.ts', '#matcher/run/engine.ts'],
  'app-is-the-top': ['src/modules/expos/ui/asks-app.tsx', '#app/routes.ts'],
  'ui-takes-the-type-of-the-contract': ['src/modules/expos/ui/asks-contract.ts', '../contract.ts'],
  'only-policy-grants': ['src/modules/expos/api/grants-itself.ts', '#kernel/grant.ts'],
  'store-takes-the-type-of-the-proof': ['src/modules/expos/store/asks-policy.ts', '../policy.ts'],
  'only-store-speaks-sql': ['src/modules/expos/api/asks-database.ts', 'kysely'],
  'browser-without-server': ['src/modules/expos/ui/serves.tsx', 'hono'],
  'browser-without-builtins': ['src/design/reads-files.ts', 'node:fs'],
  'pure-without-builtins': ['src/modules/expos/domain/reads-files.ts', 'node:fs'],
  'tests-are-not-imported': ['src/modules/expos/api/asks-test.ts', './answer.test.ts'],
  'no-circles': ['src/kernel/about.ts', './round.ts'],
  'every-import-is-found': ['src/kernel/lost.ts', './nowhere.ts'],
};

/** What the table of the house allows, one line of it each. */
const permitted: readonly (readonly [file: string, specifier: string, clause?: string])[] = [
  ['src/modules/expos/domain/may.ts', '#modules/organisations/domain/answer.ts'],
  ['src/modules/expos/domain/may.ts', '#kernel/result.ts'],
  ['src/modules/meetings/domain/may.ts', '#scheduler/core/model.ts'],
  ['src/modules/matching/api/may.ts', '#matcher/run/engine.ts'],
  ['src/modules/cities/contract.ts', '#modules/accounts/contract.ts'],
  ['src/modules/cities/contract.ts', 'zod'],
  ['src/modules/ties/policy.ts', '#modules/accounts/policy.ts'],
  ['src/modules/meetings/api/may.ts', '#modules/expos/api/answer.ts'],
  ['src/modules/meetings/api/may.ts', '#scheduler/run/engine.ts'],
  ['src/modules/meetings/api/may.ts', '../store/rows.ts'],
  ['src/modules/meetings/store/may.ts', 'kysely'],
  ['src/modules/meetings/http.ts', './api/answer.ts'],
  ['src/modules/meetings/ui/may.tsx', '#modules/expos/ui/parts.tsx'],
  ['src/modules/meetings/ui/may.tsx', '#design/button.tsx'],
  ['src/modules/meetings/api/may.test.ts', '../ui/parts.tsx'],
  ['src/modules/meetings/store/may.ts', '../policy.ts', 'type { A } from '],
  ['src/modules/meetings/ui/client.ts', '../contract.ts', 'type { A } from '],
  ['src/design/may.tsx', '#client/language.ts'],
  ['src/app/wiring.ts', '#modules/meetings/http.ts'],
  ['src/main.ts', '#app/wiring.ts'],
];

function sources(): Readonly<Record<string, string>> {
  const lines = new Map<string, string[]>();
  const add = (file: string, line: string): void => {
    lines.set(file, [...(lines.get(file) ?? []), line]);
  };
  for (const [file, specifier, clause = ''] of [...Object.values(breaches), ...permitted]) {
    add(file, `import ${clause}'${specifier}';`);
    const target = specifier.startsWith('#') ? `src/${specifier.slice(1)}` : path.posix.join(path.posix.dirname(file), specifier);
    if (/^[#.]/.test(specifier) && !specifier.endsWith('nowhere.ts')) add(target, '');
  }
  add('src/kernel/round.ts', `import './about.ts';`);
  for (const name of ['kysely', 'hono', 'zod']) {
    add(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    add(`node_modules/${name}/index.js`, '');
  }
  return Object.fromEntries([...lines].map(([file, text]) => [file, text.join('\n')]));
}

describe('imports', () => {
  let house: SmallHouse;
  let violations: Cruise['summary']['violations'];

  beforeAll(() => {
    house = buildSmallHouse(sources());
    const { output } = house.run('dependency-cruiser/bin/dependency-cruise.mjs', ['src', '--config', config, '--output-type', 'json']);
    ({ violations } = (JSON.parse(output) as Cruise).summary);
  });
  afterAll(() => {
    house.remove();
  });

  test.each(Object.entries(breaches))('%s refuses its breach', (rule, [file]) => {
    expect(violations.filter((violation) => violation.rule.name === rule).map((violation) => violation.from)).toContain(file);
  });

  test('every rule of the configuration is broken once here', () => {
    expect(Object.keys(breaches).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  test.each(permitted)('%s may import %s', (file, specifier = '') => {
    const end = specifier.replace(/^#/, 'src/').replace(/^[./]+/, '');
    expect(violations.filter((violation) => violation.from === file && violation.to.includes(end))).toEqual([]);
  });

  test('the configuration and the vocabulary know the same order of modules', () => {
    const ordered = forbidden.map((rule) => rule.name).filter((name) => name.startsWith('order-'));
    expect(ordered).toEqual(moduleOrder.slice(0, -1).map((module) => `order-${module}`));
  });
});

// Breaks every rule of the vocabulary once, and shows what it leaves alone.
import { expect, test } from 'vitest';
import { vocabularyBreaches, vocabularyRules } from '../../scripts/structure/vocabulary.ts';

const good: Readonly<Record<string, string>> = {
  'src/main.ts': `import { wire } from '#app/wiring.ts';`,
  'src/app/wiring.ts': '',
  'src/app/demo/facts.ts': 'x\n'.repeat(900),
  'src/modules/expos/README.md': '',
  'src/modules/expos/domain/slot.ts': `import { ok } from '#kernel/result.ts';`,
  'src/modules/expos/domain/slot.test.ts': `import { slot } from './slot.ts';`,
  'src/modules/expos/store/slots.ts': `await tx.selectFrom('expos.slot').execute(); sql\`select 1\`;`,
  'src/modules/expos/store/migrations/0030-editions.sql': 'create table expos.edition ();\n'.repeat(600),
  'src/modules/expos/api/list-slots.ts': `import { slots } from '../store/slots.ts';`,
  'src/modules/expos/contract.ts': '',
  'src/modules/expos/policy.test.ts': '',
  'src/modules/expos/ui/slots/slots-page.tsx': '<input type="range" max={100} />',
  'src/modules/expos/text.en.ts': 'x\n'.repeat(900),
};

const breaches: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'house-part': ['src/features/plan.ts', ''],
  'module-name': ['src/modules/payments/README.md', ''],
  'module-part': ['src/modules/expos/controllers/slots.ts', ''],
  'migration-place': ['src/modules/expos/store/editions.sql', ''],
  'empty-name': ['src/kernel/utils.ts', ''],
  barrel: ['src/design/index.ts', ''],
  'kebab-case': ['src/design/SlotPicker.tsx', ''],
  size: ['src/kernel/long.ts', 'x\n'.repeat(401)],
  address: ['src/modules/expos/api/stray.ts', `import { a } from '../../organisations/api/a.ts';`],
  'sql-place': ['src/modules/expos/api/asks.ts', `await work.tx.updateTable('expos.slot').execute();`],
  'language-branch': ['src/design/tongue.ts', `const dash = { en: '–', 'zh-Hans': '—' };`],
  'told-bound': ['src/modules/expos/ui/slots/slot-form.tsx', "<TextField {...field('note')} maxLength={500} />"],
  'module-readme': ['src/modules/ties/domain/tie.ts', ''],
};

test('leaves a house alone that keeps the rules', () => {
  expect(vocabularyBreaches(new Map(Object.entries(good)))).toEqual([]);
});

test.each(Object.entries(breaches))('%s refuses its breach and nothing else', (rule, [file, text]) => {
  const found = vocabularyBreaches(new Map([...Object.entries(good), [file, text]]));
  expect(found.map((breach) => breach.rule)).toEqual(rule === 'module-name' ? ['module-name'] : [rule]);
});

test('every rule is broken once here', () => {
  expect(Object.keys(breaches).sort()).toEqual([...vocabularyRules].sort());
});

test('a file of exactly 400 lines may stand', () => {
  expect(vocabularyBreaches(new Map([['src/kernel/long.ts', 'x\n'.repeat(400)]]))).toEqual([]);
});

test.each(['utils', 'helpers', 'common', 'types', 'services', 'managers'])('a folder called %s is refused', (name) => {
  expect(vocabularyBreaches(new Map([[`src/kernel/${name}/dates.ts`, '']])).map((breach) => breach.rule)).toEqual(['empty-name']);
});

test.each([
  [`import { a } from '../../organisations/a.ts';`],
  [`import {\n  a,\n  b,\n} from '../../organisations/a.ts';`],
  [`import '../../organisations/a.ts';`],
  [`export { a } from '../../organisations/a.ts';`],
  [`const a = await import('../../organisations/a.ts');`],
])('a relative path out of the module is seen in: %s', (text) => {
  const tree = new Map([...Object.entries(good), ['src/modules/expos/api/stray.ts', text] as const]);
  expect(vocabularyBreaches(tree).map((breach) => breach.rule)).toEqual(['address']);
});

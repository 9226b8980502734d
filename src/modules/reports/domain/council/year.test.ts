import { expect, test } from 'vitest';
import type { Agreement } from '#modules/ties/domain/records.ts';
import { openItems } from './year.ts';

const item = (words: string, due: string | null) => ({
  ...{ text: { en: { text: words, origin: 'human' as const } }, states: [], agreementId: 'charter' as Agreement['id'] },
  due: due === null ? null : { text: due, qualifier: 'exact' as const },
});

test('of what is open what is due first stands first, what has no day last, and what is overdue is told', () => {
  const charter = { id: 'charter' as Agreement['id'], title: {}, signedOn: null, validFrom: null };
  const open = openItems([item('a', null), item('b', '2027-06-19'), item('c', '2020-01-01'), item('d', '2025')], {
    ...{ agreements: [charter], sides: [null, null], today: '2026-12-01', year: 2026 },
  });
  expect(open.map(({ text, isLate }) => [text['en']?.text, isLate])).toEqual([
    ['c', true],
    ['d', true],
    ['b', false],
    ['a', false],
  ]);
});

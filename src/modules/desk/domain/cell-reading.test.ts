import { expect, test } from 'vitest';
import { readCell } from './cell-reading.ts';

test('a year in which hardly any tie began is asked about in a cell as it is in a pasted list', () => {
  const read = (text: string) => readCell('established', text, { classes: [], order: null, thisYear: 2026 });
  expect(read('1066')).toMatchObject({ state: 'question', code: 'desk.paste_year_unlikely', choices: [{ attribute: 'established' }] });
  // No tie was founded on a day that is years ahead, whoever confirms it.
  for (const text of ['二〇二九年1月1日', '2029-01-01', '2099'])
    expect(read(text)).toMatchObject({ state: 'question', code: 'desk.paste_year_to_come', choices: [] });
  for (const text of ['2027', '1999年10月18日', '1850'])
    expect(read(text)).toMatchObject({ state: 'read', value: { attribute: 'established' } });
});

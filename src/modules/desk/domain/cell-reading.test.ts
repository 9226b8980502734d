import { expect, test } from 'vitest';
import { readCell } from './cell-reading.ts';

test('a year in which hardly any tie began is asked about in a cell as it is in a pasted list', () => {
  const read = (text: string) => readCell('established', text, { classes: [], order: null, thisYear: 2026 });
  for (const text of ['二〇二九年1月1日', '2029-01-01', '1066'])
    expect(read(text)).toMatchObject({ state: 'question', code: 'desk.paste_year_unlikely', choices: [{ attribute: 'established' }] });
  for (const text of ['2027', '1999年10月18日', '1850'])
    expect(read(text)).toMatchObject({ state: 'read', value: { attribute: 'established' } });
});

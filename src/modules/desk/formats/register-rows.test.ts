import { expect, test } from 'vitest';
import { columns, rowsOf } from './register-rows.ts';

test('a source that stands in two languages on one line is written in that of the file', () => {
  const line = {
    ...{
      city: {},
      code: 'dublin-ie',
      countryName: {},
      classCode: null,
      className: null,
      since: null,
      status: null,
      theirs: null,
      note: null,
    },
    source: 'Report on a twinning agreement | 友城协议的报道',
  };
  const source = columns.indexOf('source');
  expect(rowsOf([line], 'en')[0]?.[source]).toBe('Report on a twinning agreement');
  expect(rowsOf([line], 'zh-Hans')[0]?.[source]).toBe('友城协议的报道');
});

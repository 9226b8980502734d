import { expect, test } from 'vitest';
import { complaintOfName, complaintOfText, fileLimits } from './rules.ts';

const code = (text: string, max: number): string | null => complaintOfText(text, { max, required: true })?.code ?? null;

test('a name or code of a file is one line; a note has lines; neither hides a character', () => {
  expect(code('Liver\npool', fileLimits.name)).toBe('meetings.file_not_one_line');
  expect(code('E\t07', fileLimits.code)).toBe('meetings.file_not_one_line');
  expect(code('first\nsecond\tthird', fileLimits.note)).toBeNull();
  for (const max of [fileLimits.name, fileLimits.note]) expect(code('Liver\u202Epool', max)).toBe('meetings.file_text_damaged');
  expect(complaintOfName({ 'zh-Hans': '上海\n市' }, true, () => true)?.code).toBe('meetings.file_not_one_line');
  expect(code('青岱园林 “Parks” – Ltd.', fileLimits.name)).toBeNull();
});

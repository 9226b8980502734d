import { expect, test } from 'vitest';
import { parseDateSpan } from './date-spans.ts';

const read = (typed: string): string => {
  const span = parseDateSpan(typed);
  return span === null ? 'none' : `${span.since.text} ${span.until?.text ?? 'goes on'}`;
};

test.each([
  ['1952-2010', '1952 2010'],
  ['(1952–2010)', '1952 2010'],
  ['1952 – 2010', '1952 2010'],
  ['1952 to 2010', '1952 2010'],
  ['from 1952 until May 2010', '1952 2010-05'],
  ['12.5.1952 – 31.12.2010', 'none'],
  ['18.5.1952 – 31.12.2010', '1952-05-18 2010-12-31'],
  ['1952–present', '1952 goes on'],
  ['1952-', '1952 goes on'],
  ['seit 1952 – heute', '1952 goes on'],
  ['1979年至今', '1979 goes on'],
  ['1979-2001年', '1979 2001'],
  ['1957, ended 1990', '1957 1990'],
  ['1957 (terminated in 1990)', '1957 1990'],
])('%s lasted %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test.each(['1952', '1999-10', '1999-10-18', '2010–1952', '1952/53', '1952, renewed 2002', '1952–53', 'long – ago', '1952-MoU', '3-4', ''])(
  '%s is no span',
  (typed) => {
    expect(read(typed)).toBe('none');
  },
);

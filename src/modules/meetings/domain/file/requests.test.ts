import { expect, test } from 'vitest';
import { numberMeetings } from './edition-file.ts';
import { meetingsWanted } from './requests.ts';

const asked = (from: string, to: string, wish: 'must' | 'want' | 'no' = 'want') => ({
  from,
  to,
  wish,
  session: null,
  note: '',
  meeting: null,
});

test('a meeting is counted once for both sides, and not where one has said no', () => {
  const wanted = (...requests: readonly ReturnType<typeof asked>[]) => meetingsWanted({ requests: numberMeetings(requests) });
  expect(wanted(asked('E01', 'B01'), asked('B01', 'E01'), asked('E02', 'B01', 'must'))).toBe(2);
  expect(wanted(asked('E01', 'B01'), asked('B01', 'E01', 'no'), asked('E02', 'B02', 'no'))).toBe(0);
  expect(wanted(asked('E01', 'B01'), asked('E01', 'B01'), asked('B01', 'E01', 'no'))).toBe(1);
});

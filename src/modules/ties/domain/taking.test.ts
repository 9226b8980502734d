import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { isHeard, type Taking } from './taking.ts';

const [ours, theirs, third] = ['ours', 'theirs', 'third'].map((id) => id as OfficeId) as [OfficeId, OfficeId, OfficeId];
const taking = (office: OfficeId, takesUp = true): Taking => ({ thingId: 'o', office, takesUp, differs: null, reply: null });
const heard = (owner: OfficeId, ...takings: readonly Taking[]) => isHeard({ owner, takings, sides: [ours, theirs] });

test('a side is heard on the pages of its tie, a third party once one side has taken up what it says', () => {
  expect([heard(ours), heard(theirs), heard(third)]).toEqual([true, true, false]);
  expect([heard(third, taking(theirs)), heard(third, taking(ours, false)), heard(third, taking(third))]).toEqual([true, false, false]);
  expect(heard(third, taking(ours, false), taking(theirs))).toBe(true);
});

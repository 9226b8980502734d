import { expect, test } from 'vitest';
import { checkFile } from '#modules/meetings/domain/file/check.ts';
import { forumFile } from './forum-day.ts';

test('the demo edition is sound', () => {
  expect(checkFile(forumFile)).toEqual({ ok: true, value: forumFile });
});

test('it has a chamber with 25 companies on a joint stand, buyers in two trading groups, and more wishes than places', () => {
  const { participants, requests, groups, tables, slots, stands } = forumFile;
  const joint = participants.filter((p) => p.stand === 'A-01');
  expect(joint).toHaveLength(26);
  expect(stands[0]).toMatchObject({ code: 'A-01', lead: 'E01' });
  expect(participants).toHaveLength(46);
  expect(groups.filter((g) => g.kind === 'trading_group' && g.parent === null)).toHaveLength(2);
  const meetings = new Set(requests.flatMap((r) => (r.meeting === null ? [] : [r.meeting])));
  const places = tables.reduce((sum, table) => sum + slots.length - table.closedSlots.length, 0);
  expect({ requests: requests.length, meetings: meetings.size, places }).toEqual({ requests: 169, meetings: 106, places: 104 });
});

test('every name is there in both languages', () => {
  expect(forumFile.participants.filter((p) => p.name.en === undefined || p.name['zh-Hans'] === undefined)).toEqual([]);
});

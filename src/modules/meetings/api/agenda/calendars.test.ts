import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { shareTestDatabase, valueOf, type TestOffice } from '#platform/postgres/test-database.ts';
import { calendarDoors } from '../../print/calendar-doors.ts';
import { cancelBooking } from '../schedule/change-booking.ts';
import { createFeed, listFeeds, revokeFeed } from './feeds.ts';
import { cellOf, origin, releasedForum } from '../forum-fixture.ts';

const db = await shareTestDatabase();

test('a calendar address opens the agenda without a session until it is revoked; its token is nowhere', async () => {
  const f = await releasedForum(db);
  const on = { editionId: f.editionId, participantId: f.ids.E01 };
  const feed = valueOf(await f.as(f.company, (w) => createFeed(w, on)));
  const [, byToken] = calendarDoors(db.database);
  const open = async (path: string) =>
    byToken?.open(new Request(`${origin}${path}`), { file: path.replace('/feeds/', '') }, { language: 'en', account: null });
  const opened = await open(feed.path);
  expect(opened?.status).toBe(200);
  expect(opened?.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const text = (await opened?.text()) ?? '';
  expect(text).toContain('SUMMARY:Company B01');
  expect(text).toContain('SEQUENCE:0');
  expect((await open(`/feeds/${'x'.repeat(43)}.ics`))?.status).toBe(404);
  const token = feed.path.slice('/feeds/'.length, -'.ics'.length);
  const { rows } = await db.owner.query('select count(*)::int as count from meetings.feed f where f::text like $1', [`%${token}%`]);
  expect(rows).toEqual([{ count: 0 }]);
  expect((await f.as(f.buyerOne, (w) => listFeeds(w, on))).ok).toBe(false);
  valueOf(await f.as(f.company, (w) => revokeFeed(w, { ...on, feedId: feed.id })));
  expect((await open(feed.path))?.status).toBe(404);
  expect(valueOf(await f.as(f.company, (w) => listFeeds(w, on))).entries).toMatchObject([{ id: feed.id }]);
});

test('the calendar file needs the participant’s own account, keeps its events and counts their changes', async () => {
  const f = await releasedForum(db);
  const [bySession] = calendarDoors(db.database);
  const open = (account: TestOffice['owner'] | null) =>
    bySession?.open(new Request(`${origin}/x`), { editionId: f.editionId, file: `${f.ids.E01}.ics` }, { language: 'zh-Hans', account });
  expect((await open(f.company.owner))?.headers.get('content-disposition')).toBe('attachment; filename="agenda-E01.ics"');
  const told = async (query: string) => {
    const at = { editionId: f.editionId, file: `${f.ids.E01}.ics` };
    const reply = await bySession?.open(new Request(`${origin}/x${query}`), at, { language: 'zh-Hans', account: f.company.owner });
    return (await reply?.text()) ?? '';
  };
  expect(await told('')).toMatch(/LOCATION:A馆\d号桌，Hall\r\n/);
  expect(await told('?lang=en')).toMatch(/LOCATION:Table \d\\, hall A\\, Hall\r\n/);
  expect((await open(null))?.status).toBe(404);
  expect((await open(f.buyerOne.owner))?.status).toBe(404);
  const first = (await (await open(f.company.owner))?.text()) ?? '';
  const uid = /UID:(.*)\r\n/.exec(first)?.[1];
  expect((await (await open(f.company.owner))?.text()) ?? '').toBe(first);
  const { meetingId } = await cellOf(f, 'E01');
  valueOf(await f.as(f.organiser, (w) => cancelBooking(w, { editionId: f.editionId, meetingId }, origin)));
  const second = (await (await open(f.company.owner))?.text()) ?? '';
  expect(second).toContain(`UID:${uid ?? ''}`);
  expect(second).toMatch(/STATUS:CANCELLED/);
  expect(second).toMatch(/SEQUENCE:1/);
});

test('the calendar of a programme that is none is not there', async () => {
  const programme = calendarDoors(db.database).find(({ path }) => path.endsWith('/programme.ics'));
  const open = async (editionId: string) =>
    (await programme?.open(new Request(`${origin}/x`), { editionId }, { language: 'en', account: null }))?.status;
  expect([await open('no-such-edition'), await open(randomUUID())]).toEqual([404, 404]);
});

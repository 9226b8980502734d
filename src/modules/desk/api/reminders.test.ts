import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import type { Language } from '#kernel/language.ts';
import { removeMember } from '#modules/accounts/api/manage-members.ts';
import { createProfileEntry, publishProfileEntry } from '#modules/cities/api/profile/change-profile.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import type { Asked } from '../contract.ts';
import { deskCalendarDoor } from '../print/calendar-door.ts';
import { weeklyLetter } from '../print/weekly-letter.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { addAgreedItem } from '#modules/ties/api/agreement/change-items.ts';
import { addExchange } from '#modules/ties/api/exchange/change-exchanges.ts';
import { keepTie } from '#modules/ties/api/keep-tie.ts';
import { openDesk } from './open-desk.ts';
import { createCalendar, getReminders, revokeCalendar, setReminderRule, setWeeklyMail, stopWeeklyMail } from './reminders.ts';
import { sendWeeklyMails } from './send-weekly-mail.ts';
import { openTieWorld, type TieWorld } from '#modules/ties/api/tie-fixture.ts';
import { enterTieStatements } from '#modules/ties/api/tie-statements.ts';

const origin = 'https://hansa.example';
let db: TestDatabase;
let world: TieWorld;
let tieId: string;
const en = (text: string) => ({ en: { text, origin: 'human' as const } });
const on = (text: string) => ({ text, qualifier: 'exact' as const });
const as = async <T>(office: TestOffice | null, use: (work: Work) => Promise<Result<T>>, version?: number): Promise<T> =>
  valueOf(await db.as(office?.owner ?? null, use, version));

const thisYear = new Date().getUTCFullYear();

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTieWorld(db);
  const { liverpool, city } = world;
  const office = liverpool.office;
  tieId = (await as(liverpool, (work) => keepTie(work, { office, cityId: city('Liverpool'), withCityId: city('Shanghai') }))).id;
  const paper = { kind: 'memorandum' as const, title: en('Memorandum'), parties: [], source: null, documentId: null };
  const dates = { signedOn: null, validFrom: null, validTo: on(`${thisYear + 1}-03`), noticeMonths: 2 };
  const { id } = await as(liverpool, (work) => addAgreement(work, { tieId, office, ...paper, ...dates }));
  const item = { domain: null, aOwner: null, bOwner: null };
  await as(liverpool, (work) =>
    addAgreedItem(work, { agreementId: id, text: en('Schools; ports, both'), ...item, due: on(`${thisYear + 1}-06-15`) }),
  );
  await as(liverpool, (work) => addAgreedItem(work, { agreementId: id, text: en('Concert'), ...item, due: on(`${thisYear + 1}`) }));
  const open = { countries: [], regions: [], sizes: [], domains: [], ties: [], languages: ['en'], offers: {} };
  const sought = { ...open, contact: en('International Office'), reach: 'office@example.org', until: `${thisYear + 1}-06-10` };
  const call = { kind: 'partner_call' as const, domain: null, goals: [], title: en('A port wanted'), body: en('On a river'), sought };
  const entry = await as(liverpool, (work) => createProfileEntry(work, { cityId: city('Liverpool'), ...call }));
  await as(liverpool, (work) => publishProfileEntry(work, { entryId: entry.id, note: 'Nobody else is here' }), entry.version);
  const established = { type: 'date' as const, date: on(`${thisYear - 18}-10-18`) };
  const plain = { kind: 'fact' as const, saidBy: null, visibility: 'private' as const, sharedWith: [], supersedes: null };
  await as(liverpool, (work) =>
    enterTieStatements(work, { tieId, office, entries: [{ attribute: 'established', value: established, ...plain }] }),
  );
});
afterAll(() => db.close());

const open = async (path: string, language: Language = 'en') =>
  deskCalendarDoor(db.database, origin).open(
    new Request(`${origin}${path}`),
    { file: path.split('/').at(-1) ?? '' },
    { language, account: null },
  );
const make = (of: Asked<'createCalendar'>['of'], office = world.liverpool) =>
  as(office, (work) => createCalendar(work, { officeId: office.office, of }));
/** The lines of a calendar, folded ones put together again. */
const linesOf = async (response: Response): Promise<readonly string[]> => (await response.text()).replaceAll('\r\n ', '').split('\r\n');

test('an address shows deadlines as whole days; what is known to the month or year stands on its first day and says so', async () => {
  const { path } = await make('office');
  const answer = await open(path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const lines = await linesOf(answer);
  const of = (name: string) => lines.filter((line) => line.startsWith(name));
  const next = thisYear + 1;
  expect(of('DTSTART')).toEqual(
    [`${next}0101`, `${next}0101`, `${next}0301`, `${next}0615`, `${thisYear + 2}1018`, `${next}0610`].map(
      (day) => `DTSTART;VALUE=DATE:${day}`,
    ),
  );
  expect(of('DTEND').at(-2)).toBe(`DTEND;VALUE=DATE:${thisYear + 2}1019`);
  expect(of('SUMMARY')).toEqual([
    `SUMMARY:Shanghai: renew Memorandum (January ${next}\\, exact day not known)`,
    `SUMMARY:Shanghai: Concert (${next}\\, exact day not known)`,
    `SUMMARY:Shanghai: Memorandum ends (March ${next}\\, exact day not known)`,
    'SUMMARY:Shanghai: Schools\\; ports\\, both',
    'SUMMARY:Shanghai: 20 years',
    'SUMMARY:Liverpool: partner call “A port wanted” closes',
  ]);
  expect(of('DESCRIPTION')).toHaveLength(3);
  expect(of('URL')).toContain(`URL;VALUE=URI:${origin}/ties/liverpool-gb--shanghai-cn`);
  expect(await linesOf(await open(path))).toEqual(lines);
  expect((await linesOf(await open(path, 'zh-Hans'))).filter((line) => line.startsWith('SUMMARY'))).toContain('SUMMARY:上海：20周年');
});

test('an address is shown once, kept as a hash, its maker’s own ends with the membership, and a revoked one opens nothing', async () => {
  const { liverpool, shanghai } = world;
  const officeId = liverpool.office;
  const member = await db.addMember(officeId, 'editor');
  const mine = valueOf(await db.as(member, (work) => createCalendar(work, { officeId, of: 'account' })));
  const common = await make('office');
  // What a member has made for the office is known to that member: it ends with them, too.
  const taken = valueOf(await db.as(member, (work) => createCalendar(work, { officeId, of: 'office' })));
  const token = mine.path.slice('/feeds/desk/'.length, -'.ics'.length);
  const { rows } = await db.owner.query('select count(*)::int as count from desk.calendar c where c::text like $1', [`%${token}%`]);
  expect(rows).toEqual([{ count: 0 }]);
  expect((await as(liverpool, (work) => getReminders(work, { officeId }))).calendars.map(({ id }) => id)).not.toContain(mine.id);
  expect((await db.as(liverpool.owner, (work) => revokeCalendar(work, { calendarId: mine.id }))).ok).toBe(false);
  expect((await db.as(shanghai.owner, (work) => getReminders(work, { officeId }))).ok).toBe(false);
  const viewer = await db.addMember(officeId, 'viewer');
  expect((await db.as(viewer, (work) => createCalendar(work, { officeId, of: 'account' }))).ok).toBe(false);
  expect((await as(liverpool, (work) => getReminders(work, { officeId }))).calendars.map(({ id }) => id)).toContain(taken.id);
  const statuses = (...paths: readonly string[]) => Promise.all(paths.map(async (path) => (await open(path)).status));
  expect(await statuses(mine.path, taken.path, `/feeds/desk/${'x'.repeat(43)}.ics`)).toEqual([200, 200, 404]);
  await as(liverpool, (work) => removeMember(work, { officeId, accountId: member }));
  expect(await statuses(mine.path, common.path, taken.path)).toEqual([404, 200, 404]);
  const revoke = () => db.as(liverpool.owner, (work) => revokeCalendar(work, { calendarId: common.id }));
  const both = (await Promise.all([revoke(), revoke()])).map((result) => (result.ok ? 'done' : result.refusal.code));
  expect([both.toSorted(), (await open(common.path)).status]).toEqual([['desk.calendar_not_found', 'done'], 404]);
});

test('the time zone of an office is one that exists', async () => {
  const { liverpool } = world;
  const set = (timeZone: string) =>
    db.as(liverpool.owner, (work) => setReminderRule(work, { officeId: liverpool.office, timeZone, quietMonths: null }));
  expect([(await set('Mars/Olympus')).ok, (await set('+01:00')).ok, (await set('Asia/Shanghai')).ok]).toEqual([false, false, true]);
});

test('a tie is quiet by the rule of the office that set it, and on no other desk', async () => {
  const { liverpool, shanghai, city } = world;
  const officeId = liverpool.office;
  const { office: theirs } = shanghai;
  await as(shanghai, (work) => keepTie(work, { office: theirs, cityId: city('Shanghai'), withCityId: city('Liverpool') }));
  const nothing = { ends: null, fromSide: null, level: null, ledBy: null, people: null, note: null, source: null };
  const event = { kind: 'event' as const, domains: ['sport' as const], title: en('A match'), starts: on('2010'), ...nothing };
  await as(liverpool, (work) => addExchange(work, { tieId, office: officeId, ...event }));
  await as(liverpool, (work) => setReminderRule(work, { officeId, timeZone: 'Asia/Shanghai', quietMonths: 12 }));
  const quietOn = async (office: TestOffice, today: string) => {
    const { quietMonths, quiet } = await as(office, (work) => openDesk(work, { officeId: office.office, today }));
    return [quietMonths, quiet.map(({ last }) => last.text)];
  };
  expect(await quietOn(liverpool, '2011-12-31')).toEqual([12, []]);
  expect(await quietOn(liverpool, '2012-01-01')).toEqual([12, ['2010']]);
  expect(await quietOn(shanghai, '2019-01-01')).toEqual([null, []]);
});

test('a partner call is told until a year after its last day, on the desk of its office alone', async () => {
  const { liverpool, shanghai } = world;
  const calls = async (office: TestOffice, today: string) =>
    (await as(office, (work) => openDesk(work, { officeId: office.office, today }))).calls.map(({ title, city, on: { text }, late }) => [
      ...[title['en']?.text, city.slug],
      ...[text, late],
    ]);
  const told = ['A port wanted', 'liverpool-gb', `${thisYear + 1}-06-10`];
  expect(await calls(liverpool, `${thisYear + 1}-03-01`)).toEqual([[...told, false]]);
  expect(await calls(liverpool, `${thisYear + 1}-06-11`)).toEqual([[...told, true]]);
  expect(await calls(liverpool, `${thisYear + 2}-07-01`)).toEqual([]);
  expect(await calls(shanghai, `${thisYear + 1}-06-01`)).toEqual([]);
});

test('on Monday morning where the office is each who asked for it has one mail, and none in a week with nothing', async () => {
  const { liverpool, shanghai } = world;
  const officeId = liverpool.office;
  await as(liverpool, (work) => setWeeklyMail(work, { officeId, on: true }));
  await as(shanghai, (work) => setWeeklyMail(work, { officeId: shanghai.office, on: true }));
  const due = async (now: string) =>
    (await db.owner.query<{ office: string; day: string }>('select office, day::text from desk.due_weekly_mails($1)', [now])).rows;
  // Seven o'clock on a Monday in Shanghai, where Liverpool's desk was just put, is eleven at night before in Greenwich.
  expect(await due('2019-11-03T22:59:00Z')).toEqual([]);
  expect(await due('2019-11-03T23:00:00Z')).toEqual([{ office: officeId, day: '2019-11-04' }]);
  expect(await due('2019-11-05T01:00:00Z')).toEqual([]);
  await db.owner.query(
    'create or replace function desk.due_weekly_mails(p_now timestamptz) returns table (id uuid, office uuid, account uuid, day date) language sql security definer as $$ select m.id, m.owner_office, m.account, date ' +
      `'${thisYear + 1}-05-31'` +
      ' from desk.weekly_mail m where told_on is null $$',
  );
  const send = () => sendWeeklyMails(db.database, (desk, asked) => weeklyLetter(desk, { ...asked, origin }));
  expect([await send(), await send()]).toEqual([1, 0]);
  const { rows } = await db.owner.query<{ subject: string; body: string }>(
    'select subject, body from platform.mail order by id desc limit 1',
  );
  const [mail] = rows;
  expect(mail?.body).toContain(
    `Overdue\n- January ${thisYear + 1}  Shanghai: renew Memorandum\n- March ${thisYear + 1}  Shanghai: Memorandum ends`,
  );
  expect(mail?.body).toContain(`- 15 June ${thisYear + 1}  Shanghai: Schools; ports, both`);
  expect(mail?.body).toContain(`- 10 June ${thisYear + 1}  Liverpool: partner call “A port wanted” closes`);
  const token = /token=([\w-]{43})/.exec(mail?.body ?? '')?.[1] ?? expect.fail('no link');
  expect(valueOf(await db.as(null, (work) => stopWeeklyMail(work, { token })))).toEqual({ on: false });
  expect((await as(liverpool, (work) => getReminders(work, { officeId }))).weeklyMail).toBe(false);
  expect((await db.as(null, (work) => stopWeeklyMail(work, { token: 'x'.repeat(43) }))).ok).toBe(false);
});

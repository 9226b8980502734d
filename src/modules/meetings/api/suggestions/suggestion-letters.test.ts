// Letters that name suggestions: who gets one, who does not and why, what it says, nobody twice in seven days, taken back.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '#kernel/result.ts';
import { createParticipant, updateParticipant } from '#modules/expos/api/change-participants.ts';
import { changeSuggesting, setAside, setSuggested } from '#modules/matching/api/choose.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import type { Work } from '#platform/work.ts';
import { openForum, origin, type Forum } from '../forum-fixture.ts';
import { prepareSuggestionLetters, previewSuggestionLetters, sendSuggestionLetters, stopSuggestionLetters } from './suggestion-letters.ts';

let db: TestDatabase;
let f: Forum;
const human = (text: string) => ({ text, origin: 'human' as const });
const say = (code: keyof Forum['ids'], facts: object) =>
  f.as(f.organiser, (w) => updateParticipant(w, { editionId: f.editionId, participantId: f.ids[code], ...facts })).then(valueOf);

beforeAll(async () => {
  db = await openTestDatabase();
  f = await openForum(db);
  await say('E01', { offer: { en: human('Shore power for ferries') } });
  const contacts = [{ surname: 'Reed', givenName: 'Ann', nameOrder: 'given_first' as const, email: 'ann@reed.example' }];
  await say('E02', {
    offer: { en: human('Batteries that store shore power') },
    contacts: contacts.map((one) => ({ ...one, post: '', phone: null, languages: [] })),
  });
  await say('B01', { need: { 'zh-Hans': human('码头岸电与储能') } });
  await say('B02', { need: { 'zh-Hans': human('养老院设备') } });
  // Says nothing, and fits but has no address.
  const silent = { editionId: f.editionId, role: 'buyer' as const, name: { en: human('Silent') }, unavailable: [] };
  await f.as(f.organiser, (w) => createParticipant(w, { ...silent, code: 'B03' })).then(valueOf);
  const unreached = { ...silent, code: 'B04', name: { en: human('Unreached') }, need: { en: human('Shore power') } };
  await f.as(f.organiser, (w) => createParticipant(w, unreached)).then(valueOf);
});
afterAll(() => db.close());

/** Today: links of an edition long past would be over at once. */
const today = <T>(who: TestOffice, use: (work: Work) => Promise<Result<T>>) => db.as(who.owner, use);
const transactOf =
  (who: TestOffice) =>
  <T>(use: (work: Work) => Promise<Result<T>>) =>
    today(who, use);
const look = (who: TestOffice = f.organiser, toId?: string) =>
  previewSuggestionLetters(transactOf(who), { editionId: f.editionId, toId }, { origin, leaves: true });
async function send() {
  const prepared = valueOf(await prepareSuggestionLetters(transactOf(f.organiser), { editionId: f.editionId }));
  return valueOf(await today(f.organiser, (w) => sendSuggestionLetters(w, { editionId: f.editionId }, prepared, origin)));
}
const mails = async () =>
  (
    await db.owner.query<{ recipient: string; subject: string; body: string }>(
      'select recipient, subject, body from platform.mail order by id',
    )
  ).rows;
const reasonsOf = async () =>
  valueOf(await look())
    .leftOut.map(({ participant, why }) => [participant.code, why])
    .sort();

test('who would get a letter is shown first: how, in which language, with how many names; and who would not, with the reason', async () => {
  const shown = valueOf(await look());
  expect(shown).toMatchObject({
    isOn: true,
    isClosed: false,
    total: 6,
    due: 3,
    letters: { waiting: 0, sent: 0, refused: 0, lastAt: null },
  });
  expect(shown.entries.map(({ participant, suggestions, channel, people }) => [participant.code, suggestions, channel, people])).toEqual([
    ['B01', 2, 'mail', 1],
    ['E01', 2, 'mail', 1],
    ['E02', 2, 'mail', 0],
  ]);
  expect(shown.languages.reduce((sum, { count }) => sum + count, 0)).toBe(3);
  expect(await reasonsOf()).toEqual([
    ['B02', 'nobody'],
    ['B03', 'silent'],
    ['B04', 'no_address'],
  ]);
  expect(shown.reasons.reduce((sum, { count }) => sum + count, shown.due)).toBe(shown.total);
  expect(shown.sample?.texts['zh-Hans']?.body).toContain(`${origin}/my/${f.editionId}/${f.ids.B01}/suggestions`);
  const next = valueOf(await look(f.organiser, shown.sample?.next ?? ''));
  expect(next.sample?.participant.code).toBe('E01');
  for (const who of [f.company, f.chamber, f.stranger]) expect(await look(who)).toMatchObject({ ok: false });
});

test('what a side set aside is not named to it, which the organiser does not learn', async () => {
  const before = JSON.stringify(valueOf(await look()));
  const aside = { editionId: f.editionId, participantId: f.ids.B01, otherId: f.ids.E02 };
  valueOf(await f.as(f.buyerOne, (w) => setAside(w, { ...aside, isAside: true })));
  expect(JSON.stringify(valueOf(await look()))).toBe(before);
});

test('each is written to once in seven days, with names and a link to its own page, and no reasons or figures', async () => {
  expect(await send()).toEqual({ written: 3 });
  const sent = await mails();
  expect(sent).toHaveLength(3);
  const [toReed] = sent.filter(({ recipient }) => recipient === 'ann@reed.example');
  expect(toReed?.body).toMatch(/Company B01[\s\S]*https:\/\/hansa\.example\/in#hansa_link_/);
  expect(toReed?.subject).toContain('whom you could meet / ');
  const [toBuyer] = sent.filter(({ body }) => body.includes(`/my/${f.editionId}/${f.ids.B01}/suggestions`));
  expect(toBuyer?.body).toContain('Company E01');
  expect(toBuyer?.body).not.toContain('Company E02');
  for (const { body } of sent) expect(body).not.toMatch(/points|分|岸电/);
  // Again at once: everybody is left alone.
  expect(await send()).toEqual({ written: 0 });
  expect(await reasonsOf()).toContainEqual(['E02', 'quiet']);
  expect(valueOf(await look())).toMatchObject({ due: 0, letters: { waiting: 3 } });
});

test('what has not left is taken back, its links open nothing, and those can be written to again', async () => {
  await db.owner.query(`update platform.mail set sent_at = now() where recipient = 'ann@reed.example'`);
  expect(valueOf(await today(f.organiser, (w) => stopSuggestionLetters(w, { editionId: f.editionId })))).toEqual({ stopped: 2 });
  expect(await mails()).toHaveLength(1);
  expect(valueOf(await look())).toMatchObject({ due: 2, letters: { waiting: 0, sent: 1 } });
  expect(await f.as(f.company, (w) => stopSuggestionLetters(w, { editionId: f.editionId }))).toMatchObject({ ok: false });
});

test('who does not want these letters gets none, though it is suggested to others', async () => {
  const own = { editionId: f.editionId, participantId: f.ids.E01 };
  expect(valueOf(await f.as(f.company, (w) => setSuggested(w, { ...own, isWritten: false })))).toEqual({
    ...{ isOn: true, isSuggested: true, isWritten: false },
  });
  expect(await reasonsOf()).toContainEqual(['E01', 'unwanted']);
  const [b01] = valueOf(await look()).entries.filter(({ participant }) => participant.code === 'B01');
  expect(b01?.suggestions).toBe(2);
  expect(await send()).toEqual({ written: 1 });
  const audited = await db.owner.query(`select count(*)::int as count from accounts.audit_entry where use_case = 'send-suggestions'`);
  expect(audited.rows).toEqual([{ count: 3 }]);
  valueOf(await f.as(f.organiser, (w) => changeSuggesting(w, { editionId: f.editionId, isOn: false, share: 0 }), 1));
  expect(valueOf(await look())).toMatchObject({ isOn: false, due: 0 });
  const prepared = valueOf(await prepareSuggestionLetters(transactOf(f.organiser), { editionId: f.editionId }));
  expect(await today(f.organiser, (w) => sendSuggestionLetters(w, { editionId: f.editionId }, prepared, origin))).toMatchObject({
    ...{ ok: false, refusal: { code: 'meetings.suggestions_off' } },
  });
});

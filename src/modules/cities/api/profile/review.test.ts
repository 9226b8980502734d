import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId, Id } from '#kernel/ids.ts';
import { disableMember, enableMember } from '#modules/accounts/api/manage-members.ts';
import type { Work } from '#platform/work.ts';
import { openTestDatabase, valueOf, type TestDatabase, type TestOffice } from '#platform/postgres/test-database.ts';
import { addCity } from '../add-city.ts';
import {
  createProfileEntry,
  publishProfileEntry,
  restoreProfileEntry,
  unpublishProfileEntry,
  updateProfileEntry,
} from './change-profile.ts';
import { getProfile, listEntryHistory } from './read-profile.ts';
import { answerEntryReview, askEntryReview } from './review-entry.ts';
import { getReviewMail, setReviewMail, stopReviewMail } from './review-mail.ts';

const origin = 'https://hansa.example';
let db: TestDatabase;
let register: TestOffice;
let stranger: TestOffice;
let editor: AccountId;
let viewer: AccountId;
let cityId: Id<'City'>;
beforeAll(async () => {
  db = await openTestDatabase();
  [register, stranger] = [await db.foundOffice({ kind: 'register' }), await db.foundOffice({ kind: 'city' })];
  [editor, viewer] = [await db.addMember(register.office, 'editor'), await db.addMember(register.office, 'viewer')];
  const names = [{ language: 'en', text: 'Cork', kind: 'official' as const, origin: 'human' as const }];
  cityId = valueOf(await db.as(register.owner, (work) => addCity(work, { office: register.office, names, country: 'IE' }, null))).id;
});
afterAll(() => db.close());

const text = (words: string) => ({ en: { text: words, origin: 'human' as const } });
const titles = async (): Promise<readonly unknown[]> =>
  valueOf(await db.as(null, (work) => getProfile(work, { cityId }))).entries.map(({ title }) => title['en']?.text);
const begin = async (words: string): Promise<Id<'ProfileEntry'>> => {
  const input = { cityId, kind: 'need' as const, domain: null, goals: [11 as const, 13 as const], title: text(words), body: text(words) };
  return valueOf(await db.as(register.owner, (work) => createProfileEntry(work, { ...input, sought: null }))).id;
};
const refusal = async (by: AccountId, use: (work: Work) => ReturnType<typeof askEntryReview>): Promise<string | null> => {
  const result = await db.as(by, use);
  return result.ok ? null : (result.refusal.problems?.[0]?.code ?? result.refusal.code);
};

test('a text that is half in a language stays a draft: neither a second reader nor the public gets it', async () => {
  const half = { title: text('Salt'), body: { ...text('Mines.'), 'zh-Hans': { text: '盐矿。', origin: 'human' as const } } };
  const input = { cityId, kind: 'need' as const, domain: null, goals: [], sought: null, ...half };
  const entryId = valueOf(await db.as(register.owner, (work) => createProfileEntry(work, input))).id;
  const ask = () => refusal(register.owner, (work) => askEntryReview(work, { entryId, note: null }, origin));
  expect(await ask()).toBe('cities.title_missing_zh');
  const title = { ...half.title, 'zh-Hans': { text: '盐', origin: 'human' as const } };
  valueOf(await db.as(register.owner, (work) => updateProfileEntry(work, { entryId, title })));
  expect(await ask()).toBeNull();
  expect(await refusal(editor, (work) => answerEntryReview(work, { entryId, approved: true, note: null }))).toBeNull();
  valueOf(await db.as(register.owner, (work) => updateProfileEntry(work, { entryId, title: half.title })));
  expect(await refusal(register.owner, (work) => publishProfileEntry(work, { entryId, note: 'In haste' }))).toBe('cities.review_needed');
});

test('a text is published once somebody else of the office has approved it; a new text is read anew', async () => {
  const entryId = await begin('Flood walls');
  const publish = (by: AccountId) => refusal(by, (work) => publishProfileEntry(work, { entryId, note: 'In haste' }));
  const ask = (by: AccountId) => refusal(by, (work) => askEntryReview(work, { entryId, note: 'Is the figure right?' }, origin));
  const answer = (by: AccountId, approved: boolean, note: string | null = null) =>
    refusal(by, (work) => answerEntryReview(work, { entryId, approved, note }));
  expect(await publish(register.owner)).toBe('cities.review_needed');
  expect(await answer(editor, true)).toBe('cities.review_not_asked');
  expect(await ask(viewer)).toBe('kernel.forbidden');
  expect(await ask(register.owner)).toBeNull();
  expect(await ask(editor)).toBe('cities.review_asked_already');
  expect(await answer(register.owner, true)).toBe('cities.own_text');
  expect(await answer(viewer, true)).toBe('kernel.forbidden');
  expect(await answer(stranger.owner, true)).toBe('cities.entry_not_found');
  expect(await answer(editor, false)).toBe('cities.remarks_missing');
  expect(await answer(editor, false, 'Name the year')).toBeNull();
  expect([await publish(register.owner), await titles()]).toEqual(['cities.review_needed', []]);
  const edit = (by: AccountId, title: string) => refusal(by, (work) => updateProfileEntry(work, { entryId, title: text(title) }));
  expect(await edit(register.owner, 'Flood walls of 2021')).toBeNull();
  expect([await ask(register.owner), await answer(editor, true), await publish(register.owner)]).toEqual([null, null, null]);
  expect(await titles()).toEqual(['Flood walls of 2021']);

  // Whoever changes what was approved has written it: another one reads it.
  expect(await edit(editor, 'Flood walls, rebuilt')).toBeNull();
  expect([await publish(editor), await titles()]).toEqual(['cities.review_needed', ['Flood walls of 2021']]);
  expect([await ask(editor), await answer(editor, true), await answer(register.owner, true), await publish(editor)]).toEqual([
    null,
    'cities.own_text',
    null,
    null,
  ]);
  expect(await titles()).toEqual(['Flood walls, rebuilt']);
});

test('who is disabled cannot read a text over: where nobody else is left it is published with a note', async () => {
  const entryId = await begin('Tide gauges');
  const publish = () => refusal(register.owner, (work) => publishProfileEntry(work, { entryId, note: 'In haste' }));
  const set = (use: typeof disableMember) => db.as(register.owner, (work) => use(work, { officeId: register.office, accountId: editor }));
  expect(await publish()).toBe('cities.review_needed');
  valueOf(await set(disableMember));
  expect([await refusal(register.owner, (work) => askEntryReview(work, { entryId, note: null }, origin)), await publish()]).toEqual([
    'cities.nobody_reviews',
    null,
  ]);
  valueOf(await set(enableMember));
  valueOf(await db.as(editor, (work) => unpublishProfileEntry(work, { entryId })));
});

test('the history tells who did what with which text, and an earlier text is taken up again', async () => {
  const entryId = await begin('First');
  const edit = (title: string) => db.as(editor, (work) => updateProfileEntry(work, { entryId, title: text(title) }));
  valueOf(await edit('Second'));
  const restore = (textVersion: number) => refusal(register.owner, (work) => restoreProfileEntry(work, { entryId, textVersion }));
  expect([await restore(2), await restore(9), await restore(1)]).toEqual(['cities.text_of_now', 'cities.text_not_found', null]);
  valueOf(await db.as(editor, (work) => askEntryReview(work, { entryId, note: null }, origin)));
  valueOf(await db.as(editor, (work) => answerEntryReview(work, { entryId, approved: true, note: 'Good' })));
  valueOf(await db.as(editor, (work) => publishProfileEntry(work, { entryId, note: null })));
  valueOf(await db.as(editor, (work) => unpublishProfileEntry(work, { entryId })));
  expect(await refusal(editor, (work) => unpublishProfileEntry(work, { entryId }))).toBe('cities.not_published');
  const history = valueOf(await db.as(viewer, (work) => listEntryHistory(work, { entryId }))).entries;
  const told = history.map(({ step, textVersion, fromVersion, note, content }) => [
    step,
    textVersion,
    fromVersion,
    note,
    content?.title['en']?.text,
  ]);
  expect(told).toEqual([
    ['withdrawn', 3, null, null, undefined],
    ['published', 3, null, null, undefined],
    ['approved', 3, null, 'Good', undefined],
    ['review_asked', 3, null, null, undefined],
    ['restored', 3, 1, null, 'First'],
    ['written', 2, null, null, 'Second'],
    ['written', 1, null, null, 'First'],
  ]);
  expect(history.every(({ by }) => by?.name != null)).toBe(true);
  expect(history.at(-1)?.content?.goals).toEqual([11, 13]);
  expect(await db.as(stranger.owner, (work) => listEntryHistory(work, { entryId }))).toMatchObject({
    refusal: { code: 'cities.entry_not_found' },
  });
});

test('what was done is never changed and never taken away, by the database itself', async () => {
  const tried = (statement: string) =>
    db.as(register.owner, async (work) => {
      const { sql } = await import('kysely');
      await sql.raw(statement).execute(work.tx);
      return { ok: true as const, value: null };
    });
  await expect(tried(`update cities.entry_step set note = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(tried('delete from cities.entry_step')).rejects.toThrow(/permission denied/);
});

test('each who may answer has a mail that tells nothing of the text, until they switch it off', async () => {
  const reader = await db.addMember(register.office, 'editor');
  const mails = async () => {
    const { rows } = await db.owner.query<{ account: string; subject: string; body: string }>(
      'select a.id as account, m.subject, m.body from platform.mail m join accounts.account a on a.email = m.recipient order by a.id',
    );
    await db.owner.query('delete from platform.mail');
    return rows;
  };
  await mails();
  const entryId = await begin('A secret plan');
  const ask = () => db.as(register.owner, (work) => askEntryReview(work, { entryId, note: 'Between us' }, origin));
  const back = () => db.as(editor, (work) => answerEntryReview(work, { entryId, approved: false, note: 'No' }));
  valueOf(await ask());
  const told = await mails();
  expect(told.map(({ account }) => account)).toEqual([editor, reader].toSorted());
  for (const { subject, body } of told) {
    expect(body).toContain(`${origin}/cities/${cityId}/profile/${entryId}`);
    for (const word of ['secret', 'Between us', 'Cork']) expect(subject + body).not.toContain(word);
  }

  // One stops it by the link, without signing in; the other at the desk, and takes it up again.
  const token = /token=([\w-]{43})/.exec(told.find(({ account }) => account === reader)?.body ?? '')?.[1] ?? expect.fail('no link');
  valueOf(await db.as(null, (work) => stopReviewMail(work, { token })));
  const { office: officeId } = register;
  const set = (on: boolean) => db.as(editor, (work) => setReviewMail(work, { officeId, on }));
  const has = async (by: AccountId) => valueOf(await db.as(by, (work) => getReviewMail(work, { officeId }))).on;
  valueOf(await set(false));
  expect([await has(register.owner), await has(editor), await has(reader)]).toEqual([true, false, false]);
  valueOf(await back());
  valueOf(await ask());
  expect(await mails()).toEqual([]);
  valueOf(await set(true));
  valueOf(await back());
  valueOf(await ask());
  expect((await mails()).map(({ account }) => account)).toEqual([editor]);
  expect(await db.as(null, (work) => stopReviewMail(work, { token: 'x'.repeat(43) }))).toMatchObject({
    refusal: { code: 'cities.review_mail_not_found' },
  });
  expect(await db.as(stranger.owner, (work) => setReviewMail(work, { officeId, on: false }))).toMatchObject({ ok: false });
});

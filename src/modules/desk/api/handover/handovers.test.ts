import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccountId } from '#kernel/ids.ts';
import { disableMember, enableMember } from '#modules/accounts/api/manage-members.ts';
import { recordOutcome } from '#modules/outcomes/api/record-outcome.ts';
import { setOutcomeAudience } from '#modules/outcomes/api/share-outcome.ts';
import { deals, openTie, text, type TieFixture } from '#modules/outcomes/api/outcomes-fixture.ts';
import { addAgreedItem } from '#modules/ties/api/agreement/change-items.ts';
import { addAgreement } from '#modules/ties/api/agreement/change-agreements.ts';
import { few } from '#platform/full-size.ts';
import { pagesOf, unbroken } from '#platform/paper/paper-fixture.ts';
import { wordsOfWord } from '#platform/paper/word-fixture.ts';
import { openTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import { isFarOff } from '../../domain/handover/lines.ts';
import { beginHandover, cancelHandover, exportHandover, finishHandover, getHandover, setHandover, tickHandover } from './handovers.ts';

let db: TestDatabase;
let world: TieFixture;
let goes: AccountId;
let comes: AccountId;
let viewer: AccountId;
const nobody = { toAccount: null, restAccount: null, startsOn: '2026-12-01', words: null };

beforeAll(async () => {
  db = await openTestDatabase();
  world = await openTie(db);
  const { tieId, shanghai, liverpool } = world;
  goes = shanghai.owner;
  comes = await db.addMember(shanghai.office, 'editor');
  viewer = await db.addMember(shanghai.office, 'viewer');
  const agreed = {
    kind: 'memorandum' as const,
    title: text('Memorandum'),
    signedOn: null,
    validFrom: null,
    validTo: { text: '2099-01-07', qualifier: 'exact' as const },
  };
  const on = { tieId, office: shanghai.office };
  const agreement = valueOf(
    await db.as(goes, (work) => addAgreement(work, { ...on, ...agreed, parties: [], source: null, documentId: null })),
  );
  const item = (words: string, due: string | null) =>
    db.as(goes, (work) =>
      addAgreedItem(work, {
        agreementId: agreement.id,
        text: text(words),
        domain: null,
        aOwner: null,
        bOwner: null,
        due: due === null ? null : { text: due, qualifier: 'exact' },
        confirmed: ['ties.due_has_passed'],
      }),
    );
  valueOf(await item('List of port technologies', '2026-11-23'));
  valueOf(await item('Names for the port exchange', null));
  const whole = valueOf(await db.as(liverpool.owner, (work) => recordOutcome(work, deals(world, liverpool.office))));
  valueOf(await db.as(liverpool.owner, (work) => setOutcomeAudience(work, { outcomeId: whole.id, visibility: 'public', sharedWith: [] })));
});
afterAll(() => db.close());

const officeId = () => world.shanghai.office;
const seen = async (by: AccountId) => valueOf(await db.as(by, (work) => getHandover(work, { officeId: officeId(), language: 'en' })));
const current = async (by: AccountId = goes) => (await seen(by)).handover ?? expect.fail('no hand-over');
const tick = async (by: AccountId, subject: string, taken: boolean) => {
  const { id } = await current();
  return db.as(by, (work) => tickHandover(work, { officeId: officeId(), handoverId: id, subject, taken }));
};

test('whatever is open stands in it by part, with the lines of the one who goes, and nobody else’s office reads it', async () => {
  expect((await seen(goes)).handover).toBeNull();
  const facts = { ...nobody, toAccount: comes, words: 'The 45 deals are the ones that will come up.' };
  valueOf(await db.as(goes, (work) => beginHandover(work, { officeId: officeId(), ...facts })));
  expect((await db.as(goes, (work) => beginHandover(work, { officeId: officeId(), ...facts }))).ok).toBe(false);
  const { id, version } = await current();
  const typed = [
    {
      id: '0193f3a0-0000-7000-8000-000000000001',
      part: 'where' as const,
      head: 'Agreement of 1980 | 1980年协议',
      text: 'City archive',
      due: null,
    },
  ];
  const written = await db.as(goes, (work) => setHandover(work, { officeId: officeId(), handoverId: id, ...facts, typed }), version);
  expect(valueOf(written)).toEqual({ version: 2 });
  const lines = (await current()).lines.map(({ part, words, late }) => [part, words, late]);
  expect(lines).toEqual([
    ['answers', expect.stringContaining('Answer on: Deals found by the delegation'), false],
    ['deadlines', 'Liverpool: List of port technologies', true],
    ['deadlines', 'Liverpool: Memorandum: it ends', false],
    ['promised', 'Liverpool: Names for the port exchange', false],
    ['where', 'Agreement of 1980', false],
  ]);
  expect((await db.as(world.liverpool.owner, (work) => getHandover(work, { officeId: officeId() }))).ok).toBe(false);
  expect((await db.as(goes, (work) => beginHandover(work, { officeId: officeId(), ...nobody, toAccount: world.liverpool.owner }))).ok).toBe(
    false,
  );
});

test('nobody takes over from themselves', async () => {
  const { id, version } = await current();
  const facts = { ...nobody, toAccount: goes, typed: [] };
  const set = await db.as(goes, (work) => setHandover(work, { officeId: officeId(), handoverId: id, ...facts }), version);
  expect(set).toMatchObject({ ok: false, refusal: { problems: [{ path: ['toAccount'], code: 'desk.handover_to_self' }] } });
});

test('only the successor ticks; a tick can be taken off, stays on record with its date, and the line keeps its place', async () => {
  const { lines } = await current();
  const [first, second] = lines;
  if (first === undefined || second === undefined) expect.fail('no lines');
  expect([(await tick(goes, first.subject, true)).ok, (await tick(viewer, first.subject, true)).ok]).toEqual([false, false]);
  expect([(await seen(goes)).handover?.mayTick, (await seen(comes)).handover?.mayTick]).toEqual([false, true]);
  valueOf(await tick(comes, first.subject, true));
  valueOf(await tick(comes, second.subject, true));
  valueOf(await tick(comes, second.subject, false));
  expect((await tick(comes, 'typed nothing', true)).ok).toBe(false);
  const after = await current();
  expect(after.lines.map(({ subject }) => subject)).toEqual(lines.map(({ subject }) => subject));
  expect(after.lines.map(({ taken }) => taken?.by.account ?? null)).toEqual([comes, null, null, null, null]);
  expect(after.tally).toEqual({ lines: 5, taken: 1, open: 4, late: 1, early: 0 });
  const { rows } = await db.owner.query('select subject, taken from desk.handover_tick order by id');
  expect(rows).toEqual([
    { subject: first.subject, taken: true },
    { subject: second.subject, taken: true },
    { subject: second.subject, taken: false },
  ]);
});

test('whose membership is disabled takes nothing over: not offered, not named, and what they took is open until they are back', async () => {
  const { id, version, from } = await current();
  const disable = (useCase: typeof disableMember) => db.as(goes, (work) => useCase(work, { officeId: officeId(), accountId: comes }));
  valueOf(await disable(disableMember));
  const shown = await seen(goes);
  expect(shown.members.map(({ account }) => account).toSorted()).toEqual([goes, viewer].toSorted());
  expect(shown.handover).toMatchObject({
    to: { account: comes, isHere: false },
    from: { ...from, isHere: true },
    tally: { taken: 0, open: 5 },
  });
  const facts = { ...nobody, toAccount: comes, restAccount: comes, typed: [] };
  expect(await db.as(goes, (work) => setHandover(work, { officeId: officeId(), handoverId: id, ...facts }), version)).toMatchObject({
    refusal: {
      problems: [
        { path: ['toAccount'], code: 'desk.not_a_member' },
        { path: ['restAccount'], code: 'desk.not_a_member' },
      ],
    },
  });
  valueOf(await disable(enableMember));
  expect((await current()).tally).toMatchObject({ taken: 1, open: 4 });
});

test('on paper and in Word everything open is there in both languages, what is taken beside what is not', async () => {
  for (const language of few(['en', 'zh-Hans'] as const)) {
    const made = async (form: 'pdf' | 'docx') =>
      new Uint8Array(
        await valueOf(await exportHandover((use) => db.as(goes, use), { officeId: officeId(), language, form })).arrayBuffer(),
      );
    const [pdf, docx] = [await made('pdf'), await made('docx')];
    if (process.env['HANSA_LOOK'] !== undefined) writeFileSync(`${process.env['HANSA_LOOK']}/handover-${language}.pdf`, pdf);
    const said = unbroken(pagesOf(pdf).join(''));
    const word = unbroken((await wordsOfWord(docx)).body);
    const { lines } = valueOf(await db.as(goes, (work) => getHandover(work, { officeId: officeId(), language }))).handover ?? expect.fail();
    for (const text of [said, word]) {
      expect(lines.filter(({ words }) => !text.includes(unbroken(words)))).toEqual([]);
      expect([text.split('■').length - 1, text.split('□').length - 1]).toEqual([1, 4]);
    }
  }
});

test('it may be finished with open lines, which somebody named has until they are taken; then the next may begin', async () => {
  const { id, version } = await current();
  const facts = { ...nobody, toAccount: comes, restAccount: goes, typed: [] };
  valueOf(await db.as(goes, (work) => setHandover(work, { officeId: officeId(), handoverId: id, ...facts }), version));
  expect((await db.as(goes, (work) => finishHandover(work, { officeId: officeId(), handoverId: id }), version)).ok).toBe(false);
  valueOf(await db.as(comes, (work) => finishHandover(work, { officeId: officeId(), handoverId: id }), version + 1));
  const after = await current();
  expect([after.finishedAt === null, after.rest?.account, after.tally.open]).toEqual([false, goes, 3]);
  const late = await db.as(goes, (work) => setHandover(work, { officeId: officeId(), handoverId: id, ...facts }), after.version);
  expect(late).toMatchObject({ ok: false, refusal: { code: 'desk.no_handover' } });
  const open = after.lines.find(({ taken }) => taken === null)?.subject ?? '';
  valueOf(await tick(goes, open, true));
  expect((await current()).tally.open).toBe(2);
  valueOf(await db.as(comes, (work) => beginHandover(work, { officeId: officeId(), ...nobody })));
  expect((await current()).from.account).toBe(comes);
});

test('who began it may cancel it while nothing is ticked, and it is on the record; the one before stands again', async () => {
  const { id, version } = await current();
  const cancel = (by: AccountId, of = version) => db.as(by, (work) => cancelHandover(work, { officeId: officeId(), handoverId: id }), of);
  expect([(await seen(comes)).handover?.mayCancel, (await seen(goes)).handover?.mayCancel]).toEqual([true, false]);
  expect(await cancel(goes)).toMatchObject({ ok: false, refusal: { code: 'desk.not_yours_to_cancel' } });
  expect((await cancel(comes, version + 1)).ok).toBe(false);
  valueOf(await cancel(comes));
  expect([(await current()).id === id, (await current()).finishedAt === null]).toEqual([false, false]);
  const { rows } = await db.owner.query("select subjects from accounts.audit_entry where use_case = 'cancel-handover'");
  expect(rows).toEqual([{ subjects: [id] }]);
  const next = valueOf(await db.as(comes, (work) => beginHandover(work, { officeId: officeId(), ...nobody })));
  const subject = (await current()).lines[0]?.subject ?? '';
  // Nobody takes over from themselves, not even while it is not known who comes.
  expect([(await tick(comes, subject, true)).ok, (await seen(comes)).handover?.mayTick]).toEqual([false, false]);
  valueOf(await tick(goes, subject, true));
  valueOf(await tick(goes, subject, false));
  const ticked = await db.as(comes, (work) => cancelHandover(work, { officeId: officeId(), handoverId: next.id }), next.version);
  expect(ticked).toMatchObject({ ok: false, refusal: { code: 'desk.handover_ticked' } });
});

test.each([
  ['', false],
  ['1999-02-01', true],
  ['2025-11-29', true],
  ['2025-11-30', false],
  ['2027-11-30', false],
  ['2027-12-01', true],
])('a first day of %s is asked about on 30 November 2026: %s', (startsOn, isAsked) => {
  expect(isFarOff(startsOn, '2026-11-30')).toBe(isAsked);
});

// What is refused with words, and leaves everything as it was; and what is asked before it is entered.
import { expect, test } from 'vitest';
import { organiserOf } from '#modules/expos/api/edition-fixture.ts';
import { readUpload } from '#modules/evidence/api/documents.ts';
import { shareTestDatabase, valueOf } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';
import { acceptAnswer } from './accept-answer.ts';
import { addEntry, reverseEntry, stateRate } from './add-entry.ts';
import { confirmStage } from './confirm-stage.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';
import { previewOutcomeSheet } from './sheet/keep-sheet.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

type Input = Partial<Asked<'recordOutcome'>>;
const tryRecord = (facts: Input = {}) =>
  db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, { extent: 'single', ...facts })));
const record = async (facts: Input = {}) => valueOf(await tryRecord(facts));
const rows = async () =>
  (
    await db.owner.query<Record<string, unknown>>(
      'select (select count(*) from outcomes.outcome) o, (select count(*) from outcomes.entry) e, (select count(*) from evidence.document) d, (select count(*) from accounts.audit_entry) a',
    )
  ).rows;
const problems = (result: {
  readonly ok: boolean;
  readonly refusal?: { readonly problems?: readonly { readonly path: readonly unknown[]; readonly code: string }[] };
}) => (result.ok ? [] : (result.refusal?.problems ?? []).map(({ path, code }) => `${path.join('.')} ${code}`));
const signed = (amount: string, facts: Partial<ReturnType<typeof entry>> = {}) =>
  entry({ stage: 'signed', amount, currency: 'GBP', ...facts });
const future = { text: '2999-01-01', qualifier: 'exact' as const };

test('shares over 100 %, days to come of what came about, and both at once are refused, and nothing is kept', async () => {
  const before = await rows();
  const party = (share: string) => ({ organisationId: null, cityId: null, name: `Holder of ${share}`, role: 'investor' as const, share });
  const parties = [party('60'), party('41')];
  expect(problems(await tryRecord({ parties, occurred: future, entry: signed('7', { valueDate: future }) }))).toEqual([
    'parties outcomes.shares_above_whole',
    'entry.valueDate outcomes.future_day',
    'occurred outcomes.future_day',
  ]);
  expect(await rows()).toEqual(before);
  // What may come may be told of a day to come.
  expect(await tryRecord({ occurred: future, entry: entry({ stage: 'intended', valueDate: future }) })).toMatchObject({ ok: true });
});

test('an entry or a rate of a day to come, a reversal of a reversal and an entry in a second currency are refused', async () => {
  const made = await record({ title: text('One'), entry: signed('7') });
  const { owner } = tie.liverpool;
  const outcomeId = made.id;
  const entryId = made.entries[0]?.id ?? '';
  const reversed = valueOf(await db.as(owner, (work) => reverseEntry(work, { outcomeId, entryId, note: 'misread' })));
  const reversal = reversed.entries[1]?.id ?? '';
  const before = await rows();
  expect(problems(await db.as(owner, (work) => addEntry(work, { outcomeId, ...signed('7', { valueDate: future }) })))).toEqual([
    'valueDate outcomes.future_day',
  ]);
  expect(
    problems(await db.as(owner, (work) => stateRate(work, { outcomeId, from: 'GBP', to: 'CNY', rate: '9', day: future.text }))),
  ).toEqual(['day outcomes.future_day']);
  expect(problems(await db.as(owner, (work) => reverseEntry(work, { outcomeId, entryId: reversal, note: 'again' })))).toEqual([
    'reverses outcomes.reversal_of_reversal',
  ]);
  expect(await rows()).toEqual(before);
});

test('an answer in another currency can be given, and is not accepted into a ledger of the first', async () => {
  const made = await record({ title: text('Two stages'), entry: entry({ stage: 'intended', amount: '9', currency: 'GBP' }) });
  const { owner } = tie.liverpool;
  const outcomeId = made.id;
  valueOf(await db.as(owner, (work) => addEntry(work, { outcomeId, ...signed('8') })));
  valueOf(await db.as(owner, (work) => setOutcomeAudience(work, { outcomeId, visibility: 'shared', sharedWith: [tie.shanghai.office] })));
  const said = {
    stage: 'signed' as const,
    verdict: 'differs' as const,
    through: 2,
    amount: '70',
    currency: 'CNY',
    count: null,
    source: null,
  };
  const held = {
    heldStage: null,
    heldParty: null,
    note: null,
    visibility: 'shared' as const,
    qualifier: 'exact' as const,
    countQualifier: 'exact' as const,
  };
  valueOf(await db.as(tie.shanghai.owner, (work) => confirmStage(work, { outcomeId, office: tie.shanghai.office, ...said, ...held })));
  const shown = valueOf(await db.as(owner, (work) => getOutcome(work, { outcomeId })));
  const confirmationId = shown.confirmations[0]?.id ?? expect.fail('no answer');
  const before = await rows();
  expect(problems(await db.as(owner, (work) => acceptAnswer(work, { outcomeId, confirmationId, note: null })))).toEqual([
    'currency outcomes.second_currency',
  ]);
  expect(await rows()).toEqual(before);
});

test('evidence that is a program is refused, whatever it is called, and nothing is kept', async () => {
  const before = await rows();
  const file = new File([new TextEncoder().encode('MZ\u0000program')], 'contract.pdf', { type: 'application/pdf' });
  const read = await readUpload((use) => db.as(tie.liverpool.owner, use), { office: tie.liverpool.office, file });
  expect(problems(read)).toEqual(['file evidence.file_program']);
  expect(await rows()).toEqual(before);
});

test('a round amount and a jump after signature are asked about, each in words, and entered once confirmed', async () => {
  const round = { title: text('Round'), entry: signed('5000000') };
  const asked = await tryRecord(round);
  expect(asked).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.round_amount', params: { amount: '5,000,000 GBP' } }] },
  });
  const made = await record({ ...round, confirmed: ['outcomes.may_be_same', 'outcomes.round_amount'] });
  const more = (confirmed?: Asked<'addEntry'>['confirmed']) =>
    db.as(tie.liverpool.owner, (work) => addEntry(work, { outcomeId: made.id, ...signed('2500001'), confirmed }));
  expect(await more()).toMatchObject({
    refusal: { questions: [{ code: 'outcomes.jump_after_signature', params: { before: '5,000,000 GBP', after: '7,500,001 GBP' } }] },
  });
  expect(await more(['outcomes.jump_after_signature'])).toMatchObject({ ok: true });
});

test('more than a company of its size turns over, and more than a fifth of an edition, are asked about in the form and in a list', async () => {
  const { owner, office } = tie.liverpool;
  const organiser = organiserOf(db, tie.liverpool);
  const edition = (await organiser.edition('Forum of sizes')).id;
  const { organisationId } = await organiser.participant(edition, 'E1', { name: text('Small Cranes'), size: 'to_9' });
  const parties = [{ organisationId, cityId: null, name: null, role: 'seller' as const, share: null }];
  const attributions = [{ subjectKind: 'edition' as const, subjectId: edition, relation: 'result_of' as const }];
  const at = (amount: string, more: Input = {}) =>
    tryRecord({ title: text(`At ${amount}`), attributions, entry: signed(amount), confirmed: [], occurred: null, ...more });
  const asked = (result: Awaited<ReturnType<typeof at>>) => (result.ok ? [] : (result.refusal.questions ?? []).map(({ code }) => code));
  for (const amount of ['101', '211', '323', '437', '557']) expect(asked(await at(amount))).toEqual([]);
  expect(asked(await at('9100001', { parties }))).toEqual(['outcomes.above_company', 'outcomes.large_part_of_edition']);
  const list = `Title\tCompany\tStage\tType\tAmount\nNew cranes\tSmall Cranes\tsigned\tdeal\t£9,100,001`;
  const sheet = { officeId: office, text: list, columns: [], order: null, answers: [] };
  const read = valueOf(await db.as(owner, (work) => previewOutcomeSheet(work, sheet)));
  expect(read.rows.flatMap(({ questions }) => questions.map(({ code }) => code))).toEqual(['outcomes.above_company']);
});

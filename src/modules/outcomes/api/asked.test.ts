// What is asked before it is recorded, since it is allowed and may not be meant.
import type { Id } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { expect, test } from 'vitest';
import type { Work } from '#platform/work.ts';
import { shareTestDatabase, valueOf, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Asked } from '../contract.ts';
import { addEntry, reverseEntry, stateRate } from './add-entry.ts';
import { updateOutcome } from './change-outcome.ts';
import { setOutcomeAudience } from './share-outcome.ts';
import { getOutcome } from './open-outcome.ts';
import { deals, entry, openTie, text } from './outcomes-fixture.ts';
import { recordOutcome } from './record-outcome.ts';

const db = await shareTestDatabase();
const tie = await openTie(db);

const tryRecord = (facts: Partial<Asked<'recordOutcome'>>) =>
  db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, facts)));
const record = async (facts: Partial<Asked<'recordOutcome'>> = {}) => valueOf(await tryRecord(facts));
const read = (account: Parameters<TestDatabase['as']>[0], outcomeId: Id<'Outcome'>) =>
  db.as(account, (work) => getOutcome(work, { outcomeId }));

test('what may be the same as one on record is asked, naming it, and recorded once that is confirmed', async () => {
  const first = await record({ title: text('Forty-five deals') });
  const again = await tryRecord({ title: text('45 deals'), confirmed: [] });
  expect(again).toMatchObject({ ok: false, refusal: { kind: 'asks', code: 'kernel.asks', questions: [{ code: 'outcomes.may_be_same' }] } });
  if (again.ok) expect.fail('not asked');
  expect(again.refusal.questions?.[0]?.like).toContainEqual({ id: first.id, title: text('Forty-five deals') });
  // Whoever cannot see the first one is told nothing of it.
  const elsewhere = deals(tie, tie.stranger.office, { fromCity: null, toCity: null, confirmed: [] });
  const theirs = await db.as(tie.stranger.owner, (work) => recordOutcome(work, elsewhere));
  expect(theirs.ok ? null : theirs.refusal.questions).not.toEqual(expect.anything());
  expect(await tryRecord({ confirmed: [], entry: entry({ amount: '138000000', currency: 'GBP' }) })).toMatchObject({ ok: true });
});

test('an entry by which a later stage would hold more than an earlier one is asked, and entered once that is confirmed', async () => {
  const made = await record();
  const larger = { outcomeId: made.id, ...entry({ stage: 'signed', amount: '140000000', currency: 'GBP' }) };
  const add = (input: typeof larger & { confirmed?: ['outcomes.later_is_larger'] }) =>
    db.as(tie.liverpool.owner, (work) => addEntry(work, input));
  const params = { more: '140,000,000 GBP', less: '139,000,000 GBP' };
  expect(await add(larger)).toMatchObject({ refusal: { kind: 'asks', questions: [{ code: 'outcomes.later_is_larger', params }] } });
  expect(valueOf(await read(tie.liverpool.owner, made.id)).entries).toHaveLength(1);
  expect(await add({ ...larger, confirmed: ['outcomes.later_is_larger'] })).toMatchObject({ ok: true });
});

test('what is added to the ledger of a public outcome becomes public at once: that is asked of an entry, a reversal and a rate', async () => {
  const { id: outcomeId, entries } = await record({ title: text('Public deals'), confirmed: ['outcomes.may_be_same'] });
  const as = <T>(use: Parameters<typeof db.as<T>>[1]) => db.as(tie.liverpool.owner, use);
  const meant = { confirmed: ['outcomes.becomes_public' as const] };
  const more = { outcomeId, ...entry({ count: '5' }) };
  const back = { outcomeId, entryId: entries[0]?.id ?? '', note: 'counted twice' };
  const rate = { outcomeId, from: 'GBP', to: 'USD', rate: '1.3', day: '2019-04-15' };
  expect(await as((work) => addEntry(work, more))).toMatchObject({ ok: true });
  valueOf(await as((work) => setOutcomeAudience(work, { outcomeId, visibility: 'public', sharedWith: [] })));
  const asks = { refusal: { kind: 'asks', questions: [{ code: 'outcomes.becomes_public' }] } };
  expect(await as((work) => addEntry(work, more))).toMatchObject(asks);
  expect(await as((work) => reverseEntry(work, back))).toMatchObject(asks);
  expect(await as((work) => stateRate(work, rate))).toMatchObject(asks);
  expect(valueOf(await read(null, outcomeId)).entries).toHaveLength(2);
  expect(await as((work) => addEntry(work, { ...more, ...meant }))).toMatchObject({ ok: true });
  expect(await as((work) => reverseEntry(work, { ...back, ...meant }))).toMatchObject({ ok: true });
  expect(await as((work) => stateRate(work, { ...rate, ...meant }))).toMatchObject({ ok: true });
  expect(valueOf(await read(null, outcomeId)).entries).toHaveLength(4);
});

test('a part that would hold more than its whole is asked about, and recorded once that is confirmed', async () => {
  const whole = await record({ title: text('All of them') });
  const facts = (amount: string, currency: string) => ({
    ...{ extent: 'single' as const, title: text(`One of them, ${amount} ${currency}`), partOf: whole.id },
    entry: entry({ stage: 'signed', amount, currency }),
  });
  const add = (amount: string, currency: string, confirmed: Asked<'recordOutcome'>['confirmed'] = ['outcomes.may_be_same']) =>
    db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, { ...facts(amount, currency), confirmed })));
  const params = { more: '210,000,000 GBP', less: '139,000,000 GBP' };
  expect(await add('210000000', 'GBP')).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.part_is_larger', params }] },
  });
  expect(await add('210000000', 'GBP', ['outcomes.may_be_same', 'outcomes.part_is_larger'])).toMatchObject({ ok: true });
  // Against another currency nothing can be held.
  const otherCurrency = { more: '5,000 USD', less: '139,000,000 GBP' };
  expect(await add('5000', 'USD')).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.part_in_other_currency', params: otherCurrency }] },
  });
  expect(await add('5000', 'USD', ['outcomes.may_be_same', 'outcomes.part_in_other_currency'])).toMatchObject({ ok: true });
});

test('parts that together would hold more than their whole are asked about: when one is recorded, grows or is placed there', async () => {
  const [whole, other] = [await record({ title: text('A framework contract') }), await record({ title: text('Another one') })];
  const part = (amount: string, partOf: typeof whole.id) =>
    ({
      ...{ extent: 'single' as const, title: text(`A call-off of ${amount}`), partOf, confirmed: ['outcomes.may_be_same' as const] },
      entry: entry({ stage: 'signed', amount, currency: 'GBP' }),
    }) as const;
  const add = (amount: string, partOf = whole.id) =>
    db.as(tie.liverpool.owner, (work) => recordOutcome(work, deals(tie, tie.liverpool.office, part(amount, partOf))));
  const asks = (more: string) => ({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.parts_are_larger', params: { more, less: '139,000,000 GBP' } }] },
  });
  const first = valueOf(await add('100100000'));
  expect(await add('38900001')).toMatchObject(asks('139,000,001 GBP'));
  valueOf(await add('38900000'));
  const more = { outcomeId: first.id, ...entry({ stage: 'signed', amount: '5000', currency: 'GBP' }) };
  expect(await db.as(tie.liverpool.owner, (work) => addEntry(work, more))).toMatchObject(asks('139,005,000 GBP'));
  const elsewhere = valueOf(await add('20300000', other.id));
  const move = (confirmed?: ['outcomes.parts_are_larger']) =>
    db.as(tie.liverpool.owner, (work) =>
      updateOutcome(
        { ...work, expectedVersion: elsewhere.version },
        { outcomeId: elsewhere.id, partOf: whole.id, ...(confirmed === undefined ? {} : { confirmed }) },
      ),
    );
  expect(await move()).toMatchObject(asks('159,300,000 GBP'));
  expect(await move(['outcomes.parts_are_larger'])).toMatchObject({ ok: true });
});

test('an entry of an earlier stage is held against the whole by the furthest one, which it does not change unless it brings back what had ended', async () => {
  const whole = await record({ title: text('A contract with call-offs') });
  const as = <T>(use: (work: Work) => Promise<Result<T>>) => db.as(tie.liverpool.owner, use);
  const of = (stage: 'potential' | 'signed' | 'lapsed', amount: string | null) =>
    entry({ stage, amount, currency: amount === null ? null : 'GBP' });
  const another = (title: string, posted: ReturnType<typeof of>) => {
    const facts = { extent: 'single' as const, title: text(title), partOf: whole.id, confirmed: ['outcomes.may_be_same' as const] };
    return as((work) => recordOutcome(work, deals(tie, tie.liverpool.office, { ...facts, entry: posted })));
  };
  const part = valueOf(await another('A call-off that was larger once', of('potential', '130300000')));
  const add = (posted: ReturnType<typeof of>) => as((work) => addEntry(work, { outcomeId: part.id, ...posted }));
  valueOf(await add(of('signed', '60300000')));
  // 144.6 million were potential, of which 60.3 came about: the whole of 139 million holds them.
  valueOf(await add(of('potential', '14300000')));
  valueOf(await another('Another call-off', of('signed', '70300000')));
  valueOf(await add(of('lapsed', null)));
  valueOf(await another('What took its place', of('signed', '60400000')));
  expect(await add(of('potential', '1100'))).toMatchObject({
    refusal: { kind: 'asks', questions: [{ code: 'outcomes.parts_are_larger', params: { more: '191,000,000 GBP' } }] },
  });
});

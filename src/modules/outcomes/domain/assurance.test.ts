import { expect, test } from 'vitest';
import type { OfficeId } from '#kernel/ids.ts';
import { assuranceOf, contradictionsOf, wordsThatTell, type Confirmation, type EvidencedEntry, type Verdict } from './assurance.ts';
import { reversalOf, type EntryId, type LedgerEntry } from './ledger.ts';

const [ours, theirs] = ['ours' as OfficeId, 'theirs' as OfficeId];
type Entry = EvidencedEntry & LedgerEntry;
const entry = (number: number, evidence: EvidencedEntry['evidence'] = null): Entry => ({
  id: `entry ${number}` as EntryId,
  number,
  stage: 'potential',
  amount: null,
  count: '45',
  qualifier: 'exact',
  countQualifier: 'exact',
  valueDate: null,
  reverses: null,
  evidence,
});
const said = (...words: readonly (readonly [OfficeId, Verdict, number?])[]): readonly Confirmation[] =>
  words.map(([office, verdict, through = 1], at) => ({ number: at + 1, stage: 'potential', office, verdict, through }));
const of = (confirmations: readonly Confirmation[], entries: readonly Entry[] = [entry(1)]) =>
  assuranceOf({ stage: 'potential', owner: ours, entries, confirmations })?.assurance;

test('what one side enters is reported by one side; a stage without an entry has no assurance', () => {
  expect(of([])).toBe('reported');
  expect(of([], [])).toBeUndefined();
});

test('the other side confirms, differs, and takes its word back', () => {
  expect(of(said([theirs, 'confirms']))).toBe('confirmed');
  expect(of(said([theirs, 'confirms'], [theirs, 'differs']))).toBe('differ');
  expect(of(said([theirs, 'differs'], [theirs, 'withdraws']))).toBe('reported');
});

test('the reporting office cannot confirm itself, and may withdraw its report', () => {
  expect(of(said([ours, 'confirms']))).toBe('reported');
  expect(of(said([theirs, 'confirms'], [ours, 'withdraws']))).toBe('withdrawn');
});

test('a paper both signed documents a figure by itself, another file once both sides stand by it', () => {
  expect(of([], [entry(1, 'signed_paper')])).toBe('documented');
  expect(of([], [entry(1, 'file')])).toBe('reported');
  expect(of(said([theirs, 'confirms']), [entry(1, 'file')])).toBe('documented');
  expect(of(said([theirs, 'documents']))).toBe('documented');
  expect(of(said([ours, 'documents']))).toBe('reported');
});

test('a second reviewer verifies what is documented; its absence changes nothing', () => {
  expect(of(said([theirs, 'confirms'], [ours, 'verifies']), [entry(1, 'file')])).toBe('verified');
  expect(of(said([theirs, 'confirms'], [ours, 'verifies']))).toBe('confirmed');
});

test('a later entry at the stage takes what was said before it away', () => {
  expect(of(said([theirs, 'confirms', 1]), [entry(1), entry(2)])).toBe('reported');
  expect(of(said([theirs, 'confirms', 1], [theirs, 'confirms', 2]), [entry(1), entry(2)])).toBe('confirmed');
});

const reversal = (number: number, of: Entry): Entry => ({
  ...of,
  ...reversalOf(of),
  id: `entry ${number}` as EntryId,
  number,
  reverses: of.id,
});

test('what was said holds where the figures are again those of which it was said: an entry that was reversed takes nothing away', () => {
  const moved = [entry(1), entry(2), reversal(3, entry(2))];
  expect(of(said([theirs, 'confirms', 1]), moved)).toBe('confirmed');
  expect(of(said([theirs, 'differs', 1]), moved)).toBe('differ');
  expect(of(said([ours, 'withdraws', 1]), moved)).toBe('withdrawn');
  // Of the figures between, which stand no longer, what was said then says nothing of those before.
  expect(of(said([theirs, 'confirms', 1], [theirs, 'differs', 2]), moved)).toBe('confirmed');
  expect(of(said([theirs, 'confirms', 2]), moved)).toBe('reported');
  // The same figures in another entry are those that were confirmed; with another day they are others.
  const day = { text: '2019-05', qualifier: 'exact' as const };
  expect(of(said([theirs, 'confirms', 1]), [entry(1), reversal(2, entry(1)), entry(3)])).toBe('confirmed');
  expect(of(said([theirs, 'confirms', 1]), [entry(1), reversal(2, entry(1)), { ...entry(3), valueDate: day }])).toBe('reported');
  // Nothing more is known of a part of it.
  expect(of(said([theirs, 'confirms', 1]), [entry(1), { ...entry(2), count: null }])).toBe('reported');
});

test('a word that its office took back stays taken back, whatever the figures were then', () => {
  expect(of(said([theirs, 'confirms', 1], [theirs, 'withdraws', 2]), [entry(1), entry(2), reversal(3, entry(2))])).toBe('reported');
  expect(of(said([theirs, 'confirms', 1], [ours, 'withdraws', 2]), [entry(1), entry(2), reversal(3, entry(2))])).toBe('confirmed');
});

test('what was taken back tells nothing, nor that one cannot say', () => {
  const telling = (words: readonly Confirmation[]) => wordsThatTell(words).map(({ number }) => number);
  expect(telling(said([theirs, 'differs'], [theirs, 'withdraws']))).toEqual([]);
  expect(telling(said([theirs, 'differs'], [theirs, 'withdraws'], [theirs, 'confirms']))).toEqual([3]);
  expect(telling(said([theirs, 'cannot_say'], [ours, 'withdraws'], [theirs, 'confirms_part']))).toEqual([3]);
});

test('a check is of the entries that were checked, not of others with the same figures', () => {
  const file = entry(1, 'file');
  const words = said([theirs, 'confirms', 1], [ours, 'verifies', 1]);
  expect(of(words, [file, entry(2), reversal(3, entry(2))])).toBe('verified');
  expect(of(words, [file, reversal(2, file), entry(3, 'file')])).toBe('documented');
});

test('an answer is to what was said of the figures that stand, not of others', () => {
  const waiting = (confirmations: readonly Confirmation[], entries: readonly Entry[]) =>
    contradictionsOf({ stage: 'potential', owner: ours, entries, confirmations }).map(({ number }) => number);
  const moved = [entry(1), entry(2), reversal(3, entry(2))];
  expect(waiting(said([theirs, 'differs', 1]), moved)).toEqual([1]);
  expect(waiting(said([theirs, 'differs', 1], [ours, 'maintains', 1]), moved)).toEqual([]);
  expect(waiting(said([theirs, 'differs', 1], [theirs, 'differs', 2], [ours, 'maintains', 2]), moved)).toEqual([1]);
});

test('a contradiction waits until the office that keeps the outcome says something, or until its ledger moves', () => {
  const waiting = (confirmations: readonly Confirmation[], entries = [entry(1)]) =>
    contradictionsOf({ stage: 'potential', owner: ours, entries, confirmations }).map(({ office, number }) => [office, number]);
  expect(waiting(said([theirs, 'confirms'], [theirs, 'differs']))).toEqual([[theirs, 2]]);
  expect(waiting(said([ours, 'documents'], [theirs, 'differs']))).toEqual([[theirs, 2]]);
  expect(waiting(said([theirs, 'differs'], [ours, 'documents']))).toEqual([]);
  expect(waiting(said([theirs, 'differs'], [theirs, 'withdraws']))).toEqual([]);
  expect(waiting(said([theirs, 'differs']), [entry(1), entry(2)])).toEqual([]);
  expect(waiting(said([ours, 'differs']))).toEqual([]);
  expect(waiting(said([theirs, 'confirms_part']))).toEqual([[theirs, 1]]);
  expect(waiting(said([theirs, 'confirms_part'], [ours, 'maintains']))).toEqual([]);
  expect(waiting(said([theirs, 'confirms_part'], [ours, 'maintains'], [ours, 'withdraws']))).toEqual([[theirs, 1]]);
});

test('a part that the other side confirms is told beside what is reported, until it confirms all of it or the figures change', () => {
  const entries = [{ ...entry(1), amount: { value: '3600000', currency: 'GBP' } }];
  const part = (value: string): Confirmation => ({
    ...{ number: 1, stage: 'potential', office: theirs, verdict: 'confirms_part', through: 1 },
    amount: { value, currency: 'GBP' },
  });
  const sure = (confirmations: readonly Confirmation[], all = entries) =>
    assuranceOf({ stage: 'potential', owner: ours, entries: all, confirmations });
  expect(sure([part('2000000')])).toMatchObject({
    ...{ assurance: 'reported', confirmedBy: [] },
    confirmedPart: { amount: { value: '2000000' }, by: [theirs] },
  });
  const all: Confirmation = { number: 2, stage: 'potential', office: theirs, verdict: 'confirms', through: 1 };
  expect(sure([part('2000000'), all])).toMatchObject({ assurance: 'confirmed', confirmedPart: null });
  expect(sure([part('2000000')], [...entries, { ...entry(2), amount: { value: '1', currency: 'GBP' } }])?.confirmedPart).toBeNull();
});

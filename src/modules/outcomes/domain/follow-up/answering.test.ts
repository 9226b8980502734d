import { expect, test } from 'vitest';
import { answerDoubts, answerProblems, linkExpires, receiptOf, type ProposedAnswer } from './answering.ts';
import { followUpLetter, withAnswer } from './letter.ts';

const announced = { value: '240000', currency: 'GBP' };
const codes = (facts: Partial<ProposedAnswer>, of: typeof announced | null = announced) =>
  answerProblems({ answer: 'partly', amount: null, currency: null, differs: [], ...facts }, of).map(
    ({ path, code }) => `${path.join('.')} ${code}`,
  );

test('less than announced is asked about; what rounds to a figure that is no exact one is not less', () => {
  const asks = (amount: string, qualifier: 'exact' | 'about', of: 'exact' | 'about') =>
    answerDoubts({ answer: 'kept', amount, currency: 'GBP', qualifier }, { amount: announced, qualifier: of }).length;
  expect([asks('239990', 'exact', 'exact'), asks('239990', 'about', 'exact'), asks('239990', 'exact', 'about')]).toEqual([1, 0, 0]);
  expect([asks('220000', 'about', 'about'), asks('240000', 'exact', 'exact')]).toEqual([1, 0]);
});

test('ten times what was announced and a tenth of it are asked about, once; nought is a plain answer', () => {
  const asks = (answer: 'kept' | 'partly', amount: string, currency = 'GBP') =>
    answerDoubts({ answer, amount, currency, qualifier: 'exact' }, { amount: announced, qualifier: 'exact' }).map(({ code }) => code);
  const far = ['outcomes.far_from_announced'];
  expect([asks('partly', '2400000'), asks('kept', '2400000'), asks('partly', '24000')]).toEqual([far, far, far]);
  expect([asks('partly', '2399999'), asks('partly', '24001'), asks('partly', '0'), asks('partly', '1', 'EUR')]).toEqual([[], [], [], []]);
  expect(asks('kept', '24000')).toEqual(['outcomes.kept_is_less']);
});

test('an answer needs nothing but itself', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ amount: '150000', currency: 'GBP', differs: ['less'] })).toEqual([]);
  expect(codes({ answer: 'kept', amount: '1.5', currency: 'USD' }, null)).toEqual([]);
});

test('everything wrong is told at once: an amount below zero, in another currency, too fine, or of nothing', () => {
  expect(codes({ amount: '-1', currency: 'EUR' })).toEqual(['amount kernel.bad_decimal', 'currency outcomes.answer_in_other_currency']);
  for (const amount of ['-5,00.0x', '1e99', 'half', '9'.repeat(19)])
    expect(codes({ amount, currency: 'GBP' })).toEqual(['amount kernel.bad_decimal']);
  expect(codes({ amount: '1.234', currency: 'GBP' })).toEqual(['amount kernel.amount_too_fine']);
  expect(codes({ amount: '5' })).toEqual(['currency outcomes.amount_without_currency']);
  expect(codes({ amount: '5', currency: 'ZZZ' })).toEqual(['currency kernel.currency_unknown']);
  expect(codes({ answer: 'not', amount: '5', currency: 'GBP', differs: ['later'] })).toEqual([
    'amount outcomes.answer_without_amount',
    'differs outcomes.differs_of_partly',
  ]);
});

test('a link answers for thirty days, and an answer has a number to be named by', () => {
  expect(linkExpires(new Date('2026-11-28T16:40:00Z')).toISOString()).toBe('2026-12-28T16:40:00.000Z');
  expect(receiptOf('01a212ff-c0b5-774b-811b-83a1091ce8dd')).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
});

test('a letter with one question offers its answers as links, one with several a link for each', () => {
  const one = {
    title: 'Dock lighting',
    stage: 'intended' as const,
    when: 'April 2024',
    amount: '£240,000',
    isPublic: false,
    address: 'https://x.example/follow-up#s',
  };
  const facts = { company: 'Tidewell', person: 'Ann Lee', office: 'City Office', through: null, until: '28 December 2026', asked: [one] };
  const { subject, body } = followUpLetter('en', facts);
  expect(subject).toBe('What became of: Dock lighting');
  expect(body).toContain('Dock lighting (April 2024, intended, £240,000)');
  expect(body.match(/\?answer=(kept|partly|not|cannot_say)#s/g)).toHaveLength(4);
  expect(withAnswer(one.address, 'kept')).toBe('https://x.example/follow-up?answer=kept#s');
  const both = followUpLetter('zh-Hans', {
    ...facts,
    through: '默西商会',
    asked: [one, { ...one, title: '吊机', address: 'https://x.example/follow-up#t' }],
  });
  expect(both.subject).toBe('跟进了解：已公布的2个事项');
  expect(both.body).not.toContain('?answer=');
  expect(both.body).toContain('烦请默西商会将本函转交该企业');
  // What a letter says of who reads the answer is true of what it asks.
  const said = (...open: boolean[]) => followUpLetter('en', { ...facts, asked: open.map((isPublic) => ({ ...one, isPublic })) }).body;
  expect(said(false, false)).toContain('None of this is public, and neither is your answer.');
  expect(said(true, false)).toContain('Some of this is public');
  expect(said(true)).toContain('everyone will be able to read which of the four answers was given');
});

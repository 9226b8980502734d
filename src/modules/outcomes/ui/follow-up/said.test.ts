import { expect, test } from 'vitest';
import { formatsOf } from '#client/formats.ts';
import { qualifiers } from '#kernel/money.ts';
import { moreOf, sentOf, type MoreSaid } from './said.ts';

const said = (facts: Partial<MoreSaid>): MoreSaid => ({
  ...{ typed: '', currency: 'GBP', differs: [], anyway: '', saidBy: '', note: '', file: null },
  ...facts,
});

test('what is no amount is sent as it was typed, so that it is refused and not left out', () => {
  for (const typed of ['-5,00.0x', '1e99', 'half', '2,5'])
    expect(sentOf('kept', said({ typed: ` ${typed}` }))).toMatchObject({ amount: typed, currency: 'GBP' });
  expect(sentOf('partly', said({ typed: '1.5m' }))).toMatchObject({ amount: '1500000', currency: 'GBP' });
  expect(sentOf('kept', said({ typed: ' ' }))).toMatchObject({ amount: null, currency: null });
  expect(sentOf('not', said({ typed: '1e99', differs: ['less'] }))).toMatchObject({ amount: null, currency: null, differs: [] });
});

test('the word before an amount is sent with it', () => {
  expect(sentOf('kept', said({ typed: 'about 500' }))).toMatchObject({ amount: '500', qualifier: 'about' });
  expect(sentOf('kept', said({ typed: '约500万' }))).toMatchObject({ amount: '5000000', qualifier: 'about' });
  expect(sentOf('kept', said({ typed: '500' }))).toMatchObject({ qualifier: 'exact' });
});

test('who changes an answer begins with what was answered, and sent unchanged it says the same', () => {
  for (const language of ['en', 'zh-Hans'] as const)
    for (const qualifier of qualifiers)
      for (const value of ['500', '40000', '1234.56']) {
        const given = {
          answer: 'partly' as const,
          amount: { value, currency: 'GBP' },
          qualifier,
          differs: ['less' as const],
          anyway: 'no' as const,
        };
        const answer = { ...given, answeredAt: '2022-05-12T09:00:00.000Z', receipt: 'ABC-123' };
        const more = moreOf({ amount: { value: '9', currency: 'GBP' }, answer }, formatsOf(language));
        const sent = { amount: value, currency: 'GBP', qualifier, differs: ['less'], anyway: 'no' };
        expect([language, sentOf('partly', more)]).toMatchObject([language, sent]);
      }
  expect(moreOf({ amount: { value: '9', currency: 'GBP' }, answer: null }, formatsOf('en'))).toMatchObject({ typed: '', currency: 'GBP' });
});

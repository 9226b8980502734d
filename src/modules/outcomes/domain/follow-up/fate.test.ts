import { expect, test } from 'vitest';
import { askedUntil, fateOf, isAnswered, isAsked, ledgerFate, type Asking, type FollowUpAnswer, type FollowUpState } from './fate.ts';

const said = (answer: FollowUpAnswer, day: string, pounds: string | null = null) => ({
  ...{ answer, answeredAt: `${day}T09:00:00.000Z`, hasPaper: false },
  amount: pounds === null ? null : { value: pounds, currency: 'GBP' },
});
const asked = (months: Asking['months'], state: FollowUpState, ...answers: Asking['answers']): Asking => ({
  ...{ months, state, answers, due: '2024-07-30' },
  sentAt: state === 'sent' || state === 'bounced' ? '2024-08-01T09:00:00.000Z' : null,
});
const reason = (...askings: readonly Asking[]) => {
  const fate = fateOf(askings, null);
  return fate.fate === 'unknown' ? fate.reason : fate.fate;
};

test('what nobody has answered is unknown, with the reason of the last asking that went out', () => {
  expect(reason()).toBe('not_asked');
  expect(reason(asked(3, 'planned'), asked(6, 'held_back'))).toBe('not_asked');
  expect(reason(asked(3, 'sent'), asked(6, 'planned'))).toBe('no_answer');
  expect(reason(asked(3, 'sent'), asked(6, 'bounced'))).toBe('returned');
  expect(reason(asked(6, 'sent'), asked(3, 'bounced'))).toBe('no_answer');
  expect(reason(asked(3, 'sent'), asked(6, 'stopped'))).toBe('stopped');
});

test('of two answers to one asking the last counts, of two askings the later', () => {
  expect(fateOf([asked(3, 'sent', said('kept', '2024-08-02'), said('partly', '2024-08-03', '150000'))], null)).toEqual({
    ...{ fate: 'partly', by: 'answer', months: 3, at: '2024-08-03T09:00:00.000Z', hasPaper: false },
    amount: { value: '150000', currency: 'GBP' },
  });
  expect(reason(asked(6, 'sent', said('not', '2024-11-01')), asked(3, 'sent', said('kept', '2024-08-02')))).toBe('not');
});

test('that it cannot be said is unknown, takes its own asking back and leaves what an earlier one was told', () => {
  expect(reason(asked(3, 'sent', said('cannot_say', '2024-08-02')))).toBe('cannot_say');
  expect(reason(asked(3, 'sent', said('kept', '2024-08-02'), said('cannot_say', '2024-08-03')))).toBe('cannot_say');
  expect(reason(asked(3, 'sent', said('kept', '2024-08-02')), asked(6, 'sent', said('cannot_say', '2024-11-02')))).toBe('kept');
  expect(reason(asked(3, 'sent', said('cannot_say', '2024-08-02')), asked(6, 'stopped'))).toBe('cannot_say');
});

test('an answer stays where letters were stopped or came back afterwards', () => {
  expect(reason(asked(3, 'stopped', said('kept', '2024-08-02')), asked(6, 'bounced'))).toBe('kept');
});

test('of an answer and the ledger the later one counts, and the ledger where no answer says anything', () => {
  const ledger = { fate: 'not', amount: null, enteredAt: '2024-09-01T00:00:00.000Z' } as const;
  expect(fateOf([asked(3, 'sent')], ledger)).toEqual({ fate: 'not', by: 'ledger', at: ledger.enteredAt, amount: null });
  expect(fateOf([asked(3, 'sent', said('kept', '2024-08-02'))], ledger)).toMatchObject({ fate: 'not', by: 'ledger' });
  expect(fateOf([asked(6, 'sent', said('kept', '2024-11-02'))], ledger)).toMatchObject({ fate: 'kept', by: 'answer' });
  expect(fateOf([asked(6, 'sent', said('cannot_say', '2024-11-02'))], ledger)).toMatchObject({ fate: 'not', by: 'ledger' });
});

test('a ledger tells what was realised and what ended, and less than announced is kept in part', () => {
  const enteredAt = '2024-09-01T00:00:00.000Z';
  const figure = (stage: 'intended' | 'signed' | 'realised', pounds: string | null, qualifier: 'exact' | 'about' = 'exact') => ({
    ...{ stage, qualifier },
    amount: pounds === null ? null : { value: pounds, currency: 'GBP' },
  });
  const of = (...figures: readonly ReturnType<typeof figure>[]) => {
    const reached = { stage: figures.at(-1)?.stage ?? null, ended: null };
    return ledgerFate({ reached, figures, enteredAt })?.fate ?? null;
  };
  expect(of(figure('intended', '240000'), figure('realised', '240000'))).toBe('kept');
  expect(of(figure('intended', '240000'), figure('realised', '150000'))).toBe('partly');
  expect(of(figure('intended', '240000', 'about'), figure('realised', '239000'))).toBe('kept');
  expect(of(figure('intended', null), figure('realised', '150000'))).toBe('kept');
  expect(of(figure('intended', '240000'), figure('signed', '240000'))).toBeNull();
  expect(ledgerFate({ reached: { stage: 'signed', ended: 'lapsed' }, figures: [], enteredAt })).toEqual({
    fate: 'not',
    amount: null,
    enteredAt,
  });
});

test('as of an earlier day, what was sent and answered later had not happened', () => {
  const askings = [asked(3, 'sent', said('not', '2024-08-02')), asked(6, 'sent', said('kept', '2024-11-02'))];
  expect(reason(...askedUntil(askings, '2024-09-01T00:00:00.000Z'))).toBe('not');
  expect(reason(...askedUntil(askings, '2024-08-01T10:00:00.000Z'))).toBe('no_answer');
  expect(reason(...askedUntil(askings, '2024-07-31T00:00:00.000Z'))).toBe('not_asked');
});

test('the answer rate counts whoever answered, also that they cannot say, among those who were written to', () => {
  expect(isAnswered([asked(3, 'sent', said('cannot_say', '2024-08-02'))])).toBe(true);
  expect(isAnswered([asked(3, 'sent')])).toBe(false);
});

test('asked is whom a letter reached: not one that waits to leave, was refused or came back', () => {
  const waiting = { ...asked(3, 'sent'), sentAt: null };
  expect([asked(3, 'sent'), asked(3, 'bounced'), asked(3, 'planned'), waiting].map((one) => isAsked([one]))).toEqual([
    ...[true, false, false, false],
  ]);
  expect(isAsked([{ ...asked(3, 'sent', said('kept', '2024-08-02')), sentAt: null }])).toBe(true);
  // Stopped after its letter left it was asked, stopped before it was not.
  expect([isAsked([{ ...asked(3, 'stopped'), sentAt: '2024-08-01T09:00:00.000Z' }]), isAsked([asked(3, 'stopped')])]).toEqual([
    true,
    false,
  ]);
  expect(reason(waiting)).toBe('not_asked');
  expect(reason(asked(3, 'sent'), { ...waiting, months: 6 })).toBe('no_answer');
});

// What keeps an answer from being recorded, and the terms on which a link answers.
import { compareDecimals, exponentOf, isDecimal, placesOf, type Amount, type Qualifier } from '#kernel/money.ts';
import { parseAmount } from '#reading/amounts.ts';
import type { Problem, Question } from '#kernel/result.ts';
import { isFarFrom } from '../plausible.ts';
import { toldAmount } from '../stage-order.ts';
import type { FollowUpAnswer } from './fate.ts';

/** What was different of something that was kept in part. */
export const differences = ['less', 'later', 'another_partner', 'another_form'] as const;
export type Difference = (typeof differences)[number];

export const stopCovers = ['deal', 'company'] as const;
export type StopCovers = (typeof stopCovers)[number];

/** A link answers for so many days after its letter was written. */
export const linkDays = 30;
/** Nobody changes their mind more often; more is somebody at play. */
export const mostAnswers = 12;

const DAY_MS = 86_400_000;
export const linkExpires = (now: Date): Date => new Date(now.getTime() + linkDays * DAY_MS);

/** An answer as it was typed: amount and currency apart, either may be missing. */
export interface ProposedAnswer {
  readonly answer: FollowUpAnswer;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly differs: readonly Difference[];
}

interface SentAmount {
  readonly amount: string | null;
  readonly currency: string | null;
  readonly qualifier: Qualifier;
}

/** An amount as it was typed, as it is sent: what is no amount goes as it stands, and is refused with everything else that is wrong. A sign typed with it says its currency. */
export function amountSent(typed: string, currency: string | null): SentAmount {
  if (typed.trim() === '') return { amount: null, currency: null, qualifier: 'exact' };
  const read = parseAmount(typed, currency ?? undefined);
  if (!read.ok) return { amount: typed.trim(), currency, qualifier: 'exact' };
  const { value: amount, currencies, qualifier } = read.value;
  const [first = null] = currencies;
  const isOther = currency === null || !currencies.includes(currency);
  // "About 500" is no exact figure.
  return { amount, currency: currencies.length === 1 && isOther ? first : currency, qualifier: qualifier ?? 'exact' };
}

const mostDigits = 18;

function amountProblems(amount: string, currency: string | null, announced: Amount | null): readonly Problem[] {
  const bad = !isDecimal(amount) || amount.startsWith('-') || amount.replace(/\..*$/, '').length > mostDigits;
  const found: Problem[] = bad ? [{ path: ['amount'], code: 'kernel.bad_decimal' }] : [];
  if (currency === null) return [...found, { path: ['currency'], code: 'outcomes.amount_without_currency' }];
  const exponent = exponentOf(currency);
  if (exponent === null) return [...found, { path: ['currency'], code: 'kernel.currency_unknown' }];
  if (!bad && placesOf(amount) > exponent) found.push({ path: ['amount'], code: 'kernel.amount_too_fine' });
  // Two currencies could not be set side by side without a rate, which nobody has stated.
  if (announced !== null && announced.currency !== currency)
    found.push({ path: ['currency'], code: 'outcomes.answer_in_other_currency', params: { currency: announced.currency } });
  return found;
}

/** Everything wrong with an answer at once. */
export function answerProblems({ answer, amount, currency, differs }: ProposedAnswer, announced: Amount | null): readonly Problem[] {
  const hasNone = answer === 'not' || answer === 'cannot_say';
  return [
    ...(hasNone && amount !== null ? [{ path: ['amount'], code: 'outcomes.answer_without_amount' }] : []),
    ...(answer !== 'partly' && differs.length > 0 ? [{ path: ['differs'], code: 'outcomes.differs_of_partly' }] : []),
    ...(amount === null ? [] : amountProblems(amount, currency, announced)),
  ];
}

/** Asked where what is called kept is less than what was announced. */
export const KEPT_IS_LESS = 'outcomes.kept_is_less';

/** Asked where the amount is so many times what was announced, or so small a part of it: a nought is quickly typed. */
export const FAR_FROM_ANNOUNCED = 'outcomes.far_from_announced';
const mostTimes = 10;
export const answerDoubtCodes = [KEPT_IS_LESS, FAR_FROM_ANNOUNCED] as const;

/** A figure that is no exact one, "about £48,000", holds whatever rounds to it. */
const nearlyAll = 0.99;
const isRough = (qualifier: Qualifier): boolean => qualifier === 'about' || qualifier === 'nearly';

/** Less than announced is mostly kept in part; who means it otherwise says so. At most one is asked at a time. */
export function answerDoubts(
  { answer, amount, currency, qualifier }: Omit<ProposedAnswer, 'differs'> & { readonly qualifier: Qualifier },
  announced: { readonly amount: Amount | null; readonly qualifier: Qualifier },
): readonly Question[] {
  if (amount === null || announced.amount === null || announced.amount.currency !== currency) return [];
  const isRounded = (isRough(qualifier) || isRough(announced.qualifier)) && Number(amount) >= nearlyAll * Number(announced.amount.value);
  const isLess = compareDecimals(amount, announced.amount.value) < 0;
  if (answer === 'kept' && isLess) return isRounded ? [] : [{ code: KEPT_IS_LESS, like: [] }];
  if (!isFarFrom(amount, announced.amount.value, mostTimes)) return [];
  const params = { amount: toldAmount({ value: amount, currency }), announced: toldAmount(announced.amount) };
  return [{ code: FAR_FROM_ANNOUNCED, params, like: [] }];
}

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short number by which an answer is named on the telephone (Crockford's base 32), of its identifier. */
export function receiptOf(id: string): string {
  let rest = Number.parseInt(id.replaceAll('-', '').slice(-8), 16) % 2 ** 30;
  let written = '';
  for (let at = 0; at < 6; at += 1) {
    written = (signs[rest % 32] ?? '') + written;
    rest = Math.floor(rest / 32);
  }
  return `${written.slice(0, 3)}-${written.slice(3)}`;
}

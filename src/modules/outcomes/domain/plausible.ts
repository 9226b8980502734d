// Figures that may be right and are looked at twice: asked of whoever enters them, never forbidden.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import { addDecimals, compareDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import { toldAmount } from './stage-order.ts';
import type { Stage } from './stages.ts';

/** Codes of the questions; each can be confirmed by itself. */
export const doubtCodes = [
  'outcomes.round_amount',
  'outcomes.jump_after_signature',
  'outcomes.above_company',
  'outcomes.large_part_of_edition',
  'outcomes.long_ago',
  'outcomes.far_ahead',
] as const;
export interface Doubt {
  readonly code: (typeof doubtCodes)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

interface Entered {
  readonly stage: Stage;
  readonly amount: Amount | null;
  readonly qualifier: Qualifier;
}

const isFinal = (stage: Stage): boolean => stage === 'signed' || stage === 'realised';
const times = (value: string, by: number): string => addDecimals(Array.from({ length: by }, () => value));

/** A contract is rarely for exactly 5,000,000; whoever rounded says "about". From a million on, of one figure and noughts alone. */
function round({ stage, amount, qualifier }: Entered): readonly Doubt[] {
  if (amount === null || !isFinal(stage) || qualifier !== 'exact') return [];
  return /^[1-9]0{6,}$/.test(amount.value) ? [{ code: 'outcomes.round_amount', params: { amount: toldAmount(amount) } }] : [];
}

/** What was signed becomes more than half as much again once it is signed: another contract is another outcome. `before`: what stands at the stage. */
function jump({ stage, amount }: Entered, before: Amount | null): readonly Doubt[] {
  if (stage !== 'signed' || amount === null || before === null || before.currency !== amount.currency) return [];
  if (compareDecimals(before.value, '0') <= 0 || compareDecimals(times(amount.value, 2), before.value) <= 0) return [];
  const after = { value: addDecimals([before.value, amount.value]), currency: amount.currency };
  return [{ code: 'outcomes.jump_after_signature', params: { before: toldAmount(before), after: toldAmount(after) } }];
}

/** What hardly any company turns over for each person who works there, in currencies of which the order of magnitude is known. No conversion. */
const perPerson: Readonly<Record<string, number>> = { GBP: 1, EUR: 1, USD: 1, CHF: 1, CNY: 10, HKD: 10, JPY: 150 };
/** How many work there at most, by the sizes of participants; of the largest nobody knows. */
const mostPeople: Readonly<Record<string, number>> = { to_9: 9, to_49: 49, to_249: 249 };

export interface SizedParty {
  readonly name: string;
  readonly size: string | null;
}

function aboveCompany({ stage, amount }: Entered, parties: readonly SizedParty[]): readonly Doubt[] {
  const millions = perPerson[amount?.currency ?? ''];
  if (amount === null || millions === undefined || !isFinal(stage)) return [];
  const small = parties.find(({ size }) => {
    const people = mostPeople[size ?? ''];
    return people !== undefined && compareDecimals(amount.value, `${people * millions}000000`) > 0;
  });
  const people = mostPeople[small?.size ?? ''];
  if (small === undefined || people === undefined) return [];
  return [{ code: 'outcomes.above_company', params: { amount: toldAmount(amount), name: small.name, people } }];
}

/** Fewer at a stage make no total that a single one could be a large part of. */
const FEWEST = 5;

/** More than a fifth of what the others of its edition come to at the stage, itself with them. */
function ofEdition({ stage, amount }: Entered, others: readonly Amount[]): readonly Doubt[] {
  const same = others.filter(({ currency }) => currency === amount?.currency);
  if (amount === null || same.length < FEWEST) return [];
  const total = addDecimals([amount.value, ...same.map(({ value }) => value)]);
  if (compareDecimals(times(amount.value, 5), total) <= 0) return [];
  return [
    {
      code: 'outcomes.large_part_of_edition',
      params: { stage, amount: toldAmount(amount), total: toldAmount({ value: total, currency: amount.currency }) },
    },
  ];
}

/** Further back hardly anything is told by an office of today; the century was typed wrongly, or the year of a founding. */
const mostYears = 50;
/** Nor does anybody expect a figure for a later year. */
const mostYearsAhead = 10;

/** Of the day on which it happened or for which it is said, the last that the date can mean. */
function farOff({ on, today }: Pick<Around, 'on' | 'today'>): readonly Doubt[] {
  const last = on === null ? null : boundsOf(on).to;
  if (last === null) return [];
  const years = Number(today.slice(0, 4)) - Number(last.slice(0, 4));
  const year = last.slice(0, 4);
  if (years < -mostYearsAhead) return [{ code: 'outcomes.far_ahead', params: { year, years: -years } }];
  return years <= mostYears ? [] : [{ code: 'outcomes.long_ago', params: { year, years } }];
}

/** Two offices that mean the same thing hardly differ by so many times: noughts, 万 for 亿, the fields mixed up. */
const MOST_TIMES = 100;
export const FAR_FROM_THEIRS = 'outcomes.far_from_theirs';

interface Told {
  readonly amount: Amount | null;
  readonly count: string | null;
}

/** Noughts more or fewer: one figure so many times the other. What is nought or less is a plain answer. */
export const isFarFrom = (a: string, b: string, most: number): boolean =>
  [a, b].every((value) => compareDecimals(value, '0') > 0) &&
  (compareDecimals(a, times(b, most)) >= 0 || compareDecimals(b, times(a, most)) >= 0);

/** What a side holds instead, far above or below what it answers. None at all is a plain answer and asked nothing. */
export function farFromTheirs(
  ours: Told,
  theirs: Told,
): { readonly code: typeof FAR_FROM_THEIRS; readonly params: Doubt['params'] } | null {
  const far = (a: string, b: string): boolean => isFarFrom(a, b, MOST_TIMES);
  const asked = (our: string, their: string) => ({ code: FAR_FROM_THEIRS, params: { ours: our, theirs: their } }) as const;
  if (ours.count !== null && theirs.count !== null && far(ours.count, theirs.count)) return asked(told(ours.count), told(theirs.count));
  if (ours.amount === null || theirs.amount === null || ours.amount.currency !== theirs.amount.currency) return null;
  return far(ours.amount.value, theirs.amount.value) ? asked(toldAmount(ours.amount), toldAmount(theirs.amount)) : null;
}
const told = (count: string): string => toldAmount({ value: count, currency: '' }).trim();

export interface Around {
  /** When it happened, or for which day it is said. */
  readonly on: FlexDate | null;
  /** ISO day. */
  readonly today: string;
  /** What stands at the stage of the same outcome. */
  readonly before: Amount | null;
  readonly parties: readonly SizedParty[];
  /** Amounts that the other outcomes of each edition, wholes alone, hold at the stage. */
  readonly editions: readonly (readonly Amount[])[];
}

export const nothingAround = { before: null, parties: [], editions: [] } as const;

/** Everything that is asked of an amount before it is entered. */
export const doubtsOf = (entered: Entered, { before, parties, editions, ...when }: Around): readonly Doubt[] => [
  ...farOff(when),
  ...round(entered),
  ...jump(entered, before),
  ...aboveCompany(entered, parties),
  ...editions.flatMap((others) => ofEdition(entered, others)).slice(0, 1),
];

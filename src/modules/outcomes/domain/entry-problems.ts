// What keeps an entry or a reversal out of a ledger: all reasons at once, each at its field.
import type { FlexDate } from '#kernel/flex-date.ts';
import { addDecimals, compareDecimals, exponentOf, isDecimal, placesOf, type Qualifier } from '#kernel/money.ts';
import type { Problem } from '#kernel/result.ts';
import { currencyOf, plainFacts, reversalOf, standing, type EntryFacts, type EntryId, type Ledger } from './ledger.ts';
import { progressStages, type Stage } from './stages.ts';

/** An entry as somebody typed it: amount and currency are told apart, either may be missing. */
export interface ProposedEntry {
  readonly stage: Stage;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly count: string | null;
  readonly qualifier: Qualifier;
  readonly countQualifier: Qualifier;
  readonly valueDate: FlexDate | null;
}

const mostDigits = 18;
const problem = (field: string, code: string, params?: Problem['params']): Problem => ({
  path: [field],
  code: `outcomes.${code}`,
  ...(params === undefined ? {} : { params }),
});

const isTooLong = (text: string): boolean => text.replace(/^-|\..*$/g, '').length > mostDigits;

function amountProblems({ extent, entries }: Ledger, { amount, currency, qualifier }: ProposedEntry): readonly Problem[] {
  if (amount === null) {
    const unmeant = qualifier === 'exact' ? [] : [problem('qualifier', 'qualifier_without_amount')];
    return currency === null ? unmeant : [problem('amount', 'currency_without_amount'), ...unmeant];
  }
  const found: Problem[] = [];
  if (!isDecimal(amount) || isTooLong(amount)) found.push({ path: ['amount'], code: 'kernel.bad_decimal' });
  if (extent === 'count_only') found.push(problem('amount', 'count_only_has_no_amount'));
  if (currency === null) return [...found, problem('currency', 'amount_without_currency')];
  const exponent = exponentOf(currency);
  if (exponent === null) return [...found, { path: ['currency'], code: 'kernel.currency_unknown' }];
  if (placesOf(amount) > exponent) found.push({ path: ['amount'], code: 'kernel.amount_too_fine' });
  const before = currencyOf({ extent, entries });
  if (before !== null && before !== currency) found.push(problem('currency', 'second_currency', { currency: before }));
  return found;
}

function countProblems({ extent }: Ledger, { count, countQualifier }: ProposedEntry): readonly Problem[] {
  if (count === null) return countQualifier === 'exact' ? [] : [problem('countQualifier', 'qualifier_without_count')];
  if (extent === 'single') return [problem('count', 'single_has_no_count')];
  return isDecimal(count) && placesOf(count) === 0 && !isTooLong(count) ? [] : [problem('count', 'bad_count')];
}

/** Figures that would stand below zero once the entry is posted: a correction that takes too much, or a figure with nothing to correct. */
function belowZero({ entries }: Ledger, facts: EntryFacts): readonly Problem[] {
  const before = standing(entries).filter(({ stage }) => stage === facts.stage);
  const check = (field: 'amount' | 'count', of: (entry: EntryFacts) => string | null): readonly Problem[] => {
    const values = entries.flatMap((entry) => (entry.stage === facts.stage ? (of(entry) ?? []) : []));
    if (compareDecimals(addDecimals([...values, of(facts) ?? '0']), '0') >= 0) return [];
    return [problem(field, before.some((entry) => of(entry) !== null) ? 'below_zero' : 'negative')];
  };
  return [...check('amount', ({ amount }) => amount?.value ?? null), ...check('count', ({ count }) => count)];
}

/**
 * Of a stage of which something stands, or that lies before the one that was reached, it must say how much, when or who says so: an empty entry
 * would only make an earlier stage unknown, or take from the figures of this one what other sides confirmed of them.
 */
export function saysNothing({ entries }: Ledger, { stage, amount, count, valueDate }: ProposedEntry): readonly Problem[] {
  if (amount !== null || count !== null || valueDate !== null) return [];
  const order = progressStages.findIndex((one) => one === stage);
  const isSaid = standing(entries).some(
    (entry) => entry.stage === stage || (order >= 0 && progressStages.findIndex((one) => one === entry.stage) > order),
  );
  return isSaid ? [problem('stage', 'says_nothing')] : [];
}

const factsOf = ({ amount, currency, ...meant }: ProposedEntry): EntryFacts => {
  const { stage, count, qualifier, countQualifier, valueDate } = meant;
  const whole = amount === null || currency === null ? null : { value: amount, currency };
  return plainFacts({ stage, amount: whole, count, qualifier, countQualifier, valueDate });
};

/** The entry as it may be posted, or every reason why it may not. */
export function checkEntry(
  ledger: Ledger,
  proposed: ProposedEntry,
): { readonly problems: readonly Problem[] } | { readonly problems: null; readonly facts: EntryFacts } {
  const found = [...amountProblems(ledger, proposed), ...countProblems(ledger, proposed)];
  if (found.length > 0) return { problems: found };
  const facts = factsOf(proposed);
  const negative = belowZero(ledger, facts);
  return negative.length > 0 ? { problems: negative } : { problems: null, facts };
}

/** The entry that reverses another, or every reason why it may not: an unknown one, a reversal, one reversed already. */
export function checkReversal(
  ledger: Ledger,
  reversed: EntryId,
): { readonly problems: readonly Problem[] } | { readonly problems: null; readonly facts: EntryFacts } {
  const target = ledger.entries.find(({ id }) => id === reversed);
  if (target === undefined) return { problems: [problem('reverses', 'entry_unknown')] };
  if (target.reverses !== null) return { problems: [problem('reverses', 'reversal_of_reversal')] };
  if (!standing(ledger.entries).includes(target)) return { problems: [problem('reverses', 'already_reversed')] };
  const facts = reversalOf(target);
  const negative = belowZero(ledger, facts).map((found) => ({ ...found, path: ['reverses'] }));
  return negative.length > 0 ? { problems: negative.slice(0, 1) } : { problems: null, facts };
}

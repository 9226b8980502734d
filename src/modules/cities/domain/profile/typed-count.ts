// A count of people as it is typed: 24,870,895 · 2487万 · 2.1 million · 24 870 895人.
import { parseAmount } from '#reading/amounts.ts';
import { isDecimal, type Qualifier } from '#kernel/money.ts';

interface TypedCount {
  /** A plain decimal, or what was typed where it is none. */
  readonly count: string;
  /** Null where no word says how it is meant. */
  readonly qualifier: Qualifier | null;
}

const people = /\s*(?:人口|人|people|inhabitants)\s*$/iu;

/** People come in whole numbers: of two ways to read a separator the whole one is meant. */
export function typedCount(typed: string): TypedCount {
  const words = typed.replace(people, '').trim();
  if (isDecimal(words)) return { count: words, qualifier: null };
  const read = parseAmount(words);
  if (read.ok && read.value.currencies.length === 0) return { count: read.value.value, qualifier: read.value.qualifier };
  const [whole, other] = read.ok ? [] : read.refusal.choices.filter((choice) => !choice.includes('.'));
  return { count: other === undefined ? (whole ?? words) : words, qualifier: null };
}

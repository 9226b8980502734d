// How many and how much of a figure another side confirms, in words; pages and papers say it alike.
import type { figuresOf } from '#kernel/figures.ts';
import type { Part } from './assurance.ts';

interface Telling {
  readonly t: (key: 'outcomes.parts_confirmed' | 'outcomes.part_confirmed', params: { number: string; amount: string }) => string;
  readonly formats: Pick<ReturnType<typeof figuresOf>, 'spelt' | 'money' | 'count'>;
}

/** One sentence for the number and one for the sum, as far as they are said. */
export function partWords({ amount, count }: Part, style: 'text' | 'table', { t, formats }: Telling): readonly string[] {
  const number = count === null ? '' : formats.spelt(formats.count(count, 'exact'));
  const sum = amount === null ? '' : formats.spelt(formats.money(amount, 'exact', style));
  const told = { number, amount: sum };
  return [
    ...(count === null ? [] : [t('outcomes.parts_confirmed', told)]),
    ...(amount === null ? [] : [t('outcomes.part_confirmed', told)]),
  ];
}

// What the page of a letter's link sends: of a chosen answer what belongs to it, and an amount as it was typed where it is not understood.
import type { Formats } from '#client/formats.ts';
import type { FollowUpQuestion } from '../../contract/follow-up.ts';
import type { Anyway } from '../../domain/anyway.ts';
import { amountSent, type Difference } from '../../domain/follow-up/answering.ts';
import type { FollowUpAnswer } from '../../domain/follow-up/fate.ts';

export interface MoreSaid {
  /** The amount, as it was typed. */
  readonly typed: string;
  readonly currency: string;
  readonly differs: readonly Difference[];
  readonly anyway: Anyway | '';
  readonly saidBy: string;
  readonly note: string;
  readonly file: File | null;
}

/** What was answered before, as it would be typed: who changes one thing of it keeps the others. */
export function moreOf(
  { amount: announced, answer }: Pick<NonNullable<FollowUpQuestion['asked']>, 'amount' | 'answer'>,
  formats: Pick<Formats, 'count' | 'spelt'>,
): MoreSaid {
  const { amount = null, qualifier = 'exact', differs = [], anyway = null } = answer ?? {};
  return {
    typed: amount === null ? '' : formats.spelt(formats.count(amount.value, qualifier)),
    currency: amount?.currency ?? announced?.currency ?? '',
    ...{ differs: [...differs], anyway: anyway ?? '', saidBy: '', note: '', file: null },
  };
}

/** Whether the answer has an amount and a paper. */
export const isSome = (answer: FollowUpAnswer): boolean => answer === 'kept' || answer === 'partly';

const filled = (text: string): string | null => (text.trim() === '' ? null : text);

export function sentOf(answer: FollowUpAnswer, { typed, currency, differs, anyway, saidBy, note, file }: MoreSaid) {
  return {
    ...amountSent(isSome(answer) ? typed : '', currency === '' ? null : currency),
    differs: answer === 'partly' ? [...differs] : [],
    ...{ anyway: anyway === '' ? null : anyway, saidBy: filled(saidBy), note: filled(note) },
    ...(file === null || !isSome(answer) ? {} : { file }),
  };
}

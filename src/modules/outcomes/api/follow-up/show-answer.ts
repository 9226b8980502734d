import type { Answer } from '../../contract.ts';
import { receiptOf } from '../../domain/follow-up/answering.ts';
import type { AnswerRecord } from '../../store/asking.ts';

type Given = NonNullable<Answer<'listFollowUps'>['entries'][number]['answer']>;

/** An answer as everybody reads it who may; whose words it is stands beside it only where that is told. */
export const showGiven = ({ id, answer, amount, qualifier, differs, anyway, answeredAt }: AnswerRecord): Given => ({
  ...{ answer, amount, qualifier, differs: [...differs], anyway },
  answeredAt: answeredAt.toISOString(),
  receipt: receiptOf(id),
});

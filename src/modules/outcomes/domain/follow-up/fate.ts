// What became of an announced figure: what was answered when it was asked for, else what its own ledger came to, else unknown with the reason.
import type { Amount } from '#kernel/money.ts';
import { compareDecimals } from '#kernel/money.ts';
import type { Reached, StageFigure } from '../ledger.ts';

/** So many months after it was said it is asked what became of it. */
export const followUpMonths = [3, 6, 12, 24, 36] as const;
export type FollowUpMonths = (typeof followUpMonths)[number];

/** `bounced`: a mail server sent the letter back. */
export const followUpStates = ['planned', 'held_back', 'sent', 'bounced', 'stopped'] as const;
export type FollowUpState = (typeof followUpStates)[number];

export const followUpAnswers = ['kept', 'partly', 'not', 'cannot_say'] as const;
export type FollowUpAnswer = (typeof followUpAnswers)[number];

export const knownFates = ['kept', 'partly', 'not'] as const;
export type KnownFate = (typeof knownFates)[number];

/**
 * Why nothing is known: nobody asked yet, no answer, answered that it cannot be said, asked to write no more, the letter came back, or the sides
 * do not agree on how far it came.
 */
export const unknownReasons = ['not_asked', 'no_answer', 'cannot_say', 'stopped', 'returned', 'in_dispute'] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** One answer; instants are ISO texts in UTC. */
export interface AnswerGiven {
  readonly answer: FollowUpAnswer;
  readonly amount: Amount | null;
  readonly answeredAt: string;
  readonly hasPaper: boolean;
}

/** One asking of one outcome with its answers, in the order in which they came. */
export interface Asking {
  readonly months: FollowUpMonths;
  /** ISO day. */
  readonly due: string;
  readonly state: FollowUpState;
  /** When its letter left; null with `sent`: it waits to leave. */
  readonly sentAt: string | null;
  readonly answers: readonly AnswerGiven[];
}

/** What the ledger came to, and when that was entered (ISO instant). */
export interface LedgerFate {
  readonly fate: KnownFate;
  readonly amount: Amount | null;
  readonly enteredAt: string;
}

export type Fate =
  | {
      readonly fate: KnownFate;
      readonly by: 'answer';
      readonly months: FollowUpMonths;
      readonly at: string;
      readonly amount: Amount | null;
      readonly hasPaper: boolean;
    }
  | { readonly fate: KnownFate; readonly by: 'ledger'; readonly at: string; readonly amount: Amount | null }
  | { readonly fate: 'unknown'; readonly reason: UnknownReason };

type Followed = Pick<StageFigure, 'stage' | 'amount' | 'qualifier'>;

const isSmaller = (one: Followed, other: Followed): boolean =>
  one.amount !== null &&
  other.amount !== null &&
  one.amount.currency === other.amount.currency &&
  one.qualifier === 'exact' &&
  other.qualifier === 'exact' &&
  compareDecimals(one.amount.value, other.amount.value) < 0;

/**
 * What the ledger itself tells: ended is *not*, realised is *kept*, or *partly* where less was realised than announced. Of what was counted
 * together it tells so only where all of it ended. Null where it came to neither.
 */
export function ledgerFate({
  reached: { stage, ended },
  figures,
  enteredAt,
}: {
  readonly reached: Reached;
  readonly figures: readonly Followed[];
  readonly enteredAt: string;
}): LedgerFate | null {
  if (ended !== null) return { fate: 'not', amount: null, enteredAt };
  const [announced, realised] = [figures[0], figures.find((figure) => figure.stage === 'realised')];
  if (stage !== 'realised' || announced === undefined || realised === undefined) return null;
  return { fate: isSmaller(realised, announced) ? 'partly' : 'kept', amount: realised.amount, enteredAt };
}

/** The last word of each asking counts; of the askings the latest that says something. */
function answerOf(askings: readonly Asking[]): Fate | null {
  const known = askings
    .flatMap(({ months, answers }) => {
      const last = answers.at(-1);
      return last === undefined ? [] : [{ months, ...last }];
    })
    .toSorted((a, b) => a.months - b.months);
  for (const { answer, months, amount, answeredAt, hasPaper } of known.toReversed())
    if (answer !== 'cannot_say') return { fate: answer, by: 'answer', months, at: answeredAt, amount, hasPaper };
  return known.length === 0 ? null : { fate: 'unknown', reason: 'cannot_say' };
}

/** Nobody has been asked by a letter that waits to leave. */
const reasonOf = ({ state, sentAt }: Asking): UnknownReason | null =>
  state === 'stopped' ? 'stopped' : state === 'bounced' ? 'returned' : state === 'sent' && sentAt !== null ? 'no_answer' : null;

/** As of an instant: what was sent and answered later had not happened yet. Of askings that are stopped it is not told since when. */
export const askedUntil = (askings: readonly Asking[], instant: string): readonly Asking[] =>
  askings.map((asking) => {
    const isLater = asking.sentAt !== null && asking.sentAt > instant;
    return {
      ...asking,
      ...(isLater ? { state: 'planned' as const, sentAt: null } : {}),
      answers: asking.answers.filter(({ answeredAt }) => answeredAt <= instant),
    };
  });

/**
 * What became of a figure. Of an answer and the ledger the later one counts; a *cannot say* takes back nothing that an earlier asking was
 * told. What nobody says is unknown, never none.
 */
export function fateOf(askings: readonly Asking[], ledger: LedgerFate | null): Fate {
  const answered = answerOf(askings);
  const isKnown = answered !== null && answered.fate !== 'unknown';
  if (ledger !== null && (!isKnown || answered.at < ledger.enteredAt))
    return { fate: ledger.fate, by: 'ledger', at: ledger.enteredAt, amount: ledger.amount };
  if (answered !== null) return answered;
  const told = askings.toSorted((a, b) => a.months - b.months).flatMap((asking) => reasonOf(asking) ?? []);
  return { fate: 'unknown', reason: told.at(-1) ?? 'not_asked' };
}

/** Whether anybody answered, be it that they cannot say: the answer rate counts these. */
export const isAnswered = (askings: readonly Asking[]): boolean => askings.some(({ answers }) => answers.length > 0);

/** Whether a letter has reached somebody, as far as is known: it left and did not come back, or was answered. */
export const isAsked = (askings: readonly Asking[]): boolean =>
  askings.some(({ sentAt, state, answers }) => answers.length > 0 || (sentAt !== null && state !== 'bounced'));

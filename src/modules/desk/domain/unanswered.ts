// What the other side of a tie has said and shown us, and our office has said nothing of since; and what it has answered.
import type { OfficeId } from '#kernel/ids.ts';
import { agrees } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { standing } from '#modules/evidence/domain/show-first.ts';
import type { Statement } from '#modules/evidence/domain/statement.ts';
import { valuesAgree } from '#modules/evidence/domain/value.ts';
import type { TieAttribute } from '#modules/ties/domain/attributes.ts';
import type { ExchangeWord } from '#modules/ties/domain/exchange-words.ts';
import { isNothingLeft, type AgreedItemId, type ItemState } from '#modules/ties/domain/happenings.ts';
import type { AgreedItem, Exchange } from '#modules/ties/domain/records.ts';
import { begunBy, saidBy, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { answerable, unansweredWord } from '#modules/ties/domain/unanswered-word.ts';
import type { TieId } from '#modules/ties/domain/tie.ts';
import type { GivenAnswer } from './answers.ts';

interface Said {
  readonly kind: 'said';
  readonly attribute: TieAttribute;
  readonly theirs: Statement;
  /** What we say otherwise, null where we say nothing; `isUnseen`: an answer that the other side does not see. */
  readonly ours: Statement | null;
  readonly isUnseen: boolean;
}

interface OfItem {
  readonly kind: 'item';
  readonly itemId: AgreedItemId;
  readonly title: MultilingualText;
  readonly agreement: MultilingualText;
  /** null: they have entered it as agreed, and say no more. */
  readonly state: ItemState | null;
  readonly ours: ItemState | null;
}

/** One such word; `at` is when it was entered (ISO, UTC). */
export type Unanswered = { readonly tieId: TieId; readonly at: string } & (
  | Said
  | OfItem
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
);

/** Who asks whom; `words` is what sides said of exchanges, `today` decides what has taken place. */
export interface Sides {
  readonly office: OfficeId;
  readonly other: OfficeId;
  readonly words: readonly ExchangeWord[];
  readonly today: string;
}

const statements = (facts: TieFacts, { office, other }: Sides): readonly Unanswered[] =>
  answerable.flatMap((attribute): Unanswered[] => {
    const word = unansweredWord(facts.statements, attribute, { office, other });
    return word === null ? [] : [{ kind: 'said', tieId: facts.tieId, at: word.theirs.enteredAt, attribute, ...word }];
  });

const spoken = ({ states }: AgreedItem, office: OfficeId) => states.find((one) => one.office === office);

/** What the other side says of an item: its word on how it stands, else that it has entered it as agreed. */
function toldOf(item: AgreedItem, { agreements }: TieFacts, other: OfficeId): (Pick<OfItem, 'state'> & { readonly at: string }) | null {
  const theirs = spoken(item, other);
  if (theirs !== undefined && theirs.state !== 'cannot_say') return theirs;
  const isTheirs = agreements.some(({ id, office }) => id === item.agreementId && office === other);
  return isTheirs ? { state: null, at: item.enteredAt } : (theirs ?? null);
}

/**
 * Items that the other side calls done, dropped or not agreed, and of which we have said something else before, or nothing; and those that it has
 * entered, and of which we have said nothing at all: nobody agrees by being silent.
 */
const items = (facts: TieFacts, { office, other }: Sides): readonly Unanswered[] =>
  facts.items.flatMap((item): Unanswered[] => {
    const [told, ours] = [toldOf(item, facts, other), spoken(item, office)];
    const agreement = facts.agreements.find(({ id }) => id === item.agreementId);
    const isEnded = isNothingLeft(told?.state);
    if (told === null || (!isEnded && (ours !== undefined || agreement?.office !== other))) return [];
    if (ours !== undefined && (ours.state === told.state || ours.at >= told.at)) return [];
    const { id: itemId, text: title } = item;
    const of = { kind: 'item' as const, tieId: facts.tieId, itemId, title, agreement: agreement?.title ?? {} };
    return [{ ...of, at: told.at, state: told.state, ours: ours?.state ?? null }];
  });

/** Visits, events and programmes that the other side entered, that have taken place, and of which we have neither said nor entered the same. */
const exchanges = (facts: TieFacts, { office, other, words, today }: Sides): readonly Unanswered[] =>
  begunBy(facts.exchanges, today).flatMap((exchange): Unanswered[] => {
    if (exchange.office !== other) return [];
    const isAnswered =
      words.some((word) => word.exchangeId === exchange.id && word.office === office) ||
      facts.exchanges.some((own) => own.office === office && own.kind === exchange.kind && agrees(own.starts, exchange.starts));
    return isAnswered ? [] : [{ kind: 'exchange', tieId: facts.tieId, at: exchange.enteredAt, exchange }];
  });

/** What waits for a word of `office`, as far as it is shown to it; the longest waiting first. None where both sides are one's own. */
export const unansweredOf = (facts: TieFacts, sides: Sides): readonly Unanswered[] =>
  sides.other === sides.office
    ? []
    : [...statements(facts, sides), ...items(facts, sides), ...exchanges(facts, sides)].toSorted((x, y) => (x.at < y.at ? -1 : 1));

/** An answer that the office has given, and that stands. */
export type Answered = { readonly tieId: TieId; readonly at: string; readonly answer: GivenAnswer } & (
  | { readonly kind: 'said'; readonly statement: Statement; readonly attribute: TieAttribute }
  | { readonly kind: 'item'; readonly item: AgreedItem }
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
);

const saidAnswers = (
  { tieId, statements: all }: TieFacts,
  { office, other }: Pick<Sides, 'office' | 'other'>,
  since: string,
): readonly Answered[] =>
  answerable.flatMap((attribute): Answered[] => {
    const [theirs, statement] = [saidBy(all, attribute, other), saidBy(standing(all), attribute, office)];
    if (theirs === null || statement === null || statement.enteredAt < since || statement.enteredAt < theirs.enteredAt) return [];
    // What the other side does not see is no answer yet.
    if (unansweredWord(all, attribute, { office, other }) !== null) return [];
    const otherwise = statement.value.type === 'unknown' ? 'not_known' : 'differs';
    const answer = valuesAgree(theirs.value, statement.value) ? 'as_they_say' : otherwise;
    return [{ kind: 'said', tieId, at: statement.enteredAt, answer, statement, attribute }];
  });

const itemAnswers = (facts: TieFacts, { office, other }: Sides, since: string): readonly Answered[] =>
  facts.items.flatMap((item): Answered[] => {
    const [theirs, ours] = [toldOf(item, facts, other), spoken(item, office)];
    if (theirs === null || ours === undefined || ours.at < since || ours.at < theirs.at) return [];
    // What is entered as agreed and no more is agreed with by calling it open.
    const answer = ours.state === (theirs.state ?? 'open') ? 'as_they_say' : ours.state === 'cannot_say' ? 'not_known' : 'differs';
    return [{ kind: 'item', tieId: facts.tieId, at: ours.at, answer, item }];
  });

const verdictAnswers = { confirms: 'as_they_say', differs: 'differs', cannot_say: 'not_known' } as const;

/** What the office has answered since an instant (ISO, UTC). */
export const answeredOf = (facts: TieFacts, sides: Sides, since: string): readonly Answered[] => [
  ...saidAnswers(facts, sides, since),
  ...itemAnswers(facts, sides, since),
  ...sides.words.flatMap(({ exchangeId, office, verdict, at }): Answered[] => {
    const exchange = facts.exchanges.find(({ id }) => id === exchangeId);
    if (exchange === undefined || office !== sides.office || at < since) return [];
    return [{ kind: 'exchange', tieId: facts.tieId, at, answer: verdictAnswers[verdict], exchange }];
  }),
];

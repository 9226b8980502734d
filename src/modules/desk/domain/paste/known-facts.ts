// What a row of a sheet adds to what is known of its tie: nothing, something more precise, something new, or a contradiction.
import { agrees, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { Status } from '#modules/ties/domain/attributes.ts';
import { codeIn, dateIn, saidBy, shownOf, statusOf, type TieFacts } from '#modules/ties/domain/tie-facts.ts';
import { isCited } from '#modules/evidence/domain/source.ts';
import { isFact, standing } from '#modules/evidence/domain/show-first.ts';
import { isQuoted, type Statement } from '#modules/evidence/domain/statement.ts';

/** A date that somebody states; `source` is the title of where it is from, null for an office's own records. */
export interface KnownDate {
  readonly id: Statement['id'];
  readonly date: FlexDate;
  readonly isOurs: boolean;
  /** A person's or body's own words, which no word of ours corrects. */
  readonly isQuoted: boolean;
  readonly source: string | null;
}

/** What the grid shows of a tie, and what the office itself says of it. */
export interface KnownFacts {
  readonly shown: KnownDate | null;
  /** The office's own dates that stand, newest first. */
  readonly ours: readonly KnownDate[];
  /** The class the office states, and the one that the grid shows, whoever states it. */
  readonly ourClass: string | null;
  /** Every class of its own that stands: two where both were kept. */
  readonly ourClasses: readonly string[];
  readonly shownClass: string | null;
  readonly status: Status | null;
  /** The status that is shown, whoever states it. */
  readonly shownStatus: string | null;
  /** Its notes that stand, opinions and the like apart, newest first, each in every language in which it is written. */
  readonly notes: readonly string[];
  /** Where its class, status and note are from, by the titles of sources that others can look up; null for its own records. */
  readonly sources: Readonly<Record<'class' | 'status' | 'note', string | null>>;
  /** Which of them are a person's or body's own words, whatever office entered them. */
  readonly isQuoted: Readonly<Record<'class' | 'status' | 'note', boolean>>;
}

const titleOf = ({ source }: Statement): string | null => (isCited(source) ? source.title : null);

/** What is known of a tie before a row of a sheet speaks of it. */
export function knownFactsOf(facts: Pick<TieFacts, 'statements' | 'pins' | 'agreements'>, office: OfficeId): KnownFacts {
  const dated = (statement: Statement | null): readonly KnownDate[] => {
    const date = dateIn(statement?.value);
    if (statement === null || date === null) return [];
    return [{ id: statement.id, date, isOurs: statement.office.id === office, isQuoted: isQuoted(statement), source: titleOf(statement) }];
  };
  const said = (attribute: 'class' | 'status' | 'note'): Statement | null => saidBy(facts.statements, attribute, office);
  const all = (attribute: string): readonly Statement[] =>
    standing(facts.statements)
      .filter((one) => one.attribute === attribute && one.office.id === office)
      .toSorted((x, y) => (x.id < y.id ? 1 : -1));
  const cited = (one: Statement | null): string | null => (one === null ? null : titleOf(one));
  const word = { class: said('class'), status: said('status'), note: said('note') };
  const quoted = (one: Statement | null): boolean => one !== null && isQuoted(one);
  return {
    shown: dated(shownOf(facts, 'established').first)[0] ?? null,
    ours: all('established').flatMap(dated),
    ourClass: codeIn(word.class?.value),
    ourClasses: all('class').flatMap((one) => (isFact(one) ? (codeIn(one.value) ?? []) : [])),
    shownClass: codeIn(shownOf(facts, 'class').first?.value),
    status: statusOf(facts.statements, office)?.code ?? null,
    shownStatus: codeIn(shownOf(facts, 'status').first?.value),
    notes: all('note')
      .filter(isFact)
      .flatMap(({ value }) => (value.type === 'text' ? Object.values(value.text).map(({ text }) => text.trim()) : [])),
    sources: { class: cited(word.class), status: cited(word.status), note: cited(word.note) },
    isQuoted: { class: quoted(word.class), status: quoted(word.status), note: quoted(word.note) },
  };
}

const isSame = (a: FlexDate, b: FlexDate): boolean => a.text === b.text && a.qualifier === b.qualifier;

/** Whether a date tells nothing that the known one does not: 1999 beside 18 October 1999, but not the other way round. */
const tellsNoMore = (date: FlexDate, known: FlexDate): boolean =>
  isSame(date, known) ||
  (agrees(date, known) && known.text.length >= date.text.length && (known.qualifier === 'exact' || date.qualifier !== 'exact'));

/** What a date of a row is beside what is known: `more` takes the place of one of ours where it makes that more precise. */
export type DateStep =
  | { readonly step: 'nothing' }
  | { readonly step: 'new' }
  | { readonly step: 'more'; readonly of: KnownDate | null }
  | { readonly step: 'contradicts'; readonly ours: KnownDate };

/** A row of the register's own file holds what the grid shows, whoever states it; any other row is what the office itself states. */
export interface RowOrigin {
  readonly isFromRegister: boolean;
}

/** Whether there is nothing to state of the class: the office has said it, or has said one, or the row only gives back what the grid shows. */
export const saysClass = (code: string, { ourClass, ourClasses, shownClass }: KnownFacts, { isFromRegister }: RowOrigin): boolean =>
  ourClasses.includes(code) || ((isFromRegister || ourClass !== null) && code === shownClass);

/** Whether each line of a note stands in one that the office has written. */
export const saysNote = (note: string, { notes }: Pick<KnownFacts, 'notes'>): boolean =>
  notes.some((ours) => note === ours || note.split('\n').every((line) => ours.split('\n').includes(line)));

/**
 * A year and a day within it agree, so the one that says no more enters nothing and the more precise one is entered without a question.
 * What another office says already is still stated by ours where it has said nothing yet. A question is left where the row contradicts every date of
 * ours and what the grid shows.
 */
export function dateStep(date: FlexDate, { shown, ours }: Pick<KnownFacts, 'shown' | 'ours'>, { isFromRegister }: RowOrigin): DateStep {
  const known = shown !== null && (isFromRegister || ours.length > 0) ? [shown, ...ours] : ours;
  if (known.some((one) => tellsNoMore(date, one.date))) return { step: 'nothing' };
  const agreeing = ours.find((one) => agrees(date, one.date));
  if (agreeing !== undefined) return { step: 'more', of: agreeing };
  if (shown !== null && agrees(date, shown.date)) return { step: 'more', of: null };
  const [newest] = ours;
  return newest === undefined ? { step: 'new' } : { step: 'contradicts', ours: newest };
}

// How sure a stage of an outcome is: an axis of its own beside the stage. It belongs to the figures as they stood when somebody spoke: where an entry
// changes them it is "reported by one side", and where they are what they were, all that was said of them holds (docs/decisions/0131).
import type { OfficeId } from '#kernel/ids.ts';
import { compareDecimals, type Amount, type Qualifier } from '#kernel/money.ts';
import { figuresOf, standing, type LedgerEntry } from './ledger.ts';
import { stages, type Stage } from './stages.ts';

export const verdicts = ['confirms', 'confirms_part', 'differs', 'cannot_say', 'maintains', 'documents', 'verifies', 'withdraws'] as const;
/**
 * What an office says of a stage: it was so; so much of it was so; it was otherwise; we cannot say; who keeps it stands by it, whatever another side holds; a paper
 * shows it; somebody else checked it; we take our word back.
 */
export type Verdict = (typeof verdicts)[number];

/** Besides a stage: it did not come to the stage that the other side reports; it did not come about at all; how far it came we cannot say. */
export const heldStages = [...stages, 'not_reached', 'never', 'cannot_say'] as const;

/** What an office holds instead of what is reported of a stage; null is "as you say", in words or figures. */
export interface Held {
  readonly amount: Amount | null;
  readonly count: string | null;
  /** How the amount and how the count is meant. */
  readonly qualifier: Qualifier;
  readonly countQualifier: Qualifier;
  readonly heldStage: (typeof heldStages)[number] | null;
  /** With whom it was, by name. */
  readonly heldParty: string | null;
  readonly note: string | null;
}

export const heldOf = ({ amount, count, qualifier, countQualifier, heldStage, heldParty, note }: Held): Held => ({
  ...{ amount, count, qualifier, countQualifier, heldStage, heldParty, note },
});

export const assurances = ['reported', 'confirmed', 'documented', 'verified', 'differ', 'withdrawn'] as const;
export type Assurance = (typeof assurances)[number];

/** `through` is the number of the ledger's last entry at that stage when it was said; `number` counts what was said from 1. */
export interface Confirmation {
  readonly number: number;
  readonly stage: Stage;
  readonly office: OfficeId;
  readonly verdict: Verdict;
  readonly through: number;
  /** How much of it is confirmed, or what is held instead; and how many. */
  readonly amount?: Amount | null;
  readonly count?: string | null;
  readonly expiredOn?: Expired;
}

/** The last day on which the paper was valid that it rests on (ISO), where that is over; null or left out: it holds, or nobody noted an end. */
type Expired = string | null | undefined;

/** An entry, and whether what it cites is evidence by itself: a paper both signed, or a file that can be opened. */
export interface EvidencedEntry extends Pick<LedgerEntry, 'number' | 'stage'> {
  readonly id: string;
  readonly reverses: string | null;
  readonly evidence: 'signed_paper' | 'file' | null;
  readonly expiredOn?: Expired;
}

export interface StageAssurance {
  readonly assurance: Assurance;
  /** Offices whose word for the figures as they stand is: it was so. The reporting office is not named here. */
  readonly confirmedBy: readonly OfficeId[];
  readonly differs: readonly OfficeId[];
  /** How much of what is reported by one side the others confirm: the most that one of them does. */
  readonly confirmedPart: ConfirmedPart | null;
  /** Where a paper would document it that has expired: the last day on which it was valid. */
  readonly paperExpired: string | null;
}

/** So much of a sum, so many of a number, or both. */
export interface Part {
  readonly amount: Amount | null;
  readonly count: string | null;
}

export interface ConfirmedPart extends Part {
  readonly by: readonly OfficeId[];
}

export interface Said<C extends Confirmation = Confirmation> {
  readonly stage: Stage;
  /** The office that keeps the outcome: its word is the report. */
  readonly owner: OfficeId;
  readonly entries: readonly LedgerEntry[];
  readonly confirmations: readonly C[];
}

interface Evidenced {
  readonly stage: Stage;
  readonly owner: OfficeId;
  readonly entries: readonly EvidencedEntry[];
  /** In force. */
  readonly words: readonly Confirmation[];
}

/** The number of the last entry at a stage, reversals included; 0 where there is none. */
export const lastNumber = (entries: readonly Pick<LedgerEntry, 'number' | 'stage'>[], stage: Stage): number =>
  entries.reduce((last, entry) => (entry.stage === stage && entry.number > last ? entry.number : last), 0);

/** What a word is about: the figure of a stage after the entry of a number, with the days it is said for and whether something in it is unknown. */
function asOf(entries: readonly LedgerEntry[], stage: Stage, number: number): { readonly figure: string; readonly entries: string } {
  const until = standing(entries.filter((entry) => entry.stage === stage && entry.number <= number));
  const figures = figuresOf({ entries: until }).map(({ entries: _, ...figure }) => figure);
  const days = until.flatMap(({ valueDate }) => (valueDate === null ? [] : [`${valueDate.text} ${valueDate.qualifier}`]));
  const unknown = (['amount', 'count'] as const).filter((field) => until.some((entry) => entry[field] === null));
  return { figure: JSON.stringify([figures, [...new Set(days)].toSorted(), unknown]), entries: until.map(({ id }) => id).join() };
}

/**
 * What was said of the figures of a stage that stand: they are what they were when it was said, be it that an entry in between was reversed. Only a
 * check is of the very entries, whose papers were looked at. Who took a word back while the figures were others has taken it back.
 */
export function wordsInForce<C extends Confirmation>({ stage, entries, confirmations }: Omit<Said<C>, 'owner'>): readonly C[] {
  const words = confirmations.filter((said) => said.stage === stage);
  if (words.length === 0) return words;
  const last = lastNumber(entries, stage);
  if (words.every(({ through }) => through >= last)) return words;
  const now = asOf(entries, stage, last);
  const isOfThese = ({ through, verdict }: C): boolean => {
    if (through >= last) return true;
    const then = asOf(entries, stage, through);
    return verdict === 'verifies' ? then.entries === now.entries : then.figure === now.figure;
  };
  const [ofThese, ofOthers] = [words.filter(isOfThese), words.filter((said) => !isOfThese(said))];
  const isTakenBack = ({ office, number }: C): boolean =>
    ofOthers.some((later) => later.office === office && later.verdict === 'withdraws' && later.number > number);
  return ofThese.filter((said) => !isTakenBack(said));
}

/** Words by which somebody was heard of the thing, whichever figures they saw: not that they cannot say, nor what they took back. */
export const wordsThatTell = <C extends Confirmation>(confirmations: readonly C[]): readonly C[] =>
  confirmations.filter(
    ({ office, stage, verdict, number }) =>
      verdict !== 'withdraws' &&
      verdict !== 'cannot_say' &&
      !confirmations.some((c) => c.office === office && c.stage === stage && c.verdict === 'withdraws' && c.number > number),
  );

type Stance = Exclude<Verdict, 'verifies' | 'maintains' | 'documents'>;

/** What each office holds, of words in force: its newest, unless taken back; papers and checks stand beside it. */
function stances(words: readonly Confirmation[]): ReadonlyMap<OfficeId, Stance> {
  const held = new Map<OfficeId, Stance>();
  for (const { office, verdict } of words.toSorted((a, b) => a.number - b.number)) {
    if (verdict === 'verifies' || verdict === 'maintains') continue;
    held.set(office, verdict === 'documents' ? 'confirms' : verdict);
  }
  return held;
}

/** Whether a side holds otherwise what is reported of a stage, or whose figure it is took it back. */
export function isContested(said: Said): boolean {
  const held = stances(wordsInForce(said));
  return held.get(said.owner) === 'withdraws' || [...held.values()].includes('differs');
}

/** The papers or checks of offices that still stand: in force and not taken back since. */
const stood = (words: readonly Confirmation[], verdict: 'documents' | 'verifies'): readonly Confirmation[] =>
  words.filter(
    (said) =>
      said.verdict === verdict && !words.some((c) => c.office === said.office && c.verdict === 'withdraws' && c.number > said.number),
  );

/** The parts that other sides confirm: each by its newest word. */
function partOf(words: readonly Confirmation[], owner: OfficeId, held: ReturnType<typeof stances>): ConfirmedPart | null {
  const parts = [...held].flatMap(([office, stance]) => {
    const said = words.findLast((c) => c.office === office && c.verdict === 'confirms_part');
    return stance !== 'confirms_part' || office === owner ? [] : [{ office, amount: said?.amount ?? null, count: said?.count ?? null }];
  });
  const [amount = null] = parts.flatMap((part) => part.amount ?? []).toSorted((a, b) => compareDecimals(b.value, a.value));
  const [count = null] = parts.flatMap((part) => part.count ?? []).toSorted((a, b) => compareDecimals(b, a));
  return amount === null && count === null ? null : { amount, count, by: parts.map(({ office }) => office) };
}

/** The assurance of one stage; null where no entry stands there. Papers raise it, a second reviewer raises it, none is demanded. */
export function assuranceBy({ stage, owner, entries, words }: Evidenced): StageAssurance | null {
  const stand = standing(entries).filter((entry) => entry.stage === stage);
  if (stand.length === 0) return null;
  const held = stances(words);
  const who = (stance: 'confirms' | 'differs') =>
    [...held].flatMap(([office, word]) => (word === stance && office !== owner ? [office] : []));
  const [confirmedBy, differs] = [who('confirms'), who('differs')];
  const papers = stood(words, 'documents');
  const expired = [...stand, ...papers].flatMap(({ expiredOn }) => expiredOn ?? []).toSorted();
  const found = (assurance: Assurance): StageAssurance => ({
    ...{ assurance, confirmedBy, differs },
    confirmedPart: assurance === 'reported' ? partOf(words, owner, held) : null,
    paperExpired: assurance === 'documented' || assurance === 'verified' ? null : (expired.at(-1) ?? null),
  });
  if (held.get(owner) === 'withdraws') return found('withdrawn');
  if (differs.length > 0 || held.get(owner) === 'differs') return found('differ');
  const valid = stand.filter(({ expiredOn }) => expiredOn == null);
  const signed = valid.length === stand.length && stand.every(({ evidence }) => evidence === 'signed_paper');
  const isFiled = valid.length === stand.length && stand.every(({ evidence }) => evidence !== null);
  const documented = signed || ((papers.some(({ expiredOn }) => expiredOn == null) || isFiled) && confirmedBy.length > 0);
  if (documented) return found(stood(words, 'verifies').length > 0 ? 'verified' : 'documented');
  return found(confirmedBy.length > 0 ? 'confirmed' : 'reported');
}

/** The same of a ledger with all that was said of it. */
export const assuranceOf = (said: Said & { readonly entries: readonly (LedgerEntry & EvidencedEntry)[] }): StageAssurance | null =>
  assuranceBy({ ...said, words: wordsInForce(said) });

/** Whether an office says of the figures as they stand: it was so. */
export const confirms = (said: Said, office: OfficeId): boolean => stances(wordsInForce(said)).get(office) === 'confirms';

/** Whether an office has said nothing of the figures as they stand: that it cannot say is an answer, a word taken back is none. */
export function isUnanswered(said: Said, office: OfficeId): boolean {
  const stance = stances(wordsInForce(said)).get(office);
  return stance === undefined || stance === 'withdraws';
}

/**
 * The words of other offices that it was otherwise, or that no more than a part of it was so, of the figures as they stand, of which the office
 * that keeps the outcome has said nothing since: they wait for an entry of its ledger or for its word. `confirmations` are in the order of saying.
 */
export function contradictionsOf<C extends Confirmation>(said: Said<C>): readonly C[] {
  const words = wordsInForce(said);
  return [...stances(words)].flatMap(([office, stance]) => {
    if ((stance !== 'differs' && stance !== 'confirms_part') || office === said.owner) return [];
    const at = words.findLastIndex((c) => c.office === office && c.verdict === stance);
    const answer = words.slice(at + 1).findLast((c) => c.office === said.owner);
    // An answer that was withdrawn leaves the question as it was.
    return answer !== undefined && answer.verdict !== 'withdraws' ? [] : words.slice(at, at + 1);
  });
}

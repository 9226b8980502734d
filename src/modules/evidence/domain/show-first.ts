// Which of several facts and counts is shown first, by the stated rule, and which agree with it; what is no fact stands apart. Computed at reading, stored nowhere.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import { isCited, isOfficial, levelOf } from './source.ts';
import type { Pin, Statement } from './statement.ts';
import { contradict, precisionRank, valuesAgree } from './value.ts';

/** Why a statement stands before the next: the first rule that told them apart. */
export const reasonsForFirst = ['only', 'pinned', 'paper', 'class', 'precision', 'cited', 'source_date', 'order'] as const;
export type ReasonForFirst = (typeof reasonsForFirst)[number];

/** What the rule reads of a statement. */
export type Weighed = Pick<Statement, 'id' | 'value' | 'kind' | 'source' | 'supersedes' | 'withdrawn' | 'visibility'> &
  Partial<Pick<Statement, 'subject'>>;
export type Pinned = Pick<Pin, 'statementId' | 'reason' | 'visibility'>;

/** `first` is null where no fact or count stands; `apart` are comparisons, opinions and forecasts: they neither agree nor differ. */
export interface ShownFirst<S> {
  readonly first: S | null;
  readonly agreeing: readonly S[];
  readonly differing: readonly S[];
  readonly apart: readonly S[];
  /** Public statements of official sources contradict each other, whichever is shown first. */
  readonly contested: boolean;
  readonly reason: ReasonForFirst | null;
  readonly pinReason: string | null;
}

/** As the browser reads it, the id of what it corrects is plain. */
export type Superseding = Pick<Statement, 'id' | 'withdrawn'> & { readonly supersedes: string | null };

/** What still stands: not withdrawn, and not superseded by another that stands, as far as the given ones tell. */
export function standing<S extends Superseding>(statements: readonly S[]): readonly S[] {
  const kept = statements.filter(({ withdrawn }) => withdrawn === null);
  const superseded = new Set<string | null>(kept.map(({ supersedes }) => supersedes));
  return kept.filter(({ id }) => !superseded.has(id));
}

/** Facts and counts alone can be known, agree or differ. */
export const isFact = ({ kind }: Pick<Statement, 'kind'>): boolean => kind === 'fact' || kind === 'count';

type Rule = readonly [ReasonForFirst, (a: Weighed, b: Weighed) => number];

/** The newer source first, an unknown date last. */
function bySourceDate({ source: a }: Weighed, { source: b }: Weighed): number {
  if (a.date === null || b.date === null) return Number(a.date === null) - Number(b.date === null);
  return compareDates(b.date, a.date);
}

/** Whether a signed paper says so: the source itself, or one on record that bears this day. Where none is on record, the class of sources decides alone. */
const isBorne = ({ value, source }: Weighed, papers: readonly FlexDate[]): boolean =>
  papers.length > 0 &&
  (source.class === 'signed_paper' ||
    (value.type === 'date' && value.date.qualifier === 'exact' && papers.some(({ text }) => text === value.date.text)));

/** In the order in which they decide; the last, the order of entry, makes the result the same whatever order the statements come in. */
const rulesWith = (pinned: ReadonlySet<string>, papers: readonly FlexDate[]): readonly Rule[] => [
  ['pinned', (a, b) => Number(pinned.has(b.id)) - Number(pinned.has(a.id))],
  ['paper', (a, b) => Number(isBorne(b, papers)) - Number(isBorne(a, papers))],
  ['class', (a, b) => levelOf(a.source.class) - levelOf(b.source.class)],
  ['precision', (a, b) => precisionRank(b.value) - precisionRank(a.value)],
  // The day of an office's own records is the day of entry, so it is no newer source than one that others can look up.
  ['cited', (a, b) => Number(isCited(b.source)) - Number(isCited(a.source))],
  ['source_date', bySourceDate],
  ['order', (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)],
];

/** Pins of statements that stand; where several offices pin different ones none counts, because neither side's word goes before the other's. */
function countingPins(pins: readonly Pinned[], candidates: readonly Weighed[]): readonly Pinned[] {
  const counting = pins.filter(({ statementId }) => candidates.some(({ id }) => id === statementId));
  return new Set(counting.map(({ statementId }) => statementId)).size > 1 ? [] : counting;
}

/** An edition is an event: how many came does not change afterwards. */
const numbersOf = ({ subject }: Weighed): 'change' | 'stay' =>
  subject?.kind === 'edition' || subject?.kind === 'participation' ? 'stay' : 'change';

const isContested = (facts: readonly Weighed[]): boolean => {
  const official = facts.filter(({ source, visibility }) => visibility === 'public' && isOfficial(source));
  return official.some((a, at) => official.slice(at + 1).some((b) => contradict(a.value, b.value, numbersOf(a))));
};

/**
 * The fact or count shown first: pinned by a person, else the day that a signed paper on record bears (`papers`), else of the higher source class, else the more precise, else what others can look up before own records, else
 * of the newer source (an unknown date last), else the one entered first. Give it the statements of one attribute of one subject that the reader may see, and
 * the pins whose word counts for that view.
 */
export function showFirst<S extends Weighed>(
  statements: readonly S[],
  pins: readonly Pinned[],
  papers: readonly FlexDate[] = [],
): ShownFirst<S> {
  const stand = standing(statements);
  const counting = countingPins(pins, stand.filter(isFact));
  const rules = rulesWith(new Set(counting.map(({ statementId }) => statementId)), papers);
  const deciding = (a: S, b: S): Rule | undefined => rules.find(([, order]) => order(a, b) !== 0);
  const ranked = [...stand].sort((a, b) => deciding(a, b)?.[1](a, b) ?? 0);
  const apart = ranked.filter((statement) => !isFact(statement));
  const [first, second, ...more] = ranked.filter(isFact);
  if (first === undefined) return { first: null, agreeing: [], differing: [], apart, contested: false, reason: null, pinReason: null };
  const rest = second === undefined ? [] : [second, ...more];
  const differing = rest.filter((other) => !valuesAgree(first.value, other.value));
  // Why it stands first is asked where something else could have: beside what says otherwise, else beside the next.
  const next = differing[0] ?? second;
  return {
    first,
    agreeing: rest.filter((other) => valuesAgree(first.value, other.value)),
    differing,
    apart,
    contested: isContested([first, ...rest]),
    reason: next === undefined ? 'only' : (deciding(first, next)?.[0] ?? 'order'),
    pinReason: counting[0]?.reason ?? null,
  };
}

/** A paper on record that bears the day of what is stated. */
export interface SignedPaper {
  readonly signedOn: FlexDate;
  readonly visibility: Statement['visibility'];
}

/** What everybody sees, and what a reader sees who may also read private or shared statements or has pins of their own. */
export interface Overlaid<S> {
  readonly everybody: ShownFirst<S>;
  /** Null where the reader sees nothing that everybody does not see. */
  readonly own: ShownFirst<S> | null;
}

/**
 * Lays what only some may read over what everybody reads: the public view is computed from public statements and public pins alone, so
 * that nothing private shows through it.
 */
export function overlay<S extends Weighed>(
  statements: readonly S[],
  pins: readonly Pinned[],
  papers: readonly SignedPaper[] = [],
): Overlaid<S> {
  const open = statements.filter(({ visibility }) => visibility === 'public');
  const openPins = pins.filter(({ visibility }) => visibility === 'public');
  const ownPins = pins.filter(({ visibility }) => visibility !== 'public');
  const openPapers = papers.filter(({ visibility }) => visibility === 'public');
  const more = open.length < statements.length || ownPins.length > 0 || openPapers.length < papers.length;
  const days = (signed: readonly SignedPaper[]): readonly FlexDate[] => signed.map(({ signedOn }) => signedOn);
  return {
    everybody: showFirst(open, openPins, days(openPapers)),
    // One's own pin goes before what is pinned for everybody.
    own: more ? showFirst(statements, ownPins.length > 0 ? ownPins : openPins, days(papers)) : null,
  };
}

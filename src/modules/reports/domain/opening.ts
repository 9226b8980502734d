// What a report says first, before any count: when the tie began and who says so, what came of it, and what nobody has said of that.
import { compareDates, contains, type FlexDate } from '#kernel/flex-date.ts';
import type { Amount, Qualifier } from '#kernel/money.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { isOfficial, type SourceClass } from '#modules/evidence/domain/source.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { Assurance, Part } from '#modules/outcomes/domain/assurance.ts';
import type { KnownFate } from '#modules/outcomes/domain/follow-up/fate.ts';
import { drawDownOf, drawnOf, type DrawDown } from '#modules/outcomes/domain/draw-down.ts';
import { isUnfollowed, leadAmong, wholesAmong } from '#modules/outcomes/domain/headline.ts';
import type { Counted, Extent, OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import type { EndStage, ProgressStage, Stage } from '#modules/outcomes/domain/stages.ts';
import { partsOfWhole } from './sorting.ts';
import { hasCome } from '#modules/ties/domain/silence.ts';
import { foundingPapers } from '#modules/ties/domain/founding.ts';
import { saidByBoth, type Standing } from '#modules/evidence/domain/standing.ts';

interface Said {
  readonly value: StatedValue;
  readonly office: { readonly id: string; readonly name: MultilingualText };
  readonly source: { readonly class: SourceClass; readonly title: string };
  /** Left out where everything told is public. */
  readonly visibility?: 'private' | 'shared' | 'public';
}

interface SaidEntry {
  readonly kind: 'said';
  readonly standing: Standing;
  readonly attribute: string;
  readonly cityId: string | null;
  readonly shown: { readonly first: Said | null; readonly agreeing: readonly Said[]; readonly differing: readonly Said[] };
}

export interface OpeningOutcome {
  readonly id: string;
  readonly title: MultilingualText;
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
  readonly occurred: FlexDate | null;
  readonly partOf: string | null;
  readonly extent: Extent;
  readonly reached: { readonly stage: ProgressStage | null; readonly ended: EndStage | null };
  readonly answered: KnownFate | null;
  /** Left out where everything told is public. */
  readonly visibility?: 'private' | 'shared' | 'public';
  readonly figures: readonly {
    readonly stage: Stage;
    readonly amount: Amount | null;
    readonly count: string | null;
    readonly qualifier: Qualifier;
    readonly countQualifier: Qualifier;
    readonly assurance: Assurance;
    readonly confirmedPart?: Part | null;
    readonly paperExpired?: string | undefined;
  }[];
}

type Entry =
  | SaidEntry
  | { readonly kind: 'outcome'; readonly outcome: OpeningOutcome }
  | {
      readonly kind: 'agreement';
      readonly agreement: { readonly kind: string; readonly title: MultilingualText; readonly signedOn: FlexDate | null };
    }
  | { readonly kind: 'exchange'; readonly exchange: { readonly kind: string; readonly starts: FlexDate } };

/** A report, as far as its opening reads it. */
export interface OpeningFacts {
  /** ISO. */
  readonly today: string;
  readonly cities: Readonly<Record<'first' | 'second', { readonly id: string; readonly officeId: string | null }>>;
  readonly entries: readonly Entry[];
  readonly gaps: readonly { readonly about: string; readonly cityId?: string; readonly since?: FlexDate }[];
  readonly alike: readonly { readonly again: string }[];
}

/** Who stands behind a beginning: both cities' offices, an official source, one city's office alone, or somebody else, as the press. */
export type Basis = 'both' | 'official' | 'one_side' | 'others';

/** A date that some sources alone give, and by what name they go: the title of each, else whose own records it is. */
export interface Finer {
  readonly on: FlexDate;
  readonly by: readonly (string | MultilingualText)[];
}

export type OpeningClause =
  /** `paper`: the first charter or framework that is on record, which dates no beginning by itself. */
  | { readonly about: 'beginning_unknown'; readonly paper: { readonly title: MultilingualText; readonly on: FlexDate } | null }
  | { readonly about: 'beginning_contested'; readonly dates: readonly FlexDate[] }
  /**
   * `finer`: what some give more precisely, where not all do. `others`: dates that other sources give. `own`: dates that stand in what is not
   * public alone, with whose word each is: no source that others could look up. `isOver`: somebody says that it has ended.
   */
  | {
      readonly about: 'beginning';
      readonly on: FlexDate;
      readonly basis: Basis;
      readonly by: string | null;
      readonly finer: Finer | null;
      readonly others: readonly FlexDate[];
      readonly own: readonly Finer[];
      /** Whether anything that everybody reads gives the date. */
      readonly isPublic: boolean;
      readonly isOver: boolean;
    }
  /** `ahead`: an end that is yet to come. */
  | { readonly about: 'end'; readonly on: FlexDate; readonly standing: 'known' | 'reported' | 'contested' | 'ahead' }
  | { readonly about: 'status'; readonly cityId: string; readonly code: 'ended' | 'suspended' }
  | OutcomeClause
  | { readonly about: 'more_outcomes'; readonly count: number; readonly isPublic: boolean }
  /** `last`: after it nothing is entered, for years. */
  | { readonly about: 'no_outcome'; readonly last: FlexDate | null }
  /** Visits on record: from this city alone, or in both directions (null). */
  | { readonly about: 'visits'; readonly from: string | null };

/**
 * One outcome; `follow`: what became of it nobody has said, its company alone has, or of parts of it alone somebody has. Its figures are null where
 * nobody states a stage.
 */
export interface OutcomeClause {
  readonly about: 'outcome';
  readonly outcome: Pick<OpeningOutcome, 'id' | 'title' | 'kind' | 'counted' | 'occurred'>;
  readonly figure: OpeningOutcome['figures'][number] | null;
  readonly follow: 'unknown' | KnownFate | 'rest_unknown' | 'rest_counted' | null;
  /** Whether the whole sentence may be said to everybody: what companies answered, and parts that are not public, may not. */
  readonly isPublic: boolean;
  /** Whether at least what was announced may be. */
  readonly isAnnounced: boolean;
  /** How many of it stand on record one by one, where that is more than what is told of its parts; else 0. */
  readonly listed: number;
  /** What its parts came to, and how many are left. */
  readonly drawn: DrawDown | null;
}

const dateIn = (said: Said | null): FlexDate | null => (said?.value.type === 'date' ? said.value.date : null);

const isWithin = (fine: FlexDate, wide: FlexDate): boolean => contains(wide, fine) && !contains(fine, wide);

/** Each date once, in time; one that only contains a finer one of them (1986, 29 May 1986) is no further alternative. */
const datesIn = (said: readonly (Said | null)[]): readonly FlexDate[] => {
  const dates = said.flatMap((one) => dateIn(one) ?? []);
  const alternatives = dates.filter((wide) => !dates.some((fine) => isWithin(fine, wide)));
  return [...new Map(alternatives.map((date) => [`${date.qualifier} ${date.text}`, date])).values()].toSorted(compareDates);
};

/** Papers on record that can found a tie, the first signed before the others. */
const papersOf = ({ entries }: OpeningFacts) =>
  foundingPapers(entries.flatMap((entry) => (entry.kind === 'agreement' ? [entry.agreement] : [])));

/** The dates of a contested beginning: what a signed paper on record bears goes first, as papers both signed go before what is written of them. */
function contestedDates(facts: OpeningFacts, said: readonly (Said | null)[]): readonly FlexDate[] {
  const signed = new Set(papersOf(facts).map(({ signedOn }) => signedOn.text));
  return datesIn(said).toSorted((a, b) => Number(signed.has(b.text)) - Number(signed.has(a.text)));
}

/** The fact or count of an attribute; what is held is no answer. */
const entryOf = ({ entries }: OpeningFacts, attribute: string): SaidEntry | undefined =>
  entries.find((entry): entry is SaidEntry => entry.kind === 'said' && entry.attribute === attribute && entry.standing !== 'held');

/** Who stands behind a date, of those who say at least as much as it. */
function basisOf(said: readonly Said[], { cities }: OpeningFacts): { readonly basis: Basis; readonly by: string | null } {
  const sides = [cities.first, cities.second];
  if (
    saidByBoth(
      said,
      sides.map(({ officeId }) => officeId),
    )
  )
    return { basis: 'both', by: null };
  if (said.some(({ source }) => isOfficial(source))) return { basis: 'official', by: null };
  const [first] = said;
  const by = sides.find(({ officeId }) => officeId !== null && officeId === first?.office.id)?.id ?? null;
  const isOwn = first?.source.class === 'own_records' || first?.source.class === 'unknown';
  return isOwn && by !== null ? { basis: 'one_side', by } : { basis: 'others', by: null };
}

const isPublic = ({ visibility = 'public' }: Said): boolean => visibility === 'public';

const nameOf = ({ source, office }: Said): string | MultilingualText =>
  source.title === '' || source.class === 'own_records' ? office.name : source.title;

const namesOf = (said: readonly Said[]): Finer['by'] => [
  ...new Map(said.map((one) => [JSON.stringify(nameOf(one)), nameOf(one)])).values(),
];

/**
 * The date that everybody gives, and who gives it more precisely: the year that a museum names is no word for the day in a yearbook. Where both
 * cities say the finer one themselves, it is simply the date.
 */
function begunOn(first: Said, agreeing: readonly Said[], facts: OpeningFacts) {
  const on = dateIn(first);
  if (on === null) return null;
  const said = [first, ...agreeing];
  const saying = (date: FlexDate): readonly Said[] =>
    said.filter((one) => {
      const given = dateIn(one);
      return given !== null && contains(date, given);
    });
  const fine = saying(on);
  const basis = basisOf(fine, facts);
  const [widest] = agreeing
    .flatMap((one) => dateIn(one) ?? [])
    .filter((wide) => isWithin(on, wide))
    .toSorted((a, b) => a.text.length - b.text.length);
  if (basis.basis === 'both' || widest === undefined) return { on, ...basis, finer: null };
  return { on: widest, ...basisOf(saying(widest), facts), finer: { on, by: namesOf(fine) } };
}

function beginningOf(facts: OpeningFacts, isOver: boolean): OpeningClause {
  const entry = entryOf(facts, 'established');
  const first = entry?.shown.first ?? null;
  const begun = entry === undefined || first === null ? null : begunOn(first, entry.shown.agreeing, facts);
  if (entry === undefined || begun === null) {
    const [paper] = papersOf(facts);
    return { about: 'beginning_unknown', paper: paper === undefined ? null : { title: paper.title, on: paper.signedOn } };
  }
  const { differing } = entry.shown;
  if (entry.standing === 'contested') return { about: 'beginning_contested', dates: contestedDates(facts, [first, ...differing]) };
  const elsewhere = (said: readonly Said[]) => datesIn(said).filter((date) => !isWithin(begun.on, date));
  const others = elsewhere(differing.filter(isPublic));
  const told = new Set(others.map(({ text }) => text));
  const own = elsewhere(differing.filter((one) => !isPublic(one)))
    .filter(({ text }) => !told.has(text))
    .map((on) => ({ on, by: namesOf(differing.filter((one) => dateIn(one)?.text === on.text)) }));
  return {
    about: 'beginning',
    ...begun,
    others,
    own,
    isPublic: [first, ...entry.shown.agreeing].some((one) => one !== null && isPublic(one)),
    isOver,
  };
}

/** That it has ended, as somebody dates it; else what a side says of it, where that is not simply that it goes on. */
function endOf(facts: OpeningFacts): readonly OpeningClause[] {
  const entry = entryOf(facts, 'ended');
  const on = dateIn(entry?.shown.first ?? null);
  if (entry !== undefined && on !== null && entry.standing !== 'held')
    return [{ about: 'end', on, standing: entry.standing === 'contested' || hasCome(on, facts.today) ? entry.standing : 'ahead' }];
  return facts.entries.flatMap((said): readonly OpeningClause[] => {
    if (said.kind !== 'said' || said.attribute !== 'status' || said.cityId === null || said.standing === 'held') return [];
    const value = said.shown.first?.value;
    const code = value?.type === 'code' && (value.code === 'ended' || value.code === 'suspended') ? value.code : null;
    return code === null ? [] : [{ about: 'status', cityId: said.cityId, code }];
  });
}

const stageOf = ({ reached: { stage, ended } }: OpeningOutcome): Stage | null => ended ?? stage;

/** How many things are told by what parts came to. */
const toldIn = (drawn: DrawDown | null): number =>
  drawn === null
    ? 0
    : [...drawn.shares, ...drawn.answers, ...(drawn.disputed === null ? [] : [drawn.disputed])].reduce(
        (sum, { count }) => sum + Number(count ?? 1),
        0,
      );

function outcomeClauses({ entries, gaps, alike }: OpeningFacts): readonly OpeningClause[] {
  const again = new Set(alike.map((one) => one.again));
  const outcomes = entries.flatMap((entry) => (entry.kind === 'outcome' && !again.has(entry.outcome.id) ? [entry.outcome] : []));
  const wholes = wholesAmong(outcomes);
  const lead = leadAmong(outcomes);
  if (lead === undefined) return [{ about: 'no_outcome', last: gaps.find(({ about }) => about === 'silence')?.since ?? null }];
  const parts = partsOfWhole(lead, { outcomes, alike });
  const drawn = drawDownOf(drawnOf(lead), parts.map(drawnOf));
  const clause: OutcomeClause = {
    about: 'outcome',
    outcome: { id: lead.id, title: lead.title, kind: lead.kind, counted: lead.counted, occurred: lead.occurred },
    figure: lead.figures.find(({ stage, assurance }) => stage === stageOf(lead) && assurance !== 'withdrawn') ?? null,
    follow: !isUnfollowed(lead)
      ? null
      : drawn === null
        ? (lead.answered ?? 'unknown')
        : drawn.rest === null
          ? 'rest_unknown'
          : 'rest_counted',
    isPublic:
      [lead, ...parts].every(({ visibility = 'public' }) => visibility === 'public') &&
      lead.answered === null &&
      (drawn?.answers.length ?? 0) === 0,
    isAnnounced: (lead.visibility ?? 'public') === 'public',
    listed: parts.length > toldIn(drawn) ? parts.length : 0,
    drawn,
  };
  const others = wholes.filter(({ id }) => id !== lead.id);
  const isPublic = others.every(({ visibility = 'public' }) => visibility === 'public');
  return [clause, ...(wholes.length === 1 ? [] : [{ about: 'more_outcomes' as const, count: wholes.length - 1, isPublic }])];
}

function visitClauses({ cities, gaps }: OpeningFacts): readonly OpeningClause[] {
  const none = gaps.flatMap(({ about, cityId }) => (about === 'visits' ? (cityId ?? []) : []));
  const from = [cities.first.id, cities.second.id].filter((id) => !none.includes(id));
  const [only = null] = from;
  return from.length === 0 ? [] : [{ about: 'visits', from: from.length === 2 ? null : only }];
}

/** The sentences in their order, as data; each says what somebody said, with who stands behind it, and no more. */
export function openingOf(facts: OpeningFacts): readonly OpeningClause[] {
  const ends = endOf(facts);
  const isOver = ends.some(
    (clause) => (clause.about === 'end' && clause.standing !== 'ahead') || (clause.about === 'status' && clause.code === 'ended'),
  );
  return [beginningOf(facts, isOver), ...ends, ...outcomeClauses(facts), ...visitClauses(facts)];
}

// A year of a tie, as a council reads it: what happened, what came of it, what became of what was announced before, what is open. Nothing on record is not nothing.
import { boundsOf, type FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { addDecimals, type Amount } from '#kernel/money.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';
import type { Assurance, Part } from '#modules/outcomes/domain/assurance.ts';
import { sumOf, tallyOf, thingsOf, type Announcement, type Tally } from '#modules/outcomes/domain/follow-through/announcement.ts';
import { furtherOf, type Further } from '#modules/outcomes/domain/follow-through/further.ts';
import type { StageFigure } from '#modules/outcomes/domain/ledger.ts';
import type { Counted, OutcomeId, OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import type { Mark, MarkSaid } from '#modules/outcomes/domain/project/mark.ts';
import { isEnd, stages, type Stage } from '#modules/outcomes/domain/stages.ts';
import { totalsOf, type StageTotal, type Way } from '#modules/outcomes/domain/totals.ts';
import { isSettled } from '#modules/ties/domain/memoranda.ts';
import type { AgreedItem, Agreement } from '#modules/ties/domain/records.ts';
import type { Sure } from '../assured-words.ts';

/** What the reports know of an outcome, with the days for which each of its figures was said. */
export interface YearlyOutcome extends Omit<Announcement, 'figures'> {
  readonly title: MultilingualText;
  readonly occurred: FlexDate | null;
  readonly counted: Counted | null;
  readonly way: Way;
  readonly figures: readonly (StageFigure & { readonly days: readonly string[]; readonly enteredAt: string; readonly ofStudy: boolean })[];
  readonly at: Stage;
  readonly sureness: Assurance;
  readonly partAt: Part | null;
  readonly paperExpired: string | null;
}

/** An outcome that came to a stage in the year. */
export interface CameInYear {
  readonly id: OutcomeId;
  readonly title: MultilingualText;
  readonly kind: OutcomeKind;
  readonly counted: Counted | null;
  readonly figure: StageFigure & { readonly ofStudy: boolean };
  readonly occurred: FlexDate | null;
  /** Null where it came further since: what is said of that is not said of this. */
  readonly sure: Sure | null;
  readonly isPublic: boolean;
  readonly partOf: OutcomeId | null;
  readonly way: Way;
}

/** What of it is told as what: a result; an offer, of which nobody has promised that anything comes; what came to an end without one. */
export const cameAs = ['results', 'offers', 'ended'] as const;
export const cameAsOf = ({ kind, figure: { stage } }: Pick<CameInYear, 'kind' | 'figure'>): (typeof cameAs)[number] =>
  isEnd(stage) ? 'ended' : kind === 'offer_made' && stage !== 'signed' && stage !== 'realised' ? 'offers' : 'results';

/** What is said of a milestone or an indicator for the year. */
export interface MarkInYear {
  readonly id: string;
  readonly title: MultilingualText;
  readonly unit: string | null;
  readonly value: StatedValue;
  /** Somebody else says otherwise. */
  readonly isDisputed: boolean;
  readonly isPublic: boolean;
}

interface SaidMark extends Pick<Mark, 'id' | 'title' | 'unit'> {
  readonly said: readonly MarkSaid[];
}

/** Milestones of which it is said that they came to their state in the year, and actual figures for it. */
export const marksIn = (marks: readonly SaidMark[], year: number): readonly MarkInYear[] =>
  marks.flatMap(({ id, title, unit, said }) =>
    said.flatMap(({ attribute, of, shown: { first, differing } }): readonly MarkInYear[] => {
      if (first === null || (attribute !== 'state' && attribute !== 'actual')) return [];
      const { value, visibility } = first;
      const on = attribute === 'actual' ? of : value.type === 'code' ? (value.since?.text ?? null) : null;
      if (on === null || !on.startsWith(String(year))) return [];
      return [{ id: `${id} ${on}`, title, unit, value, isDisputed: differing.length > 0, isPublic: visibility === 'public' }];
    }),
  );

export interface OpenItem {
  readonly text: MultilingualText;
  readonly agreement: MultilingualText;
  readonly due: FlexDate | null;
  readonly isLate: boolean;
}

/** Whether a day lies in the year as far as it is known; of one that is only about, by what it says. */
export const isIn = (date: FlexDate | null, year: number): boolean => date !== null && date.text.startsWith(`${String(year)}`);

/** The end of the year, or now, whichever comes first (ISO, UTC). */
export const endOfYear = (year: number, now: string): string => {
  const end = `${String(year)}-12-31T23:59:59.999Z`;
  return end < now ? end : now;
};

type YearlyFigure = YearlyOutcome['figures'][number];

/** For which days a figure stands: those it was said for, else of what was announced the day of the outcome; without either it belongs to no year. */
function daysOf({ stage, occurred }: Pick<YearlyOutcome, 'stage' | 'occurred'>, figure: YearlyFigure): readonly string[] {
  if (figure.days.length > 0) return figure.days;
  return occurred !== null && figure.stage === stage ? [occurred.text] : [];
}

const saidIn = (of: YearlyOutcome, figure: YearlyFigure, year: number): boolean =>
  daysOf(of, figure).some((day) => day.startsWith(String(year)));

function saidBefore(of: YearlyOutcome, figure: YearlyFigure, year: number): boolean {
  const days = daysOf(of, figure);
  return days.length > 0 && days.every((day) => day < String(year));
}

/** Whether none of its figures has a day: it is in the numbers of no year. */
export const isUndated = (outcome: YearlyOutcome): boolean => outcome.figures.every((figure) => daysOf(outcome, figure).length === 0);

/** What came to a stage in the year: the furthest that was said for it, with its own figure. */
export const cameIn = (outcomes: readonly YearlyOutcome[], year: number): readonly CameInYear[] =>
  outcomes.flatMap((outcome) => {
    const { id, title, kind, counted, occurred, figures, at, sureness, partAt, paperExpired, visibility, partOf, way } = outcome;
    const figure = figures.findLast((one) => saidIn(outcome, one, year));
    if (figure === undefined) return [];
    const sure = figure.stage === at ? { assurance: sureness, confirmedPart: partAt, paperExpired } : null;
    return [{ id, title, kind, counted, occurred, figure, partOf, way, sure, isPublic: visibility === 'public' }];
  });

/** Where an outcome stood at the end of the year: by the days its figures are said for, one without a day by when it was entered. */
function stoodAt(of: YearlyOutcome, year: number, end: string): Stage {
  const { figures, stage, reached } = of;
  const known = figures.filter((figure) => {
    const days = daysOf(of, figure);
    return days.length === 0 ? figure.enteredAt <= end : days.some((day) => day.slice(0, 4) <= String(year));
  });
  const stood = stages.findLast(
    (one) => (isEnd(one) ? one === reached.ended : true) && known.some((figure) => figure.stage === one && figure.count !== '0'),
  );
  return stood ?? stage;
}

export interface Before {
  /** Things, a whole of 45 for 45, and how many outcomes tell of them, each whole with its parts for one. */
  readonly announced: number;
  readonly outcomes: number;
  readonly fates: Tally;
  /** Of the unknown: what went further than it was announced. */
  readonly further: Further;
}

/** What became, by the end of the year, of what had been announced before it as possible or intended. */
export function becameOf(outcomes: readonly YearlyOutcome[], year: number, end: string): Before {
  const announced = outcomes.filter((outcome) => {
    const { stage, figures, counted } = outcome;
    const first = figures.find((figure) => figure.stage === stage);
    return counted === null && (stage === 'potential' || stage === 'intended') && first !== undefined && saidBefore(outcome, first, year);
  });
  const kept = new Set(announced.map(({ id }) => id));
  // What is told of single ones of many, whenever it is told, is told of what was announced before.
  const parts = outcomes.filter(({ id, partOf, counted }) => partOf !== null && kept.has(partOf) && !kept.has(id) && counted === null);
  const standing = new Map(outcomes.map((one) => [one.id, stoodAt(one, year, end)]));
  const wholes = [...announced, ...parts].map((one) => ({
    ...one,
    isDisputed: one.isDisputed && standing.get(one.id) === one.at,
    partOf: one.partOf !== null && kept.has(one.partOf) ? one.partOf : null,
  }));
  const things = thingsOf(wholes, end);
  const fates = tallyOf(things);
  const further = furtherOf(things, new Map(wholes.map((one) => [one.id, one])), ({ id, stage }) => standing.get(id) ?? stage);
  return { announced: sumOf(fates), outcomes: wholes.filter(({ partOf }) => partOf === null).length, fates, further };
}

/** In a paper of a later year nothing was open yet; one without a date is taken for an earlier one. */
const stoodIn = ({ signedOn, validFrom }: Pick<Agreement, 'signedOn' | 'validFrom'>, year: number): boolean => {
  const began = signedOn ?? validFrom;
  return began === null || began.text.slice(0, 4) <= String(year);
};

type Item = Pick<AgreedItem, 'text' | 'due' | 'states' | 'agreementId'>;

/** What no side has settled of what was agreed, what is due first before the rest; `sides` are the offices of the cities, `today` an ISO day. */
export function openItems(
  items: readonly Item[],
  {
    agreements,
    sides,
    today,
    year,
  }: {
    readonly agreements: readonly Pick<Agreement, 'id' | 'title' | 'signedOn' | 'validFrom'>[];
    readonly sides: readonly (string | null)[];
    readonly today: string;
    readonly year: number;
  },
): readonly OpenItem[] {
  const stateOf = (item: Item, side: string | null | undefined) => item.states.find(({ office }) => office === side)?.state ?? null;
  const open = items.flatMap((item) => {
    const agreement = agreements.find(({ id }) => id === item.agreementId);
    if (agreement === undefined || !stoodIn(agreement, year) || isSettled({ a: stateOf(item, sides[0]), b: stateOf(item, sides[1]) }))
      return [];
    const until = item.due === null ? null : boundsOf(item.due).to;
    return [{ text: item.text, agreement: agreement.title, due: item.due, isLate: until !== null && until <= today }];
  });
  const lastDay = ({ due }: OpenItem): string => (due === null ? null : boundsOf(due).to) ?? '9999';
  return open.toSorted((one, other) => (lastDay(one) < lastDay(other) ? -1 : lastDay(one) > lastDay(other) ? 1 : 0));
}

/** By currency, the currency of most first. */
export function sumsOf(amounts: readonly Amount[]): readonly Amount[] {
  const groups = [...Map.groupBy(amounts, ({ currency }) => currency)];
  return groups
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([currency, all]) => ({ value: addDecimals(all.map(({ value }) => value)), currency }));
}

/** How sure a figure of the year is: where it came further since, one side's word is all that is known of it. */
export const sureIn = ({ sure }: Pick<CameInYear, 'sure'>): Sure => sure ?? { assurance: 'reported' };

/** Sums of what came to a stage in the year, within one stage, kind, currency and assurance; a part is never added beside its whole. */
export const sumsOfYear = (came: readonly CameInYear[]): readonly StageTotal[] =>
  totalsOf(
    came.map(({ id, kind, partOf, way, figure, sure }) => ({
      way,
      id,
      kind,
      partOf,
      figures: [{ ...figure, ...sureIn({ sure }) }],
    })),
  );

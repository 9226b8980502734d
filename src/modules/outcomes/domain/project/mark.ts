// What a project is measured by: milestones and indicators. What is said of them are statements, side by side; how a milestone stands is read from them.
import { boundsOf, dateExists, isDateShaped, type FlexDate } from '#kernel/flex-date.ts';
import type { Id, OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { Goal } from '#modules/cities/domain/profile/goals.ts';
import { overlay, standing, type ShownFirst } from '#modules/evidence/domain/show-first.ts';
import type { Pin, Statement } from '#modules/evidence/domain/statement.ts';
import { basisOf, type StatedValue } from '#modules/evidence/domain/value.ts';
import type { OutcomeId } from '../outcome.ts';

export type MarkId = Id<'Mark'>;

export const markKinds = ['milestone', 'indicator'] as const;
export type MarkKind = (typeof markKinds)[number];

/** When it is to be reached and how it stands; what it was before, is to be and is. */
export const attributesOf = { milestone: ['planned', 'state'], indicator: ['baseline', 'target', 'actual'] } as const;
export const markAttributes = [...attributesOf.milestone, ...attributesOf.indicator] as const;
export type MarkAttribute = (typeof markAttributes)[number];

export const milestoneStates = ['open', 'late', 'done', 'dropped'] as const;

/** Differ: those who say something do not say the same. */
export const standings = [...milestoneStates, 'differ', 'unknown'] as const;
export type MarkStanding = (typeof standings)[number];

export const mostMarks = 100;

export interface Mark {
  readonly id: MarkId;
  readonly outcomeId: OutcomeId;
  readonly office: OfficeId;
  readonly kind: MarkKind;
  readonly title: MultilingualText;
  readonly unit: string | null;
  readonly version: number;
}

/** What a project is to achieve. */
export interface Aim {
  readonly aim: MultilingualText | null;
  readonly goals: readonly Goal[];
}

const at = (...path: readonly string[]) => ({ path: [...path] });

function dayProblems(path: readonly string[], day: FlexDate | undefined, today: string): readonly Problem[] {
  const { from } = day === undefined ? { from: null } : boundsOf(day);
  return from !== null && from > today ? [{ ...at(...path), code: 'outcomes.future_day' }] : [];
}

/** Of when an actual figure is: a year, month or day, which has come. */
function basisProblems(basis: string | undefined, today: string): readonly Problem[] {
  if (basis === undefined) return [];
  if (!isDateShaped(basis) || !dateExists(basis)) return [{ ...at('basis'), code: 'kernel.bad_date' }];
  return dayProblems(['basis'], { text: basis, qualifier: 'exact' }, today);
}

export const isBelowZero = (value: StatedValue): boolean =>
  (value.type === 'count' && value.count.startsWith('-')) || (value.type === 'money' && value.amount.startsWith('-'));

/** People and courses are never fewer than none; of what can be, a balance or a temperature, something below zero is stated before. */
const signProblems = (value: StatedValue, stated: readonly StatedValue[]): readonly Problem[] =>
  isBelowZero(value) && !stated.some(isBelowZero)
    ? [{ ...at(value.type === 'count' ? 'count' : 'amount'), code: 'outcomes.indicator_below_zero' }]
    : [];

/**
 * What is wrong with what is said of a mark of a kind; paths begin at the value. "Not known" may be said of anything. `stated`: what is stated of the
 * mark already, and beside it.
 */
export function markProblems(
  kind: MarkKind,
  { attribute, value }: { readonly attribute: string; readonly value: StatedValue },
  today: string,
  stated: readonly StatedValue[] = [],
): readonly Problem[] {
  const known: readonly string[] = attributesOf[kind];
  if (!known.includes(attribute)) return [{ ...at(), code: 'outcomes.attribute_unknown' }];
  if (value.type === 'unknown') return [];
  const misfit = [{ ...at('type'), code: 'outcomes.value_misfits' }];
  if (attribute === 'planned') return value.type === 'date' ? [] : misfit;
  if (attribute === 'state') {
    if (value.type !== 'code' || !milestoneStates.some((state) => state === value.code)) return misfit;
    return dayProblems(['since'], value.since, today);
  }
  if (value.type !== 'count' && value.type !== 'money') return misfit;
  return attribute === 'actual' ? [...signProblems(value, stated), ...basisProblems(value.basis, today)] : [];
}

/** What stands of one attribute; of actual figures, of each time to which they refer. */
export interface MarkSaid<S = Statement> {
  readonly attribute: MarkAttribute;
  /** Of when an actual figure is; null where nobody says, and of all other attributes. */
  readonly of: string | null;
  readonly shown: ShownFirst<S>;
}

const timeOf = ({ attribute, value }: Pick<Statement, 'attribute' | 'value'>): string => (attribute === 'actual' ? basisOf(value) : '');

/** Attribute by attribute, actual figures in the order of their time, those without one last. */
export function saidOfMark(kind: MarkKind, statements: readonly Statement[], pins: readonly Pin[]): readonly MarkSaid[] {
  return attributesOf[kind].flatMap((attribute) => {
    const said = Map.groupBy(
      statements.filter((statement) => statement.attribute === attribute),
      timeOf,
    );
    const times = [...said.keys()].toSorted((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
    return times.flatMap((time) => {
      const { own, everybody } = overlay(
        said.get(time) ?? [],
        pins.filter((pin) => pin.attribute === attribute),
      );
      const shown = own ?? everybody;
      return shown.first === null ? [] : [{ attribute, of: time === '' ? null : time, shown }];
    });
  });
}

interface Saying {
  readonly office: OfficeId;
  readonly attribute: string;
  readonly value: StatedValue;
  readonly saidBy: string | null;
}

/** The statement that a newer one of the same office, in the same words' name and of the same time, takes the place of. */
export const correctedBy = (statements: readonly Statement[], saying: Saying): string | null =>
  standing(statements).findLast(
    ({ office, attribute, saidBy, value }) =>
      office.id === saying.office &&
      attribute === saying.attribute &&
      saidBy === saying.saidBy &&
      timeOf({ attribute, value }) === timeOf(saying),
  )?.id ?? null;

interface Said {
  readonly attribute: MarkAttribute;
  readonly shown: { readonly first: { readonly value: StatedValue } | null; readonly differing: readonly unknown[] };
}

/** How a milestone stands: as all say who say something; unknown where nobody does. */
export function standingOf(said: readonly Said[]): MarkStanding {
  const state = said.find(({ attribute }) => attribute === 'state')?.shown;
  if (state === undefined || state.first === null || state.first.value.type !== 'code') return 'unknown';
  const { code } = state.first.value;
  return state.differing.length > 0 ? 'differ' : (milestoneStates.find((known) => known === code) ?? 'unknown');
}

/** Its day has passed and nobody says that it was reached, is late or was dropped: read from the dates, never an entry. */
export function isOverdue(said: readonly Said[], today: string): boolean {
  const planned = said.find(({ attribute }) => attribute === 'planned')?.shown.first?.value;
  const { to } = planned?.type === 'date' ? boundsOf(planned.date) : { to: null };
  const stands = standingOf(said);
  return to !== null && to < today && (stands === 'unknown' || stands === 'open');
}

export interface Progress {
  readonly milestones: number;
  readonly indicators: number;
  /** How many milestones stand how; none is left out. */
  readonly standing: Readonly<Record<MarkStanding, number>>;
  readonly overdue: number;
}

/** How far a project has come, in numbers of milestones; nothing is turned into per cent. */
export function progressOf(
  marks: readonly { readonly kind: MarkKind; readonly stands: MarkStanding; readonly isOverdue: boolean }[],
): Progress {
  const milestones = marks.filter(({ kind }) => kind === 'milestone');
  const count = (of: MarkStanding): number => milestones.filter(({ stands }) => stands === of).length;
  return {
    milestones: milestones.length,
    indicators: marks.length - milestones.length,
    standing: {
      ...{ open: count('open'), late: count('late'), done: count('done'), dropped: count('dropped') },
      ...{ differ: count('differ'), unknown: count('unknown') },
    },
    overdue: milestones.filter((one) => one.isOverdue).length,
  };
}

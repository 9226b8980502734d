// What one city learned from another. The row says who, from whom and what; whether, since when, how far and with what result are statements about it, which
// either city makes for itself.
import type { Id, OfficeId } from '#kernel/ids.ts';
import { boundsOf, dateExists, type FlexDate } from '#kernel/flex-date.ts';
import type { MultilingualText } from '#kernel/language.ts';
import type { Problem } from '#kernel/result.ts';
import type { CityId } from '#modules/cities/domain/city.ts';
import type { Domain } from '#modules/cities/domain/profile/domains.ts';
import { shownByAttribute, type ShownAttribute } from '#modules/evidence/domain/shown-attributes.ts';
import type { Audience, Pin, Statement } from '#modules/evidence/domain/statement.ts';
import type { StatedValue } from '#modules/evidence/domain/value.ts';

export type LessonId = Id<'Lesson'>;

export interface LessonFacts {
  readonly learnerCity: CityId;
  /** A city, or where it is said only that it was one of a country, that country: exactly one of the two. */
  readonly teacherCity: CityId | null;
  readonly teacherCountry: string | null;
  readonly title: MultilingualText;
  readonly domain: Domain | null;
  /** The entry of a profile that tells of it. */
  readonly practiceId: string | null;
}

export interface Lesson extends LessonFacts, Audience {
  readonly id: LessonId;
  readonly office: OfficeId;
  readonly version: number;
}

/** `learned`: whether it was learned there, since when; `stage`: how far it has come, since when; `result`: what came of it. */
export const lessonAttributes = ['learned', 'stage', 'result'] as const;
export type LessonAttribute = (typeof lessonAttributes)[number];

export const learnedCodes = ['yes', 'no'] as const;
export const stages = ['planned', 'tried', 'in_use', 'given_up'] as const;
export type Stage = (typeof stages)[number];

const codes: Readonly<Record<'learned' | 'stage', readonly string[]>> = { learned: learnedCodes, stage: stages };

export const isStage = (code: string): code is Stage => codes.stage.includes(code);

/** What misfits its attribute; not knowing fits each. Paths begin at the value. */
export function lessonValueProblems(attribute: LessonAttribute, value: StatedValue): readonly Problem[] {
  if (value.type === 'unknown') return [];
  if (attribute === 'result') return value.type === 'text' ? [] : [{ path: ['type'], code: 'matching.value_misfits' }];
  if (value.type !== 'code') return [{ path: ['type'], code: 'matching.value_misfits' }];
  return codes[attribute].includes(value.code) ? [] : [{ path: ['code'], code: 'matching.code_unknown' }];
}

interface LessonSaid {
  readonly attribute: string;
  readonly value: StatedValue;
}

const sinceOf = ({ value }: LessonSaid): FlexDate | null =>
  value.type === 'code' && value.since !== undefined && dateExists(value.since.text) ? value.since : null;

const using: readonly string[] = ['tried', 'in_use', 'given_up'] satisfies Stage[];
const isLearned = ({ attribute, value }: LessonSaid): boolean => attribute === 'learned' && value.type === 'code' && value.code === 'yes';
const isUsed = ({ attribute, value }: LessonSaid): boolean => attribute === 'stage' && value.type === 'code' && using.includes(value.code);

/**
 * Days that cannot be: one that is still to come, and a use that was over before the learning began, by what one office states: now, and before where it does
 * not state it anew. What another office says stands beside it.
 */
export function lessonDayProblems(entries: readonly LessonSaid[], before: readonly LessonSaid[], today: string): readonly Problem[] {
  const at = (place: number): readonly (string | number)[] => ['entries', place, 'value', 'since'];
  const future = entries.flatMap((entry, place): readonly Problem[] => {
    const since = sinceOf(entry);
    return since !== null && (boundsOf(since).from ?? '') > today ? [{ path: at(place), code: 'matching.since_to_come' }] : [];
  });
  if (future.length > 0) return future;
  const standing = (attribute: LessonAttribute) => before.filter((one) => one.attribute === attribute);
  const of = (attribute: LessonAttribute) => {
    const now = entries.filter((one) => one.attribute === attribute);
    return now.length > 0 ? now : standing(attribute);
  };
  const learned = of('learned')
    .filter(isLearned)
    .flatMap((one) => sinceOf(one) ?? []);
  const used = of('stage')
    .filter(isUsed)
    .flatMap((one) => sinceOf(one) ?? []);
  const isBefore = used.some((use) => learned.every((start) => (boundsOf(use).to ?? '9999') < (boundsOf(start).from ?? '')));
  if (learned.length === 0 || !isBefore) return [];
  const stage = entries.findIndex(isUsed);
  return [{ path: at(stage === -1 ? entries.findIndex(isLearned) : stage), code: 'matching.used_before_learned' }];
}

/** Of whom somebody learns: one of the two, and nobody of themselves. */
export function lessonProblems({ learnerCity, teacherCity, teacherCountry }: Omit<LessonFacts, 'title'>): readonly Problem[] {
  if (teacherCity === null && teacherCountry === null) return [{ path: ['teacherCity'], code: 'matching.teacher_missing' }];
  if (teacherCity !== null && teacherCountry !== null) return [{ path: ['teacherCountry'], code: 'matching.teacher_twice' }];
  return teacherCity === learnerCity ? [{ path: ['teacherCity'], code: 'matching.teacher_is_learner' }] : [];
}

/** Each attribute of which something is said, the first shown first. */
export const shownOfLesson = (statements: readonly Statement[], pins: readonly Pin[]): readonly ShownAttribute<LessonAttribute>[] =>
  shownByAttribute(lessonAttributes, statements, pins);

/** How many lessons have come how far by what is shown first of each; of the rest nobody says it, or it was not learned there after all. */
export interface LessonCounts {
  readonly all: number;
  readonly stages: Readonly<Record<Stage, number>>;
  readonly unsaid: number;
  readonly denied: number;
  /** Of which something differs between sources. */
  readonly differing: number;
}

type Shown = readonly {
  readonly attribute: LessonAttribute;
  readonly shown: { readonly first: { readonly value: StatedValue } | null };
  readonly values: number;
}[];

const codeOf = (shown: Shown, attribute: LessonAttribute): string | null => {
  const value = shown.find((one) => one.attribute === attribute)?.shown.first?.value;
  return value?.type === 'code' ? value.code : null;
};

export function lessonCounts(lessons: readonly Shown[]): LessonCounts {
  const counts = { planned: 0, tried: 0, in_use: 0, given_up: 0 };
  let [unsaid, denied] = [0, 0];
  for (const shown of lessons) {
    const stage = codeOf(shown, 'stage');
    if (codeOf(shown, 'learned') === 'no') denied += 1;
    else if (stage === null || !isStage(stage)) unsaid += 1;
    else counts[stage] += 1;
  }
  const differing = lessons.filter((shown) => shown.some(({ values }) => values > 1)).length;
  return { all: lessons.length, stages: counts, unsaid, denied, differing };
}

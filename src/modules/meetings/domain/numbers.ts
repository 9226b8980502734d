// How far the meetings of an edition came.
import type { MultilingualText } from '#kernel/language.ts';

export const dimensions = ['origin', 'group', 'country', 'city', 'topic'] as const;
export type Dimension = (typeof dimensions)[number];

/** The key of `origin` of those that a suggestion led to; the others have none. */
export const suggestedKey = 'suggested';

/** The steps in which they are told. */
export const numberSteps = [
  'participants',
  'withdrawn',
  'asked',
  'answered',
  'declined',
  'placed',
  'isOver',
  'held',
  'missed',
  'told',
  'toldByBoth',
  'usefulToBoth',
  'nextStep',
  'leads',
  'agreed',
] as const;
export type NumberStep = (typeof numberSteps)[number];

/** Those in which two editions are told beside each other: what comes one after the other. */
export const comparedSteps = [
  ...(['participants', 'asked', 'answered', 'placed', 'held', 'missed', 'told'] as const),
  ...(['usefulToBoth', 'nextStep', 'leads', 'agreed'] as const),
] as const satisfies readonly NumberStep[];

/** Those that are told of many meetings alone. */
type StepOfMany = 'told' | 'toldByBoth' | 'usefulToBoth' | 'nextStep' | 'leads' | 'agreed';

/** Null: of too few meetings to be told. */
export type Steps = Readonly<Record<Exclude<NumberStep, StepOfMany>, number>> & Readonly<Record<StepOfMany, number | null>>;

/** A city is counted under its country and name. */
export const keyOfCity = (country: string | null, city: string): string => `${country ?? ''}/${city}`;

/** By the key of a city as it is written the key under which it counts; one that is missing counts as it is written. */
export type CitiesMeant = Readonly<Record<string, string>>;

/** What came of meetings afterwards, as modules above count it: of everybody ('all'), or of one key of a dimension. */
export interface LaterSteps extends Pick<Steps, 'leads' | 'agreed'> {
  readonly dimension: Dimension | 'all';
  readonly key: string;
}

export const noSteps: Steps = {
  ...{ participants: 0, withdrawn: 0, asked: 0, answered: 0, declined: 0, placed: 0, isOver: 0, held: 0, missed: 0 },
  ...{ told: null, toldByBoth: null, usefulToBoth: null, nextStep: null, leads: null, agreed: null },
};

/** Whether anything is known of who took part: of an edition of which nobody is entered every number is nought, and none is known. */
export const isCounted = ({ participants, withdrawn }: Steps): boolean => participants + withdrawn > 0;

/** Of everybody, and in parts: by what they came of, group, country, city, topic. */
export interface EditionNumbers {
  readonly total: Steps;
  readonly rows: readonly (Steps & {
    readonly dimension: Dimension;
    readonly key: string | null;
    readonly code: string | null;
    readonly name: MultilingualText | null;
    readonly country: string | null;
    readonly city: string | null;
  })[];
}

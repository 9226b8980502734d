// What was announced at an edition, with what is known of what became of it: how many things each stands for, and the fate of each of them.
import type { OfficeId } from '#kernel/ids.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import type { Part, StageAssurance } from '../assurance.ts';
import {
  askedUntil,
  fateOf,
  knownFates,
  type Asking,
  type Fate,
  type KnownFate,
  type LedgerFate,
  type UnknownReason,
} from '../follow-up/fate.ts';
import type { Reached, StageFigure } from '../ledger.ts';
import type { Extent, OutcomeId, OutcomeKind, Visibility } from '../outcome.ts';
import { isEnd, progressStages, type Stage } from '../stages.ts';

export interface Announcement {
  readonly id: OutcomeId;
  readonly kind: OutcomeKind;
  readonly extent: Extent;
  /** The whole that it is a part of; null where that is not among those counted. */
  readonly partOf: OutcomeId | null;
  readonly visibility: Visibility;
  readonly office: OfficeId;
  /** As what it was announced first. */
  readonly stage: Stage;
  readonly reached: Reached;
  /** A side holds otherwise what it came to, or whose figure it is took it back. */
  readonly isDisputed: boolean;
  /** Stage by stage. */
  readonly figures: readonly StageFigure[];
  readonly ledger: LedgerFate | null;
  readonly askings: readonly Asking[];
  /** How sure it is that it was realised; null where its ledger does not say so. */
  readonly assurance: StageAssurance['assurance'] | null;
  /** So much of what one side reports as realised another one confirms. */
  readonly confirmedPart?: Part | null;
  /** Whether a paper shows it: of the ledger, or given with an answer. */
  readonly hasPaper: boolean;
}

/** As many things of an announcement as had the same fate. */
export interface Things {
  readonly of: Announcement;
  readonly things: number;
  readonly fate: Fate;
}

const unsaid: Fate = { fate: 'unknown', reason: 'not_asked' };

const wholeNumber = (count: string | null | undefined): number | null =>
  count === null || count === undefined ? null : Math.max(0, Math.round(Number(count)));

const countAt = ({ figures }: Announcement, stage: Stage): number | null =>
  wholeNumber(figures.find((figure) => figure.stage === stage)?.count);

/** How many things were announced with it; of several of which nobody said how many, one at least. */
export const thingsAnnounced = (announcement: Announcement): number =>
  announcement.extent === 'single' ? 1 : Math.max(1, countAt(announcement, announcement.stage) ?? 1);

/** Whether nobody said how many it stands for. */
export const isUncounted = (announcement: Announcement): boolean =>
  announcement.extent !== 'single' && countAt(announcement, announcement.stage) === null;

const disputed: Fate = { fate: 'unknown', reason: 'in_dispute' };

/**
 * Whether what became of it is in dispute: nothing is known of it, whoever else speaks. How many there are of several told together may be held
 * otherwise: of what became of them that says nothing.
 */
export const isInDispute = (of: Announcement): boolean =>
  of.isDisputed && (of.extent === 'single' || of.partOf !== null || stageOf(of) !== of.stage);

/** Whether it came to a stage, or ended as what ended did; what ended came no further than that. */
export const cameAsFar = (stage: Stage, least: Stage): boolean =>
  isEnd(least) || isEnd(stage) ? isEnd(least) && isEnd(stage) : progressStages.indexOf(stage) >= progressStages.indexOf(least);

/** Where it stands, or ended. */
export const stageOf = ({ reached: { stage, ended }, stage: announced }: Announcement): Stage => ended ?? stage ?? announced;

const byAnswer = (fate: Fate): boolean => fate.fate === 'unknown' || fate.by === 'answer';

/**
 * What became of those things of a whole that no part stands for. What its ledger counts as realised or ended, or what is in dispute, is so many of them and
 * no more, its parts of the same fate among these; an answer, or a ledger that counts nothing, speaks for all.
 */
function ofRest(
  of: Announcement,
  instant: string | null,
  { rest, parts }: { readonly rest: number; readonly parts: readonly Announcement[] },
) {
  const fate = fateAt(of, instant);
  const stage = stageOf(of);
  const counted = countAt(of, stage);
  if ((byAnswer(fate) && fate !== disputed) || counted === null) return [{ of, things: rest, fate }];
  const among = parts.filter((part) =>
    fate === disputed ? cameAsFar(stageOf(part), stage) : isDone(fateAt(part, instant)) === isDone(fate),
  );
  const told = Math.min(rest, Math.max(0, counted - numberOf(among)));
  // Less than the amount of all of them says nothing of those that are counted.
  const ofTold: Fate = fate.fate === 'partly' ? { ...fate, fate: 'kept' } : fate;
  return [
    ...(told === 0 ? [] : [{ of, things: told, fate: ofTold }]),
    ...(rest === told ? [] : [{ of, things: rest - told, fate: unsaid }]),
  ];
}

const numberOf = (all: readonly Announcement[]): number => all.reduce((sum, one) => sum + thingsAnnounced(one), 0);

/** Whether it came to something or to nothing; undefined: nobody knows. */
const isDone = ({ fate }: Fate): boolean | undefined => (fate === 'unknown' ? undefined : fate !== 'not');

type Told = Pick<Announcement, 'askings' | 'ledger'>;

/** What became of it as of now, and between which instants anything was heard of it at all; worked out once, since pages ask for the fates of many days. */
interface Heard {
  readonly now: Fate;
  readonly from: string;
  readonly until: string;
}
const heard = new WeakMap<Told, Heard>();

function heardOf(told: Told): Heard {
  const known = heard.get(told);
  if (known !== undefined) return known;
  let [from, until] = told.ledger === null ? ['\uffff', ''] : [told.ledger.enteredAt, told.ledger.enteredAt];
  const hear = (instant: string | null): void => {
    if (instant !== null && instant < from) from = instant;
    if (instant !== null && instant > until) until = instant;
  };
  for (const { sentAt, state, answers } of told.askings) {
    // Of one that is stopped it is not told since when.
    hear(state === 'stopped' ? '' : sentAt);
    for (const { answeredAt } of answers) hear(answeredAt);
  }
  const now = { now: fateOf(told.askings, told.ledger), from, until };
  heard.set(told, now);
  return now;
}

/** What became of it as of an instant (ISO); null: as of now. What is in dispute today is told so of every day, since nobody knows better of an earlier one. */
export function fateAt(told: Announcement, instant: string | null): Fate {
  if (isInDispute(told)) return disputed;
  const { now, from, until } = heardOf(told);
  if (instant === null || instant >= until) return now;
  if (instant < from) return unsaid;
  const { askings, ledger } = told;
  return fateOf(askedUntil(askings, instant), ledger !== null && ledger.enteredAt <= instant ? ledger : null);
}

const thingsAt = remembered((_announcements: readonly Announcement[]) => new Map<string | null, readonly Things[]>());

/**
 * Each thing that was announced once, a part inside its whole and never beside it, with its fate as of an instant; null: as of now. Kept for as
 * long as the announcements are, since pages ask for the same days again and again.
 */
export function thingsOf(announcements: readonly Announcement[], instant: string | null = null): readonly Things[] {
  const known = thingsAt(announcements);
  const things = known.get(instant) ?? worked(announcements, instant);
  known.set(instant, things);
  return things;
}

/** Announcements in parts, a whole and all its parts in one. */
export type InParts = readonly (readonly Announcement[])[];

/** The same of announcements in parts: of what has not changed nothing is worked out again. */
export const thingsIn = (parts: InParts, instant: string | null = null): readonly Things[] =>
  parts.flatMap((part) => thingsOf(part, instant));

function worked(announcements: readonly Announcement[], instant: string | null): readonly Things[] {
  const parts = Map.groupBy(
    announcements.filter(({ partOf }) => partOf !== null),
    ({ partOf }) => partOf,
  );
  // A page goes through twenty thousand announcements for each of half a dozen days; nearly all of them stand for one thing.
  const things: Things[] = [];
  for (const of of announcements) {
    const inside = parts.get(of.id) ?? [];
    const rest = thingsAnnounced(of) - numberOf(inside);
    if (rest <= 0) continue;
    if (of.extent === 'single') things.push({ of, things: rest, fate: fateAt(of, instant) });
    else things.push(...ofRest(of, instant, { rest, parts: inside }));
  }
  return things;
}

/** How many things were kept, kept in part, not kept, and of how many nothing is known. */
export type Tally = Readonly<Record<KnownFate | 'unknown', number>>;

export const fates = [...knownFates, 'unknown'] as const;

export const noTally: Tally = { kept: 0, partly: 0, not: 0, unknown: 0 };

export function tallyOf(all: readonly Things[]): Tally {
  const sum = { ...noTally };
  for (const { things, fate } of all) sum[fate.fate] += things;
  return sum;
}

export const sumOf = ({ kept, partly, not, unknown }: Tally): number => kept + partly + not + unknown;

/** Why nothing is known, by number of things. */
export type Reasons = Readonly<Record<UnknownReason, number>>;

export function reasonsOf(all: readonly Things[]): Reasons {
  const sum = { not_asked: 0, no_answer: 0, cannot_say: 0, stopped: 0, returned: 0, in_dispute: 0 };
  for (const { things, fate } of all) if (fate.fate === 'unknown') sum[fate.reason] += things;
  return sum;
}

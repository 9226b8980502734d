// The figures of a city: its ties, and what came of them by stage, standing, fate and proof. Counted for this city alone and held against nobody's.
import type { Assurance, Part } from '#modules/outcomes/domain/assurance.ts';
import {
  reasonsOf,
  sumOf,
  tallyOf,
  thingsOf,
  type Announcement,
  type Reasons,
  type Tally,
  type Things,
} from '#modules/outcomes/domain/follow-through/announcement.ts';
import { furtherOf, type Further } from '#modules/outcomes/domain/follow-through/further.ts';
import { isAnswered, isAsked } from '#modules/outcomes/domain/follow-up/fate.ts';
import type { Counted, OutcomeId } from '#modules/outcomes/domain/outcome.ts';
import { stages, type Stage } from '#modules/outcomes/domain/stages.ts';

/** An outcome as far as it is counted. */
export interface ScoredOutcome extends Announcement {
  readonly counted: Counted | null;
  readonly at: Stage;
  readonly sureness: Assurance;
  /** So much of what one side reports there another one confirms. */
  readonly partAt: Part | null;
  readonly paperExpired: string | null;
  /** Whether it may be told what was asked and answered. */
  readonly isTold: boolean;
}

/** `untold`: what was asked and answered is not the reader's to know. */
export const answerStates = ['not_asked', 'asked', 'answered', 'untold'] as const;
type AnswerState = (typeof answerStates)[number];

export const answerOf = ({ askings, isTold }: Pick<ScoredOutcome, 'askings' | 'isTold'>): AnswerState =>
  !isTold ? 'untold' : !isAsked(askings) ? 'not_asked' : isAnswered(askings) ? 'answered' : 'asked';

/** An outcome stands for several things, or alone. */
export const tellings = ['several', 'single'] as const;

export interface Scores {
  /** Outcomes, parts and wholes each for one; what only took part is apart. */
  readonly outcomes: number;
  readonly tookPart: number;
  /** Offers that were made: nobody has promised that anything comes of them, so that they are in no other figure. */
  readonly offers: readonly { readonly stage: Stage; readonly count: number }[];
  /** As far as each came, and how sure that is; of how many that one side reports another one confirms a part. */
  readonly byStage: readonly {
    readonly stage: Stage;
    readonly count: number;
    readonly sureness: Readonly<Record<Assurance, number>>;
    readonly inPart: number;
  }[];
  /** Things, a whole of 45 for 45, with what became of them; unknown among them, and why. */
  readonly things: number;
  readonly fates: Tally;
  /** Of the unknown: what went further than it was announced, of outcomes that stand for several, and of what stands alone. */
  readonly further: Readonly<Record<(typeof tellings)[number], Further>>;
  /** Outcomes that stand for several, each with its parts, and how many of the things are theirs; the others stand for themselves. */
  readonly wholes: { readonly outcomes: number; readonly things: number };
  readonly reasons: Reasons;
  /** Unknown to the reader, of which it is not told whether anybody asked. */
  readonly untold: number;
  readonly answers: Readonly<Record<AnswerState, number>>;
  /** Outcomes whose stage a paper shows, and those of which none does. */
  readonly papers: Readonly<Record<'with' | 'without', number>>;
}

const nobody: Readonly<Record<Assurance, number>> = { reported: 0, confirmed: 0, documented: 0, verified: 0, differ: 0, withdrawn: 0 };

const isScored = ({ counted, kind }: Pick<ScoredOutcome, 'counted' | 'kind'>): boolean => counted === null && kind !== 'offer_made';

/** Those of outcomes that stand for several, a part with its whole, and those that stand alone. */
function bySeveral(things: readonly Things[], byId: ReadonlyMap<OutcomeId, ScoredOutcome>): Pick<Scores, 'further' | 'wholes'> {
  const wholeOf = ({ of }: Things): ScoredOutcome | undefined => byId.get(of.partOf ?? of.id);
  const isSeveral = (some: Things): boolean => (wholeOf(some)?.extent ?? 'single') !== 'single';
  const several = things.filter(isSeveral);
  const further = (some: readonly Things[]): Further => furtherOf(some, byId);
  return {
    wholes: { outcomes: new Set(several.map((some) => wholeOf(some)?.id)).size, things: sumOf(tallyOf(several)) },
    further: { several: further(several), single: further(things.filter((some) => !isSeveral(some))) },
  };
}

export function scoresOf(all: readonly ScoredOutcome[]): Scores {
  const outcomes = all.filter(isScored);
  const things = thingsOf(outcomes);
  const answers = { not_asked: 0, asked: 0, answered: 0, untold: 0 };
  for (const outcome of outcomes) answers[answerOf(outcome)] += 1;
  const withPaper = outcomes.filter(({ hasPaper }) => hasPaper).length;
  const fates = tallyOf(things);
  const byId = new Map(outcomes.map((one) => [one.id, one]));
  const told = new Set(outcomes.flatMap(({ id, isTold }) => (isTold ? [id] : [])));
  const [known, untold] = [things.filter(({ of }) => told.has(of.id)), things.filter(({ of }) => !told.has(of.id))];
  return {
    ...{
      outcomes: outcomes.length,
      tookPart: all.filter(({ counted }) => counted !== null).length,
      things: sumOf(fates),
      fates,
      ...bySeveral(things, byId),
      reasons: reasonsOf(known),
      untold: tallyOf(untold).unknown,
      answers,
    },
    offers: stages.flatMap((stage) => {
      const count = all.filter(({ kind, at, counted }) => kind === 'offer_made' && counted === null && at === stage).length;
      return count === 0 ? [] : [{ stage, count }];
    }),
    byStage: stages.flatMap((stage) => {
      const some = outcomes.filter(({ at }) => at === stage);
      if (some.length === 0) return [];
      const sureness = { ...nobody };
      for (const one of some) sureness[one.sureness] += 1;
      return [{ stage, count: some.length, sureness, inPart: some.filter(({ partAt }) => partAt !== null).length }];
    }),
    papers: { with: withPaper, without: outcomes.length - withPaper },
  };
}

/** What a figure of the scorecard counts. */
export interface ScoreFilter {
  readonly stage?: Stage | undefined;
  readonly sureness?: Assurance | undefined;
  readonly fate?: Things['fate']['fate'] | undefined;
  readonly answer?: AnswerState | undefined;
  readonly paper?: 'with' | 'without' | undefined;
}

/** The outcomes that a figure counts; with a fate, those that have things of that fate, each with how many. */
export function countedBy<O extends ScoredOutcome>(
  all: readonly O[],
  { stage, sureness, fate, answer, paper }: ScoreFilter,
): readonly { readonly of: O; readonly things: number }[] {
  const outcomes = all.filter(isScored);
  const known = new Map<string, O>(outcomes.map((one) => [one.id, one]));
  const things = Map.groupBy(
    thingsOf(outcomes).filter(({ fate: of }) => fate === undefined || of.fate === fate),
    ({ of }) => of.id,
  );
  return outcomes.flatMap((of) => {
    const some = things.get(of.id) ?? [];
    const isCounted =
      (stage ?? of.at) === of.at &&
      (sureness ?? of.sureness) === of.sureness &&
      (answer ?? answerOf(of)) === answerOf(of) &&
      (paper === undefined || (paper === 'with') === of.hasPaper) &&
      (fate === undefined || some.length > 0);
    return isCounted && known.has(of.id) ? [{ of, things: some.reduce((sum, one) => sum + one.things, 0) }] : [];
  });
}

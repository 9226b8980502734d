// The figures of an edition's follow-through page, counted from what was announced there.
import { addDecimals, type Amount } from '#kernel/money.ts';
import { remembered } from '#kernel/memory/remembered.ts';
import { assurances } from '#modules/outcomes/domain/assurance.ts';
import {
  isUncounted,
  reasonsOf,
  sumOf,
  tallyOf,
  thingsIn,
  thingsOf,
  type Announcement,
  type InParts,
  type Things,
} from '#modules/outcomes/domain/follow-through/announcement.ts';
import { monthsLater } from '#modules/outcomes/domain/follow-up/due.ts';
import { askedUntil, followUpMonths, isAnswered, isAsked, type FollowUpMonths } from '#modules/outcomes/domain/follow-up/fate.ts';
import { outcomeKinds, type OutcomeKind } from '#modules/outcomes/domain/outcome.ts';
import { progressStages, stages, type ProgressStage, type Stage } from '#modules/outcomes/domain/stages.ts';

/** Since a day, at another: months that are full, by the calendar. */
export function monthsBetween(from: string, until: string): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = until.split('-').map(Number);
  const apart = (toYear - year) * 12 + toMonth - month;
  return Math.max(0, monthsLater(from, Math.max(0, apart)) > until ? apart - 1 : apart);
}

/** The end of the day so many months after the edition closed, as an instant; the clock of the venue is no matter of months. */
export const endOfMark = (closedOn: string, months: number): string => `${monthsLater(closedOn, months)}T23:59:59.999Z`;

/** The ages that an edition has reached, of those at which is asked. */
export const marksReached = (closedOn: string, today: string): readonly FollowUpMonths[] =>
  followUpMonths.filter((months) => monthsLater(closedOn, months) <= today);

interface KindSum {
  readonly kind: OutcomeKind;
  readonly amount: Amount;
}

/** One sum for each kind and currency, in the order of kinds, the currency of most first. */
function sumsOf(all: readonly KindSum[]): KindSum[] {
  const groups = Map.groupBy(all, ({ kind, amount: { currency } }) => `${kind} ${currency}`);
  return [...groups.values()]
    .toSorted((one, other) => other.length - one.length)
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const value = addDecimals(group.map(({ amount }) => amount.value));
      return { kind: first.kind, amount: { value, currency: first.amount.currency } };
    })
    .toSorted((one, other) => outcomeKinds.indexOf(one.kind) - outcomeKinds.indexOf(other.kind));
}

const figureAt = ({ figures }: Announcement, stage: Stage) => figures.find((figure) => figure.stage === stage && figure.amount !== null);

/** Both sides or a paper stand behind what was realised. */
const isSure = ({ assurance }: Announcement): boolean =>
  assurance === 'confirmed' || assurance === 'documented' || assurance === 'verified';

const isSureInPart = (one: Announcement): boolean => isSure(one) || one.confirmedPart?.amount != null;

/**
 * Amounts as they were announced, and what was realised of them beyond doubt: of what one side reports, as much as another confirms. A part is never counted beside its whole: where that states an
 * amount of the same stage, it stands for the part (domain/totals of outcomes has the same).
 */
function amountsOf(all: readonly Announcement[]) {
  const known = new Map(all.flatMap((one) => (one.extent === 'single' ? [] : [[one.id, one] as const])));
  const isCovered = ({ partOf }: Announcement, stage: Stage, counts: (whole: Announcement) => boolean): boolean => {
    const whole = partOf === null ? undefined : known.get(partOf);
    return whole !== undefined && counts(whole) && figureAt(whole, stage) !== undefined;
  };
  const amounts = (some: readonly Announcement[], stageOf: (one: Announcement) => Stage, counts: (one: Announcement) => boolean) =>
    sumsOf(
      some.flatMap((one): readonly KindSum[] => {
        const figure = counts(one) ? figureAt(one, stageOf(one)) : undefined;
        const amount = counts === isSureInPart && !isSure(one) ? one.confirmedPart?.amount : figure?.amount;
        return figure === undefined || amount == null || isCovered(one, stageOf(one), counts) ? [] : [{ kind: one.kind, amount }];
      }),
    );
  return {
    // Whatever was said of it later, it was announced as this.
    announced: (some: readonly Announcement[]): KindSum[] =>
      amounts(
        some,
        ({ stage }) => stage,
        () => true,
      ),
    realised: (some: readonly Announcement[]): KindSum[] => amounts(some, () => 'realised', isSureInPart),
  };
}

/** What of an announcement is converted: its figure as it was announced, and what was realised of it beyond doubt. */
export function figuresToConvert(of: Announcement) {
  const { id, kind, partOf, stage, assurance, confirmedPart = null } = of;
  const [first, realised] = [figureAt(of, stage), figureAt(of, 'realised')];
  const common = { id, kind, partOf, occurred: null };
  return [
    ...(first === undefined || stage === 'realised' ? [] : [{ ...common, figure: { ...first, assurance: 'reported' as const } }]),
    ...(realised === undefined || !isSureInPart(of)
      ? []
      : [
          {
            ...common,
            figure: {
              ...realised,
              assurance: assurance ?? ('reported' as const),
              confirmedPart,
            },
          },
        ]),
  ];
}

const isKept = ({ fate: { fate } }: Things): boolean => fate === 'kept';
const isDone = ({ fate: { fate } }: Things): boolean => fate === 'kept' || fate === 'partly';
const isInDispute = ({ fate }: Things): boolean => fate.fate === 'unknown' && fate.reason === 'in_dispute';
const numberOf = (all: readonly Things[]): number => all.reduce((sum, { things }) => sum + things, 0);

/** How far it came: what was kept, if only in part, was realised, whoever says so; how far what is in dispute came is not known. */
function cameTo(of: Things, stage: ProgressStage): boolean {
  const at = progressStages.findIndex((step) => step === of.of.reached.stage);
  return isDone(of) || (!isInDispute(of) && at >= progressStages.indexOf(stage));
}

/** How many were written to, and of how many an answer came, be it that they cannot say. */
export const answersOf = (all: readonly Things[]) => ({
  asked: numberOf(all.filter(({ of }) => isAsked(of.askings))),
  answered: numberOf(all.filter(({ of }) => isAsked(of.askings) && isAnswered(of.askings))),
});

interface Answers {
  readonly asked: number;
  readonly answered: number;
}

const answersKept = remembered((_part: readonly Announcement[]) => new Map<string, Answers>());

/** At an earlier day, what was sent and answered since had not happened. */
export function answersAt(parts: InParts, instant: string): Answers {
  const all = parts.map((part) => {
    const kept = answersKept(part);
    const known = kept.get(instant) ?? answersOfPart(part, instant);
    kept.set(instant, known);
    return known;
  });
  const sum = (of: keyof Answers): number => all.reduce((so, one) => so + one[of], 0);
  return { asked: sum('asked'), answered: sum('answered') };
}

function answersOfPart(all: readonly Announcement[], instant: string): Answers {
  const asked = thingsOf(all, instant).flatMap((one) => {
    const askings = askedUntil(one.of.askings, instant);
    return isAsked(askings) ? { things: one.things, isAnswered: isAnswered(askings) } : [];
  });
  const sum = (some: typeof asked): number => some.reduce((all, { things }) => all + things, 0);
  return { asked: sum(asked), answered: sum(asked.filter((one) => one.isAnswered)) };
}

interface Counting {
  readonly announcements: readonly Announcement[];
  /** The same in parts. */
  readonly inParts: InParts;
  /** ISO days. */
  readonly closedOn: string;
  readonly today: string;
}

/** Everything on the page that is counted from announcements. */
export function countFollowThrough({ announcements, inParts, closedOn, today }: Counting) {
  const all = thingsIn(inParts);
  const amounts = amountsOf(announcements);
  const kept = all.filter(isKept);
  const done = all.filter(isDone);
  const of = (has: (one: Announcement) => boolean) => all.filter((things) => has(things.of));
  return {
    months: monthsBetween(closedOn, today),
    total: sumOf(tallyOf(all)),
    fates: tallyOf(all),
    reasons: reasonsOf(all),
    answers: answersOf(all),
    byStage: stages.flatMap((stage) => {
      const some = announcements.filter((one) => one.stage === stage);
      if (some.length === 0) return [];
      return {
        stage,
        fates: tallyOf(of((one) => one.stage === stage)),
        announced: amounts.announced(some),
        realised: amounts.realised(some),
      };
    }),
    byKind: outcomeKinds.flatMap((kind) => {
      const some = of((one) => one.kind === kind);
      return some.length === 0 ? [] : [{ kind, fates: tallyOf(some) }];
    }),
    byMonth: marksReached(closedOn, today).map((months) => ({
      months,
      fates: tallyOf(thingsIn(inParts, endOfMark(closedOn, months))),
    })),
    realised: amounts.realised(announcements),
    sureness: assurances.flatMap((assurance) => {
      const things = numberOf(kept.filter((one) => (one.of.assurance ?? 'reported') === assurance));
      return things === 0 ? [] : [{ assurance, things }];
    }),
    inPart: numberOf(kept.filter((one) => one.of.confirmedPart != null)),
    papers: numberOf(kept.filter((one) => one.of.hasPaper)),
    path: {
      intended: numberOf(all.filter((one) => cameTo(one, 'intended'))),
      signed: numberOf(all.filter((one) => cameTo(one, 'signed'))),
      realised: numberOf(done),
      verified: numberOf(done.filter((one) => one.of.assurance === 'verified')),
    },
    uncounted: announcements.filter(isUncounted).length,
  };
}

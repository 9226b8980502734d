// What is open between two sides, and whose turn it is: read from what each side has said, never from what one thinks of the other.
import { compareDates, type FlexDate } from '#kernel/flex-date.ts';
import type { OfficeId } from '#kernel/ids.ts';
import type { MultilingualText } from '#kernel/language.ts';
import { askedOf } from '#modules/outcomes/domain/asked.ts';
import type { Assurance } from '#modules/outcomes/domain/assurance.ts';
import { saidOf } from '#modules/outcomes/domain/headline.ts';
import type { Extent } from '#modules/outcomes/domain/outcome.ts';
import type { EndStage, ProgressStage, Stage } from '#modules/outcomes/domain/stages.ts';
import { nearness } from '#modules/ties/domain/endings.ts';
import type { TieFacts } from '#modules/ties/domain/tie-facts.ts';
import type { Side } from '#modules/ties/domain/tie.ts';
import type { Deadline } from '../deadlines.ts';
import type { Unanswered } from '../unanswered.ts';

export type Turn = 'ours' | 'theirs' | 'both';

export interface OpenThing {
  /** Tells it from all others of the tie, and stays the same. */
  readonly key: string;
  readonly about: 'item' | 'renewal' | 'ending' | 'said' | 'answer_item' | 'answer_exchange' | 'answer_outcome' | 'differing' | 'visit';
  readonly title: MultilingualText | null;
  /** Of what is said: which attribute; of an item that waits for our word: what they call it, or that they have entered it. */
  readonly attribute: string | null;
  readonly turn: Turn;
  readonly due: FlexDate | null;
  readonly late: boolean;
  /** Since when somebody waits. */
  readonly since: string | null;
}

/** An outcome as far as an answer to it is open. */
export interface OpenOutcome {
  readonly id: string;
  readonly title: MultilingualText;
  readonly office: { readonly id: string };
  readonly extent: Extent;
  readonly reached: { readonly stage: ProgressStage | null; readonly ended: EndStage | null };
  readonly visibility: 'private' | 'shared' | 'public';
  readonly sharedWith: readonly { readonly id: string }[];
  readonly figures: readonly {
    readonly stage: Stage;
    readonly count: string | null;
    readonly assurance: Assurance;
    readonly entries: readonly string[];
  }[];
  readonly entries: readonly { readonly id: string; readonly enteredAt: string }[];
}

const nothing = { title: null, attribute: null, due: null, late: false, since: null } as const;

/** Open items: those whose owner is one side alone wait for that side; where we call one done and they do not, for their word. */
function openItems({ items, agreements }: TieFacts, { office, other, side, today }: Sides): readonly OpenThing[] {
  return items.flatMap(({ id, text, due, aOwner, bOwner, states, agreementId, visibility }): readonly OpenThing[] => {
    const spoken = (who: OfficeId | null) => states.find((one) => one.office === who);
    // Who cannot say has settled nothing.
    const stateOf = (who: OfficeId | null) => {
      const said = spoken(who)?.state ?? 'open';
      return said === 'cannot_say' ? 'open' : said;
    };
    const [ours, theirs] = [stateOf(office), stateOf(other)];
    // What the other side is not shown is over with our own word.
    if (ours !== 'open' && (theirs !== 'open' || visibility === 'private')) return [];
    const day = { due, late: due !== null && nearness(due, today) === 'late' };
    // What they call done, dropped or not agreed waits for our word and stands among the answers; where we have called it open since, the two differ.
    if (theirs !== 'open')
      return (spoken(office)?.at ?? '') > (spoken(other)?.at ?? '') && spoken(office)?.state === 'open'
        ? [{ ...nothing, ...day, key: `item ${id}`, about: 'differing', title: text, turn: 'both' }]
        : [];
    // So does what they have entered and we have said nothing of.
    const isTheirs = other !== null && agreements.some((one) => one.id === agreementId && one.office === other);
    if (isTheirs && other !== office && spoken(office) === undefined) return [];
    const [own, partner] = side === 'a' ? [aOwner, bOwner] : [bOwner, aOwner];
    const isOfBoth = own === null ? partner === null : partner !== null;
    // Whoever is not shown it owes nothing.
    const toDo = isOfBoth ? 'both' : own === null ? 'theirs' : 'ours';
    const turn = visibility === 'private' ? 'ours' : ours === 'open' ? toDo : 'theirs';
    return [{ ...nothing, ...day, key: `item ${id}`, about: 'item', title: text, turn }];
  });
}

const answers = (unanswered: readonly Unanswered[]): readonly OpenThing[] =>
  unanswered.map((word): OpenThing => {
    const since = word.at.slice(0, 10);
    if (word.kind === 'exchange') {
      const { id, title } = word.exchange;
      return { ...nothing, key: `answer ${id}`, about: 'answer_exchange', title, turn: 'ours', since };
    }
    return word.kind === 'item'
      ? {
          ...nothing,
          key: `answer ${word.itemId}`,
          about: 'answer_item',
          title: word.title,
          attribute: word.state ?? 'entered',
          turn: 'ours',
          since,
        }
      : { ...nothing, key: `said ${word.attribute}`, about: 'said', attribute: word.attribute, turn: 'ours', since };
  });

const isBehind = (assurance: Assurance): boolean => assurance === 'confirmed' || assurance === 'documented' || assurance === 'verified';

/** Whoever is not shown a thing owes no answer to it. */
const isShownTo = (other: OfficeId, { visibility, sharedWith }: OpenOutcome): boolean =>
  visibility === 'public' || (visibility === 'shared' && sharedWith.some(({ id }) => id === other));

/** Whether the side that is asked has said anything of the figures of a stage, as they stand. */
export type IsAnswered = (outcomeId: string, stage: Stage) => boolean;

/** Figures that one side reports wait for the other, once it is shown them, until it has said something of them; those that differ for both. */
export function openOutcomes(outcomes: readonly OpenOutcome[], { office, other }: Sides, isAnswered: IsAnswered): readonly OpenThing[] {
  return outcomes.flatMap((outcome): readonly OpenThing[] => {
    const { id, title, office: keeper, figures } = outcome;
    if (keeper.id !== office && keeper.id !== other) return [];
    if (figures.some(({ assurance }) => assurance === 'differ'))
      return [{ ...nothing, key: `differing ${id}`, about: 'differing', title, turn: 'both' }];
    if (other === null || (keeper.id === office && !isShownTo(other, outcome))) return [];
    const confirms = (stage: Stage): boolean => figures.some((figure) => figure.stage === stage && isBehind(figure.assurance));
    const waiting = askedOf(outcome, confirms)
      .filter(({ stage, assurance }) => assurance === 'reported' && !isAnswered(id, stage))
      .flatMap((figure) => saidOf<{ readonly enteredAt: string }>(figure, outcome.entries).map(({ enteredAt }) => enteredAt));
    const [since] = waiting.toSorted();
    if (since === undefined) return [];
    return [
      {
        ...nothing,
        key: `outcome ${id}`,
        about: 'answer_outcome',
        title,
        turn: keeper.id === office ? 'theirs' : 'ours',
        since: since.slice(0, 10),
      },
    ];
  });
}

export interface Sides {
  readonly office: OfficeId;
  readonly other: OfficeId | null;
  readonly side: Side;
  readonly today: string;
}

const byTime = (x: OpenThing, y: OpenThing): number => {
  if (x.due !== null && y.due !== null) return compareDates(x.due, y.due);
  if (x.due !== null || y.due !== null) return Number(x.due === null) - Number(y.due === null);
  return (x.since ?? '9999') < (y.since ?? '9999') ? -1 : 1;
};

/** What has a day first, by it; then what waits longest. */
export function openThings(
  sides: Sides,
  {
    facts,
    deadlines,
    unanswered,
    outcomes,
    isAnswered,
    turn,
  }: {
    readonly facts: TieFacts;
    readonly deadlines: readonly Deadline[];
    readonly unanswered: readonly Unanswered[];
    readonly outcomes: readonly OpenOutcome[];
    readonly isAnswered: IsAnswered;
    readonly turn: Side | null;
  },
): readonly OpenThing[] {
  const papers = deadlines.flatMap(({ kind, key, on, title }): readonly OpenThing[] =>
    kind === 'renewal' || kind === 'ending'
      ? [{ ...nothing, key: `${kind} ${key}`, about: kind, title, turn: 'both', due: on, late: nearness(on, sides.today) === 'late' }]
      : [],
  );
  const visit: readonly OpenThing[] =
    turn === null ? [] : [{ ...nothing, key: 'visit', about: 'visit', turn: turn === sides.side ? 'ours' : 'theirs' }];
  return [
    ...[...openItems(facts, sides), ...papers, ...answers(unanswered), ...openOutcomes(outcomes, sides, isAnswered)].toSorted(byTime),
    ...visit,
  ];
}

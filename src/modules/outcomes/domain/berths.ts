// A whole drawn as one place for each of the things it counts: how far each came, where the sides differ, and those of which nobody has spoken.
import { compareDecimals } from '#kernel/money.ts';
import type { Assurance, Held } from './assurance.ts';
import type { Drawn } from './draw-down.ts';
import { leading } from './headline.ts';
import { progressStages, type ProgressStage, type Stage } from './stages.ts';

/** Above so many a place each is too small to be seen: then they are drawn to one scale. */
export const mostBerths = 60;

/** Where one thing stands: at a stage, ended before the last, or spoken of without a stage. */
type Level = ProgressStage | 'ended' | 'unsaid';

export interface Berth {
  /** Of which part; null of those that no part accounts for. */
  readonly part: string | null;
  /** How many stand so. */
  readonly things: number;
  readonly level: Level;
  /** Where another side says it stands; null unless the sides differ. */
  readonly theirs: Level | null;
}

interface DrawnPart extends Omit<Drawn, 'figures'> {
  readonly id: string;
  readonly figures: readonly {
    readonly stage: Stage;
    readonly count: string | null;
    readonly assurance: Assurance;
    readonly differing: readonly Pick<Held, 'heldStage'>[];
  }[];
}

const levelOf = ({ reached: { stage, ended } }: Pick<Drawn, 'reached'>): Level => (ended !== null ? 'ended' : (stage ?? 'unsaid'));

/** The stage before: what did not come to this one came to that, as far as anybody says. */
const before = (level: Level): Level => progressStages[progressStages.findIndex((stage) => stage === level) - 1] ?? 'unsaid';

function heldLevel(own: Level, { heldStage }: Pick<Held, 'heldStage'>): Level {
  if (heldStage === null) return own;
  if (heldStage === 'not_reached') return before(own);
  if (heldStage === 'cannot_say') return 'unsaid';
  return progressStages.find((stage) => stage === heldStage) ?? 'ended';
}

/** How many a part stands for; one where it does not say, since it is one at least. */
function thingsOf(part: DrawnPart): number {
  const count = part.extent === 'single' ? null : (leading(part)?.count ?? null);
  return count === null ? 1 : Math.max(1, Math.round(Number(count)));
}

function berthOf(part: DrawnPart): Berth {
  const level = levelOf(part);
  const at = part.reached.ended ?? part.reached.stage;
  const figure = part.figures.find(({ stage }) => stage === at);
  const [held] = figure?.assurance === 'differ' ? figure.differing : [];
  return { part: part.id, things: thingsOf(part), level, theirs: held === undefined ? null : heldLevel(level, held) };
}

/**
 * In the order of the parts, those that nobody has spoken of last. Null where the whole does not say how many it counts, says so only roughly,
 * or is one thing, and where its parts are more than it.
 */
export function berthsOf(whole: Drawn, parts: readonly DrawnPart[]): readonly Berth[] | null {
  const figure = leading(whole);
  if (whole.extent === 'single' || figure?.count == null || figure.countQualifier !== 'exact') return null;
  if (compareDecimals(figure.count, '1') <= 0) return null;
  const berths = parts.map(berthOf);
  const rest = Number(figure.count) - berths.reduce((sum, { things }) => sum + things, 0);
  if (!Number.isInteger(rest) || rest < 0) return null;
  return rest === 0 ? berths : [...berths, { part: null, things: rest, level: 'unsaid', theirs: null }];
}

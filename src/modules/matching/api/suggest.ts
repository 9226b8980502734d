// Whom a participant should meet, and why: worked out from what everybody who takes part may read.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import { directoryStamp, wholeDirectory } from '#modules/expos/api/list-directory.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { EditionBalance } from '../domain/balance.ts';
import type { Suggested, Wanted } from '../domain/edition-index.ts';
import type { SideScope } from '../domain/scopes.ts';
import { sideOf } from '../domain/side.ts';
import { mayReadAside, mayReadChoices } from '../policy.ts';
import { actingFor, loadAside, loadOptedOut, loadSetting } from '../store/choices.ts';
import type { FindAsk, Found } from './find/find-thread.ts';
import { find } from './find/finder.ts';
import { openSide } from './open-side.ts';

export interface Choices {
  /** The organiser lets this edition suggest, and how far lists share the popular out. */
  readonly isOn: boolean;
  readonly share: number;
  /** Whether the participant is suggested to others. */
  readonly isSuggested: boolean;
  /** Whom its own side set aside, the newest first. */
  readonly aside: readonly string[];
  /** Who must not be suggested to it, for whatever reason of this module. */
  readonly excluded: readonly string[];
}

const readChoices = async (work: Work, scope: SideScope): Promise<Choices> => {
  const [{ isOn, share }, optedOut] = await actingFor(work, mayReadChoices(scope), async ({ tx }) => [
    await loadSetting(tx, scope.editionId),
    await loadOptedOut(tx, scope.editionId),
  ]);
  const aside = await actingFor(work, mayReadAside(scope), ({ tx }) => loadAside(tx, scope));
  return { isOn, share, isSuggested: !optedOut.includes(scope.participantId), aside, excluded: [...optedOut, ...aside] };
};

/** What counts for the suggestions of one participant. Refuses `matching.unknown`, and who may not act for it. */
export async function choicesOf(work: Work, editionId: string, participantId: string): Promise<Result<Choices>> {
  const scope = await openSide(work, editionId, participantId, 'viewer');
  return scope.ok ? ok(await readChoices(work, scope.value)) : scope;
}

/** Asks the thread; hands it what the caller may read of everybody where it does not know that yet. */
async function answerFor(transact: Transact, editionId: string, ask: FindAsk): Promise<Result<Found>> {
  const stamp = await transact(async (work) => {
    const known = await directoryStamp(work, editionId);
    return known === null ? notFound('matching.unknown') : ok(known);
  });
  if (!stamp.ok) return refuse(stamp.refusal);
  const found = await find({ editionId, stamp: stamp.value, sides: null, ask });
  if (found !== null) return ok(found);
  const directory = await transact(async (work) => {
    const whole = await wholeDirectory(work, editionId);
    return whole === null ? notFound('matching.unknown') : ok(whole);
  });
  if (!directory.ok) return refuse(directory.refusal);
  const sides = directory.value.entries.map(sideOf);
  const answer = await find({ editionId, stamp: directory.value.stamp, sides, ask });
  return answer === null ? notFound('matching.unknown') : ok(answer);
}

/**
 * The best for one of an edition whom the caller acts for, with reasons that sum to the score. Nothing counts but what the caller may read of everybody
 * there: who may read something else has another stamp, and so another comparison. Waits for a thread: call it outside a transaction.
 */
export async function suggest(transact: Transact, editionId: string, wanted: Wanted): Promise<Result<Suggested>> {
  const found = await answerFor(transact, editionId, { kind: 'suggest', wanted });
  if (!found.ok) return found;
  return ok('suggestions' in found.value ? found.value : { compared: 0, suggestions: [] });
}

/** What the lists of all buyers do to the exhibitors of an edition of so many slots. Waits for a thread: call it outside a transaction. */
export async function balanceOfEdition(transact: Transact, editionId: string, slots: number): Promise<Result<EditionBalance>> {
  const found = await answerFor(transact, editionId, { kind: 'balance', slots });
  if (!found.ok) return found;
  return 'points' in found.value ? ok(found.value) : notFound('matching.unknown');
}

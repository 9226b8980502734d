// Whom a participant should meet, and why: worked out from what everybody who takes part may read.
import { notFound, ok, refuse, type Result } from '#kernel/result.ts';
import type { WordPair } from '#matcher/core/own-words.ts';
import { directoryStamp, wholeDirectory } from '#modules/expos/api/list-directory.ts';
import type { Transact, Work } from '#platform/work.ts';
import type { Suggested, Wanted } from '../domain/edition-index.ts';
import { factorsOf, type Factors } from '../domain/learning.ts';
import type { SideScope } from '../domain/scopes.ts';
import { daysLeft, sideOf, type Days } from '../domain/side.ts';
import type { Spoken } from '../domain/unspoken.ts';
import type { OfficeId } from '#kernel/ids.ts';
import { mayReadForLetters, mayOrganise, mayReadAside, mayReadChoices } from '../policy.ts';
import { actingFor, loadAside, loadAsideOf, loadOptedOut, loadSetting, type Setting } from '../store/choices.ts';
import { loadLearned } from '../store/learned.ts';
import { loadOwnWordsOf } from '../store/own-words.ts';
import type { Balanced, FindAsk, Found, Lists, Standings } from './find/find-thread.ts';
export type { Lists, Standings };
import { find } from './find/finder.ts';
import { openEdition, openSide } from './open-side.ts';
import { ownWordsOf } from './words/keep-own-words.ts';

export interface Choices {
  /** The organiser lets this edition suggest, and how far lists share the popular out. */
  readonly isOn: boolean;
  readonly share: number;
  /** Whether the participant is suggested to others. */
  readonly isSuggested: boolean;
  /** Whether it is sent letters that name suggestions. */
  readonly isWritten: boolean;
  /** Whom its own side set aside, the newest first. */
  readonly aside: readonly string[];
  /** Who must not be suggested to it, for whatever reason of this module. */
  readonly excluded: readonly string[];
}

const readChoices = async (work: Work, scope: SideScope): Promise<Choices> => {
  const [{ isOn, share }, optedOut, unwritten] = await actingFor(work, mayReadChoices(scope), async ({ tx }) => [
    await loadSetting(tx, scope.editionId),
    await loadOptedOut(tx, scope.editionId, 'suggested'),
    await loadOptedOut(tx, scope.editionId, 'letters'),
  ]);
  const aside = await actingFor(work, mayReadAside(scope), ({ tx }) => loadAside(tx, scope));
  return {
    isOn,
    share,
    isSuggested: !optedOut.includes(scope.participantId),
    isWritten: !unwritten.includes(scope.participantId),
    aside,
    excluded: [...optedOut, ...aside],
  };
};

/** What counts for the suggestions of one participant. Refuses `matching.unknown`, and who may not act for it. */
export async function choicesOf(work: Work, editionId: string, participantId: string): Promise<Result<Choices>> {
  const scope = await openSide(work, editionId, participantId, 'viewer');
  return scope.ok ? ok(await readChoices(work, scope.value)) : scope;
}

interface Counting {
  readonly stamp: string;
  readonly factors: Factors;
  readonly days: Days;
}

/** A word for what counts: what the caller may read of everybody, and what the organiser's earlier editions say of it, where this one learns from them. */
async function countingFor(work: Work, editionId: string): Promise<Result<Counting>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  const known = await directoryStamp(work, editionId);
  if (known === null) return notFound('matching.unknown');
  const factors = await actingFor(work, mayReadChoices(edition.value), async ({ tx }) => {
    if (!(await loadSetting(tx, edition.value.id)).learns) return {};
    return factorsOf((await loadLearned(tx, edition.value.id)).filter((row) => row.editionId !== edition.value.id));
  });
  return ok({ stamp: known, factors, days: daysLeft(edition.value, work.now) });
}

/** Asks the thread; hands it what the caller may read of everybody where it does not know that yet. */
async function answerFor(transact: Transact, editionId: string, ask: FindAsk, ownWords: readonly WordPair[] = []): Promise<Result<Found>> {
  const counting = await transact((work) => countingFor(work, editionId));
  if (!counting.ok) return refuse(counting.refusal);
  const { factors, days } = counting.value;
  const stamped = (stamp: string): string => `${stamp} ${JSON.stringify([factors, days])}`;
  const found = await find({ editionId, stamp: stamped(counting.value.stamp), sides: null, ownWords, factors, ask });
  if (found !== null) return ok(found);
  const directory = await transact(async (work) => {
    const whole = await wholeDirectory(work, editionId);
    return whole === null ? notFound('matching.unknown') : ok(whole);
  });
  if (!directory.ok) return refuse(directory.refusal);
  const sides = directory.value.entries.map((entry) => sideOf(entry, days));
  const answer = await find({ editionId, stamp: stamped(directory.value.stamp), sides, ownWords, factors, ask });
  return answer === null ? notFound('matching.unknown') : ok(answer);
}

/**
 * The best for one of an edition whom the caller acts for, with reasons that sum to the score. Nothing counts but what the caller may read of everybody
 * there, and its own side's words: who may read something else has another stamp, and so another comparison. Waits for a thread: call it outside a transaction.
 */
export async function suggest(transact: Transact, editionId: string, wanted: Wanted): Promise<Result<Suggested>> {
  const words = await transact((work) => wordsOfSide(work, editionId, wanted.ownId));
  if (!words.ok) return words;
  const found = await answerFor(transact, editionId, { kind: 'suggest', wanted }, words.value);
  if (!found.ok) return found;
  return ok('suggestions' in found.value ? found.value : { compared: 0, lapsed: [], suggestions: [], leftOut: null, better: null });
}

/** Own words of the office by which the caller acts for a participant; of none where they act as the organiser. */
async function wordsOfSide(work: Work, editionId: string, participantId: string): Promise<Result<readonly WordPair[]>> {
  const scope = await openSide(work, editionId, participantId, 'viewer');
  if (!scope.ok) return scope;
  return ok(scope.value.side === 'own' ? await ownWordsOf(work, scope.value.office) : []);
}

/** Whom each of these lists names, in their order, and why it names nobody; all of one edition and one share. Waits for a thread: call it outside a transaction. */
export async function listsOf(transact: Transact, editionId: string, wanted: readonly Wanted[]): Promise<Result<Lists>> {
  const found = await answerFor(transact, editionId, { kind: 'lists', wanted });
  if (!found.ok) return found;
  return ok('lists' in found.value ? found.value : { lists: [], leftOut: [] });
}

/** What holds for all lists of an edition, for its organiser's editors. */
export interface EditionChoices extends Setting {
  readonly optedOut: readonly string[];
  /** Those who want no letters that name suggestions. */
  readonly unwritten: readonly string[];
}

/** Refuses who does not run the edition. */
export async function choicesOfEdition(work: Work, editionId: string): Promise<Result<EditionChoices>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  const scope = mayOrganise(work.actor, edition.value);
  if (!scope.ok) return scope;
  const { tx } = work;
  return ok({
    ...(await loadSetting(tx, edition.value.id)),
    optedOut: await loadOptedOut(tx, edition.value.id, 'suggested'),
    unwritten: await loadOptedOut(tx, edition.value.id, 'letters'),
  });
}

/**
 * Whom each of these does not want to be shown, so that no letter names them to that side. For what is sent to the side alone: the organiser, on whose
 * behalf it is asked, must learn nothing of the answer.
 */
export async function asideOfAll(
  work: Work,
  editionId: string,
  sides: readonly { readonly participantId: string; readonly offices: readonly OfficeId[] }[],
): Promise<Result<ReadonlyMap<string, readonly string[]>>> {
  const edition = await openEdition(work, editionId);
  if (!edition.ok) return edition;
  const scope = mayOrganise(work.actor, edition.value);
  if (!scope.ok) return scope;
  const offices = [...new Set(sides.flatMap((side) => side.offices))];
  return ok(await actingFor(work, mayReadForLetters(scope.value, offices), ({ tx }) => loadAsideOf(tx, edition.value.id, sides)));
}

/**
 * Whom letters to sides name by words of their own: by participant, of those alone whose office has any. For what is sent to the side alone, as
 * `asideOfAll`. Waits for a thread, for each such office anew: call it outside a transaction.
 */
export async function listsInOwnWords(
  transact: Transact,
  editionId: string,
  asked: readonly { readonly office: OfficeId; readonly wanted: Wanted }[],
): Promise<Result<ReadonlyMap<string, readonly string[]>>> {
  const words = await transact(async (work) => {
    const edition = await openEdition(work, editionId);
    if (!edition.ok) return edition;
    const scope = mayOrganise(work.actor, edition.value);
    if (!scope.ok) return scope;
    const offices = [...new Set(asked.map(({ office }) => office))];
    if (offices.length === 0) return ok(new Map<OfficeId, readonly WordPair[]>());
    return ok(await actingFor(work, mayReadForLetters(scope.value, offices), ({ tx }) => loadOwnWordsOf(tx, offices)));
  });
  if (!words.ok) return words;
  const named = new Map<string, readonly string[]>();
  for (const [office, own] of words.value) {
    const wanted = asked.flatMap((one) => (one.office === office ? [one.wanted] : []));
    const found = await answerFor(transact, editionId, { kind: 'lists', wanted }, own);
    if (!found.ok) return found;
    const lists = 'lists' in found.value ? found.value.lists : [];
    for (const [at, { ownId }] of wanted.entries()) named.set(ownId, lists[at] ?? []);
  }
  return ok(named);
}

interface Hall {
  readonly slots: number;
  /** As the organiser knows them: whoever asks must be one who may. */
  readonly spoken: Spoken;
  /** Meetings that participants want at most, of those who said so. */
  readonly most: Readonly<Record<string, number>>;
}

/**
 * What the lists of all buyers do to the exhibitors of an edition, and who could talk with none of theirs. Waits for a thread: call it outside a
 * transaction.
 */
export async function balanceOfEdition(transact: Transact, editionId: string, { slots, spoken, most }: Hall): Promise<Result<Balanced>> {
  const found = await answerFor(transact, editionId, { kind: 'balance', slots, spoken, most });
  if (!found.ok) return found;
  return 'points' in found.value ? ok(found.value) : notFound('matching.unknown');
}

/** The same by name, for the lists at one place of the slider. Waits for a thread: call it outside a transaction. */
export async function standingOfEdition(
  transact: Transact,
  editionId: string,
  { slots, spoken, most }: Hall,
  share: number,
): Promise<Result<Standings>> {
  const found = await answerFor(transact, editionId, { kind: 'standing', slots, spoken, most, share });
  if (!found.ok) return found;
  return 'standing' in found.value ? ok(found.value) : notFound('matching.unknown');
}

// What a company's own device keeps of its agenda, and a steward's of the door, so that it opens without a network: answers of this API that it has read,
// in this browser's storage alone (what is too large for it in the browser's database, large-answers.ts).
// It belongs to one account. Whoever signs out, or whose link has ended, takes it along: the session's next answer empties it.
import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';
import { troubleOf } from '../error.ts';
import { isRecord } from '../outbox/outbox.ts';
import { dropLarge, emptyLarge, keepLarge, readLarge, type KeptAnswer } from './large-answers.ts';

export type { KeptAnswer };

export interface Pocket {
  /** The account whose answers these are. */
  readonly holder: string;
  readonly answers: readonly KeptAnswer[];
}

const place = 'hansa.pocket';
const sessionKey = 'session';
/** Without a network nobody learns that they may not see it any more: so long it stands at most. */
const lastsMs = 14 * 86_400_000;
/** Of the door, which shows others' people, its own day is enough. */
const doorLastsMs = 86_400_000;
const mostAnswers = 80;
/** What one's own agenda, place and requests are drawn from, and a screen in the hall. */
const kept = new Set(
  'meetings.getAgenda meetings.listMyAgendas meetings.listMyRequests meetings.getRequestRules expos.listOwnPlaces expos.getParticipant expos.getTimes meetings.getInterpreterAgenda meetings.getScreen expos.getEdition expos.listTopics expos.getSetup expos.listHalls expos.getHallPlan meetings.listMoves meetings.listCards'.split(
    ' ',
  ),
);

/** Characters of one answer: the plan of a hall with thousands of stands would leave no room for the agenda. Of the door what is larger is kept elsewhere. */
const mostOfOne = 400_000;

/** What the page at the door is drawn from: nothing else of what an organiser reads is kept. */
const keptAtDoor = new Set(['meetings.getDoor', 'meetings.listCheckIns', 'expos.getEdition']);

const nameOf = ([path]: QueryKey): string => (Array.isArray(path) ? path.join('.') : String(path));

const lasts = ({ key }: KeptAnswer): number => (keptAtDoor.has(nameOf(key)) && !kept.has(nameOf(key)) ? doorLastsMs : lastsMs);

const isAnswer = (value: unknown): value is KeptAnswer => isRecord(value) && Array.isArray(value['key']) && typeof value['at'] === 'number';

/** What stands in the storage, without what is too old; null where nothing can be read. */
export function readPocket(text: string | null, now: number): Pocket | null {
  try {
    const known: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(known) || typeof known['holder'] !== 'string' || !Array.isArray(known['answers'])) return null;
    const answers = known['answers'].filter(isAnswer).filter((one) => now - one.at < lasts(one));
    return answers.length === 0 ? null : { holder: known['holder'], answers };
  } catch {
    return null;
  }
}

const isSame = (a: QueryKey, b: QueryKey): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Without the answer to one question: it was refused, or is about to be told anew. */
export const without = (pocket: Pocket, key: QueryKey): Pocket => ({
  ...pocket,
  answers: pocket.answers.filter((one) => !isSame(one.key, key)),
});

/** With one more answer, the newest first. */
const having = (pocket: Pocket, answer: KeptAnswer): Pocket => ({
  ...pocket,
  answers: [answer, ...without(pocket, answer.key).answers].slice(0, mostAnswers),
});

/** Whose device this is: nobody's who is not signed in. */
function holderOf(session: unknown): string | null {
  if (!isRecord(session) || !isRecord(session['account']) || !Array.isArray(session['offices'])) return null;
  const { id } = session['account'];
  return typeof id === 'string' ? id : null;
}

/** An organiser reads what belongs to others: their device keeps the door alone. */
function isOrganisers({ answers }: Pocket): boolean {
  const session = answers.find(({ key }) => nameOf(key) === sessionKey)?.answer;
  if (!isRecord(session) || !Array.isArray(session['offices'])) return false;
  return session['offices'].some((office) => isRecord(office) && office['kind'] === 'organiser');
}

/** Whether such an answer is kept on the device of whoever this is. */
const isKept = (pocket: Pocket, { key, answer }: KeptAnswer): boolean =>
  (isOrganisers(pocket) ? keptAtDoor : kept).has(nameOf(key)) && !(isRecord(answer) && answer['side'] === 'organiser');

const isTooLarge = ({ answer }: KeptAnswer): boolean => JSON.stringify(answer).length > mostOfOne;

/** Who keeps it elsewhere, since it is too large: without it a door of thousands would open empty. */
export const largeHolder = (pocket: Pocket | null, answer: KeptAnswer): string | null =>
  pocket !== null && keptAtDoor.has(nameOf(answer.key)) && isKept(pocket, answer) && isTooLarge(answer) ? pocket.holder : null;

/** What becomes of the pocket when the server has answered; null: it is emptied. */
export function withAnswer(pocket: Pocket | null, answer: KeptAnswer): Pocket | null {
  if (nameOf(answer.key) === sessionKey) {
    const holder = holderOf(answer.answer);
    if (holder === null) return null;
    return having(pocket?.holder === holder ? pocket : { holder, answers: [] }, answer);
  }
  return pocket === null || !isKept(pocket, answer) || isTooLarge(answer) ? pocket : having(pocket, answer);
}

/** Answers that say that one may not see it, or that it is gone. */
const over: readonly (number | null)[] = [401, 403, 404, 410];

let filling: QueryClient | null = null;

function write(pocket: Pocket | null): void {
  try {
    if (pocket === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(pocket));
  } catch {
    // Full or forbidden: the agenda then opens with a network alone.
  }
}

/** Empties it, and takes what came from it off the page. */
export async function emptyPocket(queryClient: QueryClient): Promise<void> {
  write(null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => kept.has(nameOf(queryKey)) || keptAtDoor.has(nameOf(queryKey)) });
  await emptyLarge();
}

function note(queryClient: QueryClient, { queryKey, state }: Query): void {
  const pocket = readPocket(localStorage.getItem(place), Date.now());
  if (state.status === 'error' && over.includes(troubleOf(state.error).status)) {
    if (pocket !== null) write(without(pocket, queryKey));
    if (keptAtDoor.has(nameOf(queryKey))) void dropLarge(queryKey);
    return;
  }
  if (state.status !== 'success' || state.data === undefined) return;
  const answer = { key: queryKey, at: state.dataUpdatedAt, answer: state.data };
  const holder = largeHolder(pocket, answer);
  if (holder !== null) void keepLarge(holder, answer);
  const next = withAnswer(pocket, answer);
  if (next === pocket) return;
  if (pocket !== null && next?.holder !== pocket.holder) void emptyPocket(queryClient);
  write(next);
}

/** From now on this device keeps what its holder reads of their own agenda. */
export function fillPocket(queryClient: QueryClient): void {
  if (filling === queryClient) return;
  filling = queryClient;
  const cache = queryClient.getQueryCache();
  const known = cache.getAll();
  for (const query of [...known.filter(({ queryKey }) => nameOf(queryKey) === sessionKey), ...known]) note(queryClient, query);
  cache.subscribe((event) => {
    if (event.type !== 'updated' || (event.action.type !== 'success' && event.action.type !== 'error')) return;
    // What was put there from the pocket itself is no answer of the server.
    if (event.action.type === 'success' && event.action.manual === true) return;
    const query = cache.get(event.query.queryHash);
    if (query !== undefined) note(queryClient, query);
  });
}

/** Long enough for a slow network, short enough for somebody on their way to a table. */
const patienceMs = 4000;

/** Whether the server says who is here; false: it says nothing. */
async function isAnswered(asking: () => Promise<unknown>): Promise<boolean> {
  if (!navigator.onLine) return false;
  const answered = asking().then(
    () => true,
    (error: unknown) => (troubleOf(error).status ?? 500) < 500,
  );
  return Promise.race([answered, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patienceMs))]);
}

/**
 * Begins a page on a device that keeps something: where the server does not answer who is here, what was read last stands in for its answers,
 * each as old as it is, so that it is asked for again as soon as there is a network.
 */
export async function openPocket(queryClient: QueryClient, askSession: () => Promise<unknown>): Promise<void> {
  fillPocket(queryClient);
  if (await isAnswered(askSession)) return;
  const pocket = readPocket(localStorage.getItem(place), Date.now());
  if (pocket === null) return;
  const large = (await readLarge(pocket.holder)).filter((one) => Date.now() - one.at < lasts(one));
  const oldestFirst = [...pocket.answers, ...large].toSorted((one, other) => one.at - other.at);
  for (const { key, at, answer } of oldestFirst) queryClient.setQueryData(key, answer, { updatedAt: at });
}

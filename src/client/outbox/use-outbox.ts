// An outbox at work: sends what it keeps, and tries again while the network is away. What is kept stands in the browser's storage, for all parts of the page and all its windows.
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { afterAnswers, answersOf, failureOf, isWaiting, readKept, type Answered, type Kept } from './outbox.ts';
import { readAnew } from './read-anew.ts';

const tryEvery = 5000;

export interface OutboxParts<What> {
  /** Under which name the browser keeps it. */
  readonly place: string;
  /** As a constant: what stands in the storage may be anything. */
  readonly isWhat: (value: unknown) => value is What;
  /** At most so many go at once. */
  readonly most: number;
  /** Sends them and answers for each that is entered or refused; throws where the whole request failed. */
  readonly send: (sent: readonly Kept<What>[]) => Promise<readonly Answered[]>;
  /** What is read anew after something was entered or refused: what was entered is laid over the page until then. */
  readonly shownIn: readonly QueryKey[];
}

export interface Outbox<What> {
  /** Not sent yet. */
  readonly waiting: readonly Kept<What>[];
  /** What the page lays over what it has read: what waits, and what was entered since. */
  readonly unread: readonly Kept<What>[];
  readonly refused: readonly Kept<What>[];
  readonly add: (adding: Adding<What>) => Promise<void>;
  /** It is taken back before it was sent, or somebody has read why it was refused. */
  readonly drop: (told: string) => void;
}

/** Something to keep, then send. */
export interface Adding<What> {
  readonly what: What;
  readonly words: string;
  /** Its name, where it was sent under one already and nobody answered. */
  readonly told?: string;
  /** Of what is kept still, that which it says anew. */
  readonly replaces?: (earlier: What) => boolean;
}

const listeners = new Set<() => void>();
const sending = new Set<string>();
const reading = new Set<string>();

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener('storage', changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener('storage', changed);
  };
}

function write(place: string, entries: readonly unknown[]): void {
  if (entries.length === 0) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(entries));
  for (const changed of listeners) changed();
}

export function useOutbox<What>(parts: OutboxParts<What>): Outbox<What> {
  const { place, isWhat } = parts;
  const latest = useRef(parts);
  latest.current = parts;
  const text = useSyncExternalStore(subscribe, () => localStorage.getItem(place));
  const kept = useMemo(() => readKept(text, isWhat), [text, isWhat]);
  const now = useCallback(() => readKept(localStorage.getItem(place), isWhat), [place, isWhat]);
  const queryClient = useQueryClient();
  const asked = useRef('');
  // Every window reads for itself what any of them has sent; what is read is then forgotten.
  const read = useCallback(async (): Promise<void> => {
    const entered = new Set(now().flatMap((one) => (one.entered === true ? [one.told] : [])));
    if (entered.size === 0 || reading.has(place)) return;
    reading.add(place);
    // For the same entries only what has not come is asked once more.
    const turn = [...entered].join(' ');
    const isAgain = turn === asked.current;
    asked.current = turn;
    const isRead = await readAnew(queryClient, latest.current.shownIn, isAgain).finally(() => reading.delete(place));
    if (!isRead) return;
    asked.current = '';
    const left = now().filter(({ told }) => !entered.has(told));
    write(place, left);
  }, [now, place, queryClient]);
  const send = useCallback(async (): Promise<void> => {
    const sent = now().filter(isWaiting).slice(0, latest.current.most);
    if (sent.length === 0 || sending.has(place)) return;
    sending.add(place);
    let answers: readonly Answered[];
    try {
      answers = await latest.current.send(sent);
    } catch (error) {
      answers = answersOf(sent, failureOf(error));
    }
    sending.delete(place);
    if (answers.length > 0) write(place, afterAnswers(now(), answers));
    if (answers.some(({ problem }) => problem !== null)) await readAnew(queryClient, latest.current.shownIn);
  }, [now, place, queryClient]);
  const hasEntered = kept.some(({ entered }) => entered);
  useEffect(() => {
    const again = () => void Promise.all([read(), send()]);
    const timer = setInterval(again, tryEvery);
    window.addEventListener('online', again);
    again();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [read, send, hasEntered]);
  const add: Outbox<What>['add'] = ({ what, words, told = crypto.randomUUID(), replaces = () => false }) => {
    const others = now().filter((one) => !replaces(one.what));
    write(place, [...others, { told, at: new Date().toISOString(), what, words, problem: null }]);
    return send();
  };
  const drop = (told: string): void =>
    write(
      place,
      now().filter((one) => one.told !== told),
    );
  const unread = useMemo(() => kept.filter(({ problem }) => problem === null), [kept]);
  return { waiting: unread.filter(isWaiting), unread, refused: kept.filter(({ problem }) => problem !== null), add, drop };
}

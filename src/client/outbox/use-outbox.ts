// An outbox at work: sends what it keeps, tries again while the network is away, and hands over what the server said.
import { useCallback, useEffect, useRef, useState } from 'react';
import { answersOf, failureOf, readKept, stillKept, type Answered, type Kept } from './outbox.ts';

const tryEvery = 5000;

export interface OutboxParts<What> {
  /** Under which name the browser keeps it. */
  readonly place: string;
  readonly isWhat: (value: unknown) => value is What;
  /** At most so many go at once. */
  readonly most: number;
  /** Sends them and answers for each that is entered or refused; throws where the whole request failed. */
  readonly send: (sent: readonly Kept<What>[]) => Promise<readonly Answered[]>;
  /** Told once for all that were answered for. */
  readonly onAnswered: (answers: readonly (Answered & { readonly words: string })[]) => unknown;
}

export interface Outbox<What> {
  readonly kept: readonly Kept<What>[];
  /** Keeps it, then sends; `replaces`: of what is kept still, that which it says anew. */
  readonly add: (what: What, words: string, replaces?: (earlier: What) => boolean) => Promise<void>;
}

export function useOutbox<What>(parts: OutboxParts<What>): Outbox<What> {
  const { place } = parts;
  const latest = useRef(parts);
  latest.current = parts;
  const [kept, setKept] = useState<readonly Kept<What>[]>(() => readKept(localStorage.getItem(place), parts.isWhat));
  const now = useRef(kept);
  const sending = useRef(false);
  const keep = useCallback(
    (entries: readonly Kept<What>[]) => {
      now.current = entries;
      if (entries.length === 0) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(entries));
      setKept(entries);
    },
    [place],
  );
  const send = useCallback(async (): Promise<void> => {
    const sent = now.current.slice(0, latest.current.most);
    if (sent.length === 0 || sending.current) return;
    sending.current = true;
    let answers: readonly Answered[];
    try {
      answers = await latest.current.send(sent);
    } catch (error) {
      answers = answersOf(sent, failureOf(error));
    }
    sending.current = false;
    if (answers.length === 0) return;
    keep(stillKept(now.current, answers));
    const words = new Map(sent.map((one) => [one.told, one.words]));
    await latest.current.onAnswered(answers.map((one) => ({ ...one, words: words.get(one.told) ?? '' })));
  }, [keep]);
  useEffect(() => {
    const again = () => void send();
    const timer = setInterval(again, tryEvery);
    window.addEventListener('online', again);
    again();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [send]);
  const add: Outbox<What>['add'] = (what, words, replaces = () => false) => {
    const others = now.current.filter((one) => !replaces(one.what));
    keep([...others, { told: crypto.randomUUID(), at: new Date().toISOString(), what, words }]);
    return send();
  };
  return { kept, add };
}

// The desk's outbox at work: sends what it keeps, tries again while the network is away, and tells what the server refused.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useSay } from '../edition/names.tsx';
import { answersOf, mostAtOnce, readKept, stillKept, type Answered, type Entry, type Failed } from './outbox.ts';

const tryEvery = 5000;
/** Answers that may be others later: signed out, too many, not ready; and none at all. */
const passing: readonly (number | null)[] = [null, 401, 408, 429, 500, 502, 503, 504];

const failureOf = (error: unknown): Failed => {
  const { status, message, problems } = troubleOf(error);
  if (passing.includes(status)) return { kind: 'later' };
  const byIndex = new Map(problems.flatMap(({ path, message: words }) => (typeof path[1] === 'number' ? [[path[1], words] as const] : [])));
  return { kind: 'refused', message, byIndex };
};

export function useOutbox(editionId: string) {
  const place = `hansa.desk.${editionId}`;
  const say = useSay();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [kept, setKept] = useState<readonly Entry[]>(() => readKept(localStorage.getItem(place)));
  const now = useRef(kept);
  const sending = useRef(false);
  const keep = useCallback(
    (entries: readonly Entry[]) => {
      now.current = entries;
      localStorage.setItem(place, JSON.stringify(entries));
      setKept(entries);
    },
    [place],
  );
  const send = useCallback(async (): Promise<void> => {
    const sent = now.current.slice(0, mostAtOnce);
    if (sent.length === 0 || sending.current) return;
    sending.current = true;
    let answers: readonly Answered[];
    try {
      const happenings = sent.map(({ told, at, kind, participantId }) => ({ told, at, what: { kind, participantId } }));
      const { results } = await meetingsApi.tellQueue({ editionId, happenings });
      answers = results.map(({ told, problem }) => ({ told, problem: problem === null ? null : say(problem) }));
    } catch (error) {
      answers = answersOf(sent, failureOf(error));
    }
    sending.current = false;
    keep(stillKept(now.current, answers));
    for (const { told, problem } of answers)
      if (problem !== null) toast({ text: `${sent.find((one) => one.told === told)?.words ?? ''}: ${problem}` });
    if (answers.length > 0) await queryClient.invalidateQueries({ queryKey: meetingsQueries.getQueue.key() });
  }, [editionId, keep, queryClient, say, toast]);
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
  const add = (entry: Omit<Entry, 'told' | 'at'>): Promise<void> => {
    keep([...now.current, { ...entry, told: crypto.randomUUID(), at: new Date().toISOString() }]);
    return send();
  };
  return { kept, add };
}

// Telling the live queue what has happened, and how fresh is what one looks at.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dayOf, useFormats, type Instant } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { useToldTrouble } from '../edition/trouble.ts';

type Api = typeof meetingsApi;
export type Board = NonNullable<Awaited<ReturnType<Api['getQueue']>>['queue']>;
export type QueueTalk = Board['talks'][number];
export type QueueTable = Board['tables'][number];
export type OwnQueue = Awaited<ReturnType<Api['getOwnQueue']>>;
type What = Parameters<Api['tellQueue']>[0]['happenings'][number]['what'];
type InterpreterWhat = Parameters<Api['tellInterpreterQueue']>[0]['happenings'][number]['what'];
type OwnWhat = Parameters<Api['tellOwnQueue']>[0]['happenings'][number]['what'];

export interface BoardProps {
  readonly edition: Edition;
  readonly board: Board;
  /** UTC milliseconds, by the server's clock. */
  readonly now: number;
}

/** Live pages ask this often. */
export const askEvery = 3000;
/** Without an answer for this long what is seen may be wrong. */
const staleAfter = 15_000;

/** A moment at the venue: its time, with the day where that is not the day of `now` there. */
export function useVenueMoment(timeZone: string, now: number) {
  const formats = useFormats();
  return (at: Instant): string =>
    dayOf(at, timeZone) === dayOf(now, timeZone) ? formats.time(at, timeZone) : formats.dateTime(at, timeZone, 'short');
}

/** How long somebody has waited. */
export function useMinutes() {
  const { t } = useText();
  return (count: number): string => (count < 1 ? t('meetings.under_a_minute') : t('meetings.minutes_count', { count }));
}

/** UTC milliseconds, renewed every second. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export const isStaleAt = (now: number, receivedAt: number): boolean => now - receivedAt > staleAfter;

/** Settles with what the server said, or says why not where the reader is looking; answers whether it was entered. */
function useSent() {
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  return async (send: () => Promise<unknown>, said?: string, undo?: () => Promise<unknown>): Promise<boolean> => {
    try {
      await send();
    } catch (error) {
      told(error);
      return false;
    }
    await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
    if (said !== undefined) toast({ text: said, ...(undo === undefined ? {} : { undo }) });
    return true;
  };
}

/** Tells the organiser's queue one thing; refused in words while what is seen is stale. */
export function useTell(editionId: string, stale: boolean) {
  const { t } = useText();
  const toast = useToast();
  const sent = useSent();
  /** `undo`: what takes it back, told when it is pressed. */
  return (what: What, said?: string, undo?: What): Promise<boolean> => {
    if (stale) {
      toast({ text: t('meetings.queue_stale_act') });
      return Promise.resolve(false);
    }
    const send = (told: What) => meetingsApi.tellQueue({ editionId, happenings: [{ told: crypto.randomUUID(), what: told }] });
    return sent(() => send(what), said, undo === undefined ? undefined : () => sent(() => send(undo)));
  };
}
export type Tell = ReturnType<typeof useTell>;

export function useTellOwn(on: { readonly editionId: string; readonly participantId: string }) {
  const sent = useSent();
  return (what: OwnWhat): Promise<boolean> =>
    sent(() => meetingsApi.tellOwnQueue({ ...on, happenings: [{ told: crypto.randomUUID(), what }] }));
}

export function useTellInterpreter(on: { readonly editionId: string; readonly interpreterId: string }) {
  const sent = useSent();
  return (what: InterpreterWhat, said?: string): Promise<boolean> =>
    sent(() => meetingsApi.tellInterpreterQueue({ ...on, happenings: [{ told: crypto.randomUUID(), what }] }), said);
}

export function useQueueState(editionId: string) {
  const sent = useSent();
  return (state: Board['state'], said: string): Promise<boolean> => sent(() => meetingsApi.setQueueState({ editionId, state }), said);
}

// Changes of requests, each told by a toast with the way back.
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Invitation, Request, Wish } from '../edition/answers.ts';
import { useAnswering } from '../agenda/said-later.ts';
import { useName } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

/** How a request is answered. */
export type Answering = Omit<Parameters<(typeof meetingsApi)['answerRequest']>[0], 'editionId' | 'requestId'>;

interface Answered {
  /** Whether the other side is told of a no. */
  readonly tell?: boolean;
  /** When the two meet by the schedule in force. */
  readonly scheduledAt: string | null;
}

export function useRequestChanges(editionId: string) {
  const { t, language } = useText();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const sending = useAnswering();
  const drawAnew = () => queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
  const meetings = () => meetingsApi;
  const name = useName();
  const nameOf = (request: Request) => ({ from: name(request.from.name), to: name(request.to.name) });

  /** Runs a change, and has all drawn anew whatever came of it; without waiting for that, which without a network has no end. */
  const drawn = <T>(act: () => Promise<T>): Promise<T> => act().finally(() => void drawAnew());
  /** The same, but a refusal is told and undefined comes back. */
  const carry = <T>(act: () => Promise<T>): Promise<T | undefined> =>
    drawn(act).catch((error: unknown) => {
      told(error);
      return undefined;
    });

  async function changeWish(request: Request, wish: Wish) {
    const put = (to: Wish, ifMatch: number) =>
      meetings().updateRequest({ editionId, requestId: request.id, wish: to }, { context: { ifMatch } });
    const after = await carry(() => put(wish, request.version));
    if (after === undefined) return;
    const words = t('meetings.wish_changed', { ...nameOf(request), wish: t(`meetings.wish_${wish}`) });
    toast({ text: words, undo: () => drawn(() => put(request.wish, after.version)) });
  }

  async function withdraw(request: Request, words: 'meetings.withdrawn' | 'meetings.answer_withdrawn' = 'meetings.withdrawn') {
    const gone = await carry(() =>
      meetings().withdrawRequest({ editionId, requestId: request.id }, { context: { ifMatch: request.version } }),
    );
    if (gone === undefined) return;
    const { from, to, wish, session, round, note } = request;
    const again = () =>
      drawn(() => meetings().createRequests({ editionId, requests: [{ fromId: from.id, toId: to.id, wish, session, round, note }] }));
    toast({ text: t(words, nameOf(request)), undo: again });
  }

  /** Tells that a request was entered; undo withdraws it. */
  async function tellAdded(request: Request) {
    await drawAnew();
    const back = () =>
      drawn(() => meetings().withdrawRequest({ editionId, requestId: request.id }, { context: { ifMatch: request.version } }));
    toast({ text: t('meetings.request_added', nameOf(request)), undo: back });
  }
  /** Tells what was answered; undo takes the answer back, and what the other side was told with it. */
  async function tellAnswered(request: Request, { tell = false, scheduledAt }: Answered) {
    await drawAnew();
    const back = () =>
      drawn(() => meetings().withdrawRequest({ editionId, requestId: request.id }, { context: { ifMatch: request.version } }));
    const words = request.wish !== 'no' ? 'meetings.told_accepted' : tell ? 'meetings.told_declined_openly' : 'meetings.told_declined';
    const said = t(words, nameOf(request));
    // An answer takes no meeting away.
    const stands = request.wish === 'no' && scheduledAt !== null ? `${writing[language].blank}${t('meetings.declined_stands')}` : '';
    toast({ text: `${said}${stands}`, undo: back });
  }

  const sendAnswer = ({ requestId, from }: Pick<Invitation, 'requestId' | 'from'>, how: Answering) =>
    sending({ editionId, requestId, ...how }, from.name);
  async function answer(of: Pick<Invitation, 'requestId' | 'from' | 'scheduledAt'>, how: Answering) {
    const made = await carry(() => sendAnswer(of, how));
    if (made !== undefined && made !== null) await tellAnswered(made, of);
  }
  return { changeWish, withdraw, tellAdded, answer, sendAnswer, tellAnswered };
}

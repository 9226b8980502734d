// What a company says of its meetings and requests while the network is away: how a meeting went, and whether it would meet who asked.
import { useQueryClient } from '@tanstack/react-query';
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { answersOf, failureOf, isRecord, type Answered } from '#client/outbox/outbox.ts';
import { useOutbox } from '#client/outbox/use-outbox.ts';
import { useToast } from '#design/notices/toast.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useName } from '../edition/names.tsx';

type GivenFeedback = Parameters<(typeof meetingsApi)['giveFeedback']>[0];
type Answer = Parameters<(typeof meetingsApi)['answerRequest']>[0];

type Said = { readonly say: 'feedback'; readonly input: GivenFeedback } | { readonly say: 'answer'; readonly input: Answer };

/** Only this page writes it; the server reads it as any other input. */
const isSaid = (value: unknown): value is Said =>
  isRecord(value) && (value['say'] === 'feedback' || value['say'] === 'answer') && isRecord(value['input']);

const send = ({ say, input }: Said, idempotencyKey: string): Promise<unknown> =>
  say === 'feedback'
    ? meetingsApi.giveFeedback(input, { context: { idempotencyKey } })
    : meetingsApi.answerRequest(input, { context: { idempotencyKey } });

const isOnSame = (a: Said, b: Said): boolean =>
  a.say === 'feedback'
    ? b.say === 'feedback' && a.input.meetingId === b.input.meetingId && a.input.participantId === b.input.participantId
    : b.say === 'answer' && a.input.requestId === b.input.requestId;

export function useSaidLater() {
  const queryClient = useQueryClient();
  // Kept for whoever said it: somebody else who signs in here neither sees nor sends it.
  const account = useSession()?.account?.id ?? '';
  const outbox = useOutbox<Said>({
    place: `hansa.said.${account}`,
    isWhat: isSaid,
    most: 20,
    send: async (sent) => {
      const answers: Answered[] = [];
      for (const one of sent) {
        try {
          await send(one.what, one.told);
          answers.push({ told: one.told, problem: null });
        } catch (error) {
          const failed = failureOf(error);
          if (failed.kind === 'later') break;
          answers.push(...answersOf([one], failed));
        }
      }
      return answers;
    },
    onAnswered: () => queryClient.invalidateQueries({ queryKey: meetingsQueries.key() }),
  });
  const feedbacks = outbox.waiting.flatMap(({ what, at }) => (what.say === 'feedback' ? [{ ...what.input, at }] : []));
  const answers = outbox.waiting.flatMap(({ what }) => (what.say === 'answer' ? [what.input] : []));
  return {
    ...outbox,
    /** Keeps what was sent under a name and not answered, in place of what was said of the same thing before. */
    sayLater: (what: Said, words: string, told: string) =>
      void outbox.add({ what, words, told, replaces: (earlier) => isOnSame(earlier, what) }),
    feedbackOn: (participantId: string, meetingId: string) =>
      feedbacks.find((one) => one.meetingId === meetingId && one.participantId === participantId),
    answerTo: (requestId: string) => answers.find((one) => one.requestId === requestId),
  };
}

/** Sends an answer to a request; without a network it is kept on this device and sent later, which is told: null comes back. */
export function useAnswering() {
  const { t } = useText();
  const name = useName();
  const toast = useToast();
  const { sayLater } = useSaidLater();
  return async (input: Answer, from: MultilingualText) => {
    const idempotencyKey = crypto.randomUUID();
    try {
      return await meetingsApi.answerRequest(input, { context: { idempotencyKey } });
    } catch (error) {
      if (!(error instanceof Offline)) throw error;
      sayLater({ say: 'answer', input }, `${name(from)} · ${t(`meetings.answered_${input.answer}`)}`, idempotencyKey);
      toast({ text: t('meetings.kept_until_network') });
      return null;
    }
  };
}

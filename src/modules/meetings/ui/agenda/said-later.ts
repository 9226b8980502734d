// What a company says of its meetings and requests while the network is away: how a meeting went, that the other side is not there, whose card it
// shared, and whether it would meet who asked; and an interpreter, that they cannot come.
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { answersOf, failureOf, isRecord, type Answered } from '#client/outbox/outbox.ts';
import { useOutbox } from '#client/outbox/use-outbox.ts';
import { useToast } from '#design/notices/toast.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import { exposApi, exposQueries } from '#modules/expos/ui/client.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useName } from '../edition/names.tsx';

type GivenFeedback = Parameters<(typeof meetingsApi)['giveFeedback']>[0];
type Answer = Parameters<(typeof meetingsApi)['answerRequest']>[0];
type GivenCard = Parameters<(typeof meetingsApi)['giveCard']>[0];
type Absence = Parameters<(typeof meetingsApi)['reportAbsence']>[0];

/** What an interpreter says of one slot; null: nothing. */
interface OfSlot {
  readonly editionId: string;
  readonly interpreterId: string;
  readonly slotId: string;
  readonly says: 'can' | 'cannot' | null;
}

type Said =
  | { readonly say: 'feedback'; readonly input: GivenFeedback; /** Of what was seen. */ readonly version: number }
  | { readonly say: 'answer'; readonly input: Answer }
  | { readonly say: 'absence'; readonly input: Absence; /** ISO instant: after it nobody is sent to the table. */ readonly until: string }
  | { readonly say: 'card'; readonly input: GivenCard }
  | { readonly say: 'slot'; readonly input: OfSlot };

const kinds: ReadonlySet<unknown> = new Set<Said['say']>(['feedback', 'answer', 'absence', 'card', 'slot']);

/** Only this page writes it; the server reads it as any other input. */
const isSaid = (value: unknown): value is Said => isRecord(value) && kinds.has(value['say']) && isRecord(value['input']);

/** Says something of one slot and leaves what was said of the others. */
export async function sayOfSlot({ slotId, says, editionId, interpreterId: addresseeId }: OfSlot): Promise<void> {
  const ids = { editionId, addresseeId };
  const now = await exposApi.getTimes(ids);
  const others = now.slots.flatMap((slot) => (slot.id === slotId || slot.says === null ? [] : [{ slotId: slot.id, says: slot.says }]));
  await exposApi.sayTimes({ ...ids, said: says === null ? others : [...others, { slotId, says }] }, { context: { ifMatch: now.version } });
}

function send(said: Said, idempotencyKey: string): Promise<unknown> {
  const options = { context: { idempotencyKey } };
  switch (said.say) {
    case 'feedback':
      return meetingsApi.giveFeedback(said.input, { context: { idempotencyKey, ifMatch: said.version } });
    case 'answer':
      return meetingsApi.answerRequest(said.input, options);
    case 'absence':
      return meetingsApi.reportAbsence(said.input, options);
    case 'card':
      return meetingsApi.giveCard(said.input, options);
    case 'slot':
      return sayOfSlot(said.input);
  }
}

/** Of what it is said: the later word on it replaces the earlier. */
function subjectOf({ say, input }: Said): string {
  if (say === 'answer') return `${say} ${input.requestId}`;
  return say === 'slot' ? `${say} ${input.interpreterId} ${input.slotId}` : `${say} ${input.participantId} ${input.meetingId}`;
}

export function useSaidLater() {
  const { t } = useText();
  // Kept for whoever said it: somebody else who signs in here neither sees nor sends it.
  const account = useSession()?.account?.id ?? '';
  const outbox = useOutbox<Said>({
    place: `hansa.said.${account}`,
    isWhat: isSaid,
    most: 20,
    send: async (sent) => {
      const answers: Answered[] = [];
      for (const one of sent) {
        if (one.what.say === 'absence' && Date.parse(one.what.until) <= Date.now()) {
          answers.push({ told: one.told, problem: t('meetings.absence_over') });
          continue;
        }
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
    shownIn: [meetingsQueries.key(), exposQueries.key()],
  });
  const feedbacks = outbox.unread.flatMap(({ what, at }) => (what.say === 'feedback' ? [{ ...what.input, at }] : []));
  const answers = outbox.unread.flatMap(({ what }) => (what.say === 'answer' ? [what.input] : []));
  return {
    ...outbox,
    /** Keeps what was sent under a name and not answered, in place of what was said of the same thing before. */
    sayLater: (what: Said, words: string, told: string) =>
      void outbox.add({ what, words, told, replaces: (earlier) => subjectOf(earlier) === subjectOf(what) }),
    feedbackOn: (participantId: string, meetingId: string) =>
      feedbacks.find((one) => one.meetingId === meetingId && one.participantId === participantId),
    /** Whether it was said on this device, and not read since, that the other side is not there, or that an interpreter cannot come. */
    isKept: (what: Said) => outbox.unread.some((one) => subjectOf(one.what) === subjectOf(what)),
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

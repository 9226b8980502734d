// Thirty seconds to say how it went: two taps, and words for those who have them.
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { ChoiceField } from '#design/fields/choice.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { useVersioned } from '#design/fields/use-versioned.ts';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { useName } from '../edition/names.tsx';
import type { Agenda, AgendaEntry, Feedback } from './answers.ts';
import { useSaidLater } from './said-later.ts';

/** Both sides go on, as far as this one says: then there may be something to record. */
export const saysYes = (feedback: Pick<Feedback, 'result'> | null): boolean =>
  feedback?.result === 'go_on' || feedback?.result === 'agreed';

const results = ['no_interest', 'good_to_know', 'go_on', 'agreed'] as const;
const steps = ['we_offer', 'they_write', 'visit', 'sample', 'none'] as const;

interface Draft {
  /** null: nothing is said yet. */
  readonly result: Feedback['result'] | null;
  readonly nextStep: Feedback['nextStep'];
  readonly note: string;
}
interface Said extends Draft {
  readonly version: number;
}

const unsaid: Draft = { result: null, nextStep: 'none', note: '' };
const saidOf = ({ feedback }: Pick<AgendaEntry, 'feedback'>): Said => feedback ?? { ...unsaid, version: 0 };

interface FeedbackDialogProps {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly onClose: () => void;
}

export function FeedbackDialog({ agenda, entry, onClose }: FeedbackDialogProps) {
  const { t } = useText();
  const name = useName();
  const of = { editionId: agenda.edition.id, participantId: agenda.participant.id, meetingId: entry.meetingId };
  const { sayLater } = useSaidLater();
  const toast = useToast();
  const write = async ({ result, nextStep, note }: Draft, { ifMatch }: { readonly ifMatch: number }) => {
    // Undone to where nothing was said.
    if (result === null) return saidOf(await meetingsApi.withdrawFeedback(of, { context: { ifMatch } }));
    const idempotencyKey = crypto.randomUUID();
    const input = { ...of, result, nextStep, note };
    try {
      return saidOf(await meetingsApi.giveFeedback(input, { context: { ifMatch, idempotencyKey } }));
    } catch (error) {
      if (error instanceof Offline) {
        const words = [name(entry.with.name), t(`meetings.result_${result}`), note].filter((part) => part !== '');
        sayLater({ say: 'feedback', input, version: ifMatch }, words.join(' · '), idempotencyKey);
        onClose();
        toast({ text: t('meetings.kept_until_network') });
      }
      throw error;
    }
  };
  const form = useVersioned<Said, Draft>({
    queryKey: meetingsQueries.getAgenda.key(),
    thing: saidOf(entry),
    draftOf: (said) => ({ result: said?.result ?? null, nextStep: said?.nextStep ?? 'none', note: said?.note ?? '' }),
    words: [
      {
        key: 'result',
        label: t('meetings.feedback_result'),
        show: ({ result }) => t(result === null ? 'meetings.feedback_none' : `meetings.result_${result}`),
      },
      { key: 'nextStep', label: t('meetings.feedback_step'), show: ({ nextStep }) => t(`meetings.next_step_${nextStep}`) },
      { key: 'note', label: t('meetings.note'), show: ({ note }) => note },
    ],
    read: async () => {
      const now = await meetingsApi.getAgenda({ editionId: of.editionId, participantId: of.participantId });
      const found = now.entries.find(({ meetingId }) => meetingId === of.meetingId);
      return found === undefined ? undefined : saidOf(found);
    },
    write: (_changes, context, mine) => write(mine, context),
    check: ({ result }) => (result === null ? [{ path: ['result'], message: t('meetings.feedback_missing') }] : []),
    said: (kept) =>
      t(saysYes(kept.result === null ? null : { result: kept.result }) ? 'meetings.feedback_saved_yes' : 'meetings.feedback_saved'),
    onKept: onClose,
  });
  return (
    <FormDialog
      keepTyped
      title={t('meetings.how_was_it_with', { name: name(entry.with.name) })}
      action={form}
      submit={t('meetings.feedback_save')}
      onSubmit={() => form.save()}
      onClose={onClose}
    >
      <ChoiceField
        {...form.field('result')}
        value={form.draft.result ?? ''}
        label={t('meetings.feedback_result')}
        options={results.map((value) => ({ value, text: t(`meetings.result_${value}`) }))}
      />
      <ChoiceField
        {...form.field('nextStep')}
        label={t('meetings.feedback_step')}
        options={steps.map((value) => ({ value, text: t(`meetings.next_step_${value}`) }))}
      />
      <TextareaField {...form.field('note')} label={t('meetings.note')} hint={t('meetings.feedback_note_hint')} optional rows={2} />
    </FormDialog>
  );
}

// Thirty seconds to say how it went: two taps, and words for those who have them.
import { Offline } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { textOf } from '#design/fields/text-of.ts';
import { meetingsApi, meetingsQueries } from '../client.ts';
import type { Agenda, AgendaEntry, Feedback } from './answers.ts';
import { useName } from '../edition/names.tsx';
import { useSaidLater } from './said-later.ts';

/** Both sides go on, as far as this one says: then there may be something to record. */
export const saysYes = (feedback: AgendaEntry['feedback']): boolean => feedback?.result === 'go_on' || feedback?.result === 'agreed';

const results = ['no_interest', 'good_to_know', 'go_on', 'agreed'] as const;
const steps = ['we_offer', 'they_write', 'visit', 'sample', 'none'] as const;

export function FeedbackDialog({
  agenda,
  entry,
  onClose,
}: {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const name = useName();
  const { keep, ...action } = useKeeping(meetingsQueries.getAgenda.key());
  const of = { editionId: agenda.edition.id, participantId: agenda.participant.id, meetingId: entry.meetingId };
  const before = entry.feedback;
  const { sayLater } = useSaidLater();
  const toast = useToast();
  type Given = Parameters<(typeof meetingsApi)['giveFeedback']>[0];
  const give = async (input: Given, context: { readonly idempotencyKey: string }) => {
    try {
      return await meetingsApi.giveFeedback(input, { context });
    } catch (error) {
      // What is not filled in is asked for at once, not hours later.
      if (error instanceof Offline && input.result !== null) {
        const words = [name(entry.with.name), t(`meetings.result_${input.result}`), input.note ?? ''].filter((part) => part !== '');
        sayLater({ say: 'feedback', input }, words.join(' · '), context.idempotencyKey);
        onClose();
        toast({ text: t('meetings.kept_until_network') });
      }
      throw error;
    }
  };
  const submit = (entries: FormData) =>
    void keep(
      (context) =>
        give(
          {
            ...of,
            // What is missing or wrong the server says beside its field.
            result: entries.get('result') as Feedback['result'],
            nextStep: entries.get('nextStep') as Feedback['nextStep'],
            note: textOf(entries, 'note'),
          },
          context,
        ),
      {
        said: ({ feedback }) => t(saysYes(feedback) ? 'meetings.feedback_saved_yes' : 'meetings.feedback_saved'),
        after: onClose,
        undo: () =>
          before === null
            ? meetingsApi.withdrawFeedback(of)
            : meetingsApi.giveFeedback({ ...of, result: before.result, nextStep: before.nextStep, note: before.note }),
      },
    );
  return (
    <Dialog open onClose={onClose} title={t('meetings.how_was_it_with', { name: name(entry.with.name) })}>
      <Form {...formTrouble(action)} onSubmit={submit}>
        <ChoiceField
          name="result"
          label={t('meetings.feedback_result')}
          {...(entry.feedback === null ? {} : { defaultValue: entry.feedback.result })}
          options={results.map((value) => ({ value, text: t(`meetings.result_${value}`) }))}
        />
        <ChoiceField
          name="nextStep"
          label={t('meetings.feedback_step')}
          defaultValue={entry.feedback?.nextStep ?? 'none'}
          options={steps.map((value) => ({ value, text: t(`meetings.next_step_${value}`) }))}
        />
        <TextareaField
          name="note"
          label={t('meetings.note')}
          hint={t('meetings.feedback_note_hint')}
          optional
          defaultValue={entry.feedback?.note ?? ''}
          rows={2}
        />
        <p>
          <Button kind="go" big type="submit" busy={action.busy}>
            {t('meetings.feedback_save')}
          </Button>
        </p>
      </Form>
    </Dialog>
  );
}

// What stands between a draft and its readers: somebody else of the office reads it; in an office of one, a word why nobody did.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, type Action } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TextareaField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { filledLine } from '#design/fields/multilingual-field.tsx';
import { AsWritten } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap, Section } from '#design/page.tsx';
import type { ProfileEntry } from '../../contract/profile.ts';
import { citiesApi, citiesQueries } from '../client.ts';

interface Step {
  readonly action: Pick<Action, 'busy' | 'trouble'>;
  readonly step: (act: (context: { readonly ifMatch: number }) => Promise<unknown>, words: string) => void;
}

interface StepProps extends Step {
  readonly entry: ProfileEntry;
}

export function EntryReview({ entry }: { readonly entry: ProfileEntry }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const step: Step['step'] = (act, said) => void keep(() => act({ ifMatch: entry.version }), { said });
  const isStale = action.trouble?.status === 412;
  return (
    <Section title={t('cities.review_and_publication')}>
      <p>
        {entry.state === 'published' ? t('cities.is_public') : t(`cities.review_${entry.review}`)}
        {entry.state === 'changed' && (
          <>
            <Gap />
            {t('cities.earlier_public', { number: entry.publishedVersion ?? 0 })}
          </>
        )}
      </p>
      {entry.reviewNote !== null && (
        <blockquote className="prose">
          <p>
            <AsWritten text={entry.reviewNote} />
          </p>
        </blockquote>
      )}
      {isStale && (
        <Notice kind="refused" live heading={t('cities.changed_while_read', { number: entry.textVersion })}>
          {t('cities.changed_while_read_note')}
        </Notice>
      )}
      <NextStep entry={entry} action={isStale ? { ...action, trouble: null } : action} step={step} />
    </Section>
  );
}

function NextStep(props: StepProps) {
  const { entry } = props;
  if (entry.state === 'published') return <TakeBack {...props} />;
  if (entry.publishing === 'after_review') {
    if (entry.review !== 'asked') return <AskReview {...props} />;
    return entry.mayReview ? <AnswerReview {...props} /> : <Waits {...props} />;
  }
  return <Publish {...props} />;
}

function Waits(props: StepProps) {
  const { t } = useText();
  return (
    <>
      <p className="note">{t('cities.waits_for_reader')}</p>
      {props.entry.state === 'changed' && <TakeBack {...props} />}
    </>
  );
}

function TakeBack({ entry, action, step }: StepProps) {
  const { t } = useText();
  return (
    <Form {...formTrouble(action)} onSubmit={() => undefined}>
      <Buttons after>
        <Button
          busy={action.busy}
          onPress={() => step((context) => citiesApi.unpublishProfileEntry({ entryId: entry.id }, { context }), t('cities.taken_back'))}
        >
          {t('cities.withdraw_public')}
        </Button>
      </Buttons>
    </Form>
  );
}

function AskReview({ entry, action, step }: StepProps) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const ask = () =>
    step((context) => citiesApi.askEntryReview({ entryId: entry.id, note: filledLine(note) }, { context }), t('cities.review_asked_done'));
  return (
    <Form {...formTrouble(action)} onSubmit={ask}>
      <TextareaField name="note" label={t('cities.ask_review_note')} optional rows={2} value={note} onChange={setNote} />
      <Buttons after>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('cities.ask_review')}
        </Button>
      </Buttons>
    </Form>
  );
}

function AnswerReview({ entry, action, step }: StepProps) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const answer = (approved: boolean) => () =>
    step(
      (context) => citiesApi.answerEntryReview({ entryId: entry.id, approved, note: filledLine(note) }, { context }),
      t(approved ? 'cities.approved_done' : 'cities.returned_done'),
    );
  return (
    <Form {...formTrouble(action)} onSubmit={answer(true)}>
      <TextareaField name="note" label={t('cities.remarks')} rows={3} value={note} onChange={setNote} />
      <Buttons after>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('cities.approve_text')}
        </Button>
        <Button busy={action.busy} onPress={answer(false)}>
          {t('cities.return_text')}
        </Button>
      </Buttons>
    </Form>
  );
}

function Publish({ entry, action, step }: StepProps) {
  const { t } = useText();
  const alone = entry.publishing === 'with_note';
  const [note, setNote] = useState('');
  const publish = () =>
    step((context) => citiesApi.publishProfileEntry({ entryId: entry.id, note: filledLine(note) }, { context }), t('cities.published'));
  return (
    <Form {...formTrouble(action)} onSubmit={publish}>
      {alone ? (
        <TextareaField
          name="note"
          label={t('cities.publish_note')}
          hint={t('cities.publish_note_hint')}
          rows={2}
          value={note}
          onChange={setNote}
        />
      ) : (
        <p className="note">{t('cities.may_publish')}</p>
      )}
      <Buttons after>
        <Button kind="go" type="submit" busy={action.busy}>
          {t('cities.publish')}
        </Button>
      </Buttons>
    </Form>
  );
}

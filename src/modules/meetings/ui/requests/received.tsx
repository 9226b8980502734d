// Who asked for us, each answered with one press: we would like to, we cannot, or at another time; every answer has its way back.
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { CheckField, SelectField, TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { DataTable } from '#design/data-table.tsx';
import { KeptNotice } from '#design/notices/kept-notice.tsx';
import { Section } from '#design/page.tsx';
import { useAtVenue } from '#design/time.tsx';
import { useSessionsOf, useSessionWords } from '#modules/expos/ui/slots/session-words.ts';
import { isWaiting, type Edition, type Invitation, type Request } from '../edition/answers.ts';
import { Party, useName, usePlaceWord } from '../edition/names.tsx';
import { useSaidLater } from '../agenda/said-later.ts';
import { useRequestChanges, type Answering } from './changes.ts';

interface ReceivedProps {
  readonly edition: Edition;
  readonly received: readonly Invitation[];
  /** Our requests: an answer is one that goes back. */
  readonly made: readonly Request[];
  /** Whether answers are taken: not after the deadline. */
  readonly open: boolean;
}

export function Received({ edition, received, made, open }: ReceivedProps) {
  const { t } = useText();
  const name = useName();
  const { withdraw } = useRequestChanges(edition.id);
  const ourAnswer = ({ from, to, answer }: Invitation): Request | undefined =>
    answer === null || !open ? undefined : made.find((one) => one.from.id === to.id && one.to.id === from.id && one.canEdit);
  const takeBack = (one: Invitation) => {
    const ours = ourAnswer(one);
    return ours === undefined ? null : (
      <Button
        kind="text"
        aria-label={t('meetings.withdraw_answer_to', { name: name(one.from.name) })}
        onPress={() => withdraw(ours, 'meetings.answer_withdrawn')}
      >
        {t('meetings.withdraw_answer')}
      </Button>
    );
  };
  const [asked, setAsked] = useState<Invitation | null>(null);
  const saidLater = useSaidLater();
  const waiting = received.filter(isWaiting);
  const rows = [...waiting, ...received.filter((one) => !isWaiting(one))];
  return (
    <Section title={t('meetings.requests_received')} count={rows.length} aside={t('meetings.requests_received_note')}>
      {waiting.length > 0 && <p>{t('expos.in_waiting', { count: waiting.length })}</p>}
      <KeptNotice outbox={saidLater} />
      {rows.length === 0 ? (
        <p className="muted">{t('meetings.requests_received_none')}</p>
      ) : (
        <DataTable<Invitation>
          caption={t('meetings.requests_received')}
          rows={rows}
          rowKey={(one) => one.requestId}
          columns={[
            { key: 'from', head: t('meetings.request_from'), naming: true, cell: (one) => <Party of={one.from} /> },
            {
              key: 'answer',
              head: t('meetings.our_answer'),
              cell: (one) => <OurAnswer edition={edition} of={one} later={saidLater.answerTo(one.requestId)?.answer} />,
            },
            {
              key: 'act',
              head: t('meetings.actions'),
              silent: true,
              end: true,
              cell: (one) =>
                one.scheduledAt !== null && Date.parse(one.scheduledAt) > Date.now() ? (
                  // Declining would take nothing away: moving and cancelling stand at the meeting itself.
                  <Link to="/my/$editionId/$participantId" params={{ editionId: edition.id, participantId: one.to.id }}>
                    {t('meetings.move_title')}
                  </Link>
                ) : one.answer === null && one.scheduledAt === null && open && saidLater.answerTo(one.requestId) === undefined ? (
                  <AnswerButtons edition={edition} of={one} onMore={() => setAsked(one)} />
                ) : (
                  takeBack(one)
                ),
            },
          ]}
        />
      )}
      {asked !== null && <AnswerDialog edition={edition} of={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}

/** What we said, or will have said once there is a network. */
function OurAnswer({ edition, of, later }: AnswerProps & { readonly later: Answering['answer'] | undefined }) {
  const { t } = useText();
  if (later === undefined) return <AnswerWords edition={edition} of={of} />;
  return (
    <>
      {t(`meetings.answered_${later}`)} <small>{t('meetings.waits_for_network')}</small>
    </>
  );
}

/** What we said; nothing yet is not a no. */
export function AnswerWords({
  edition,
  of: { answer, lapsesAt, scheduledAt, scheduledPlace },
}: {
  readonly edition: Edition;
  readonly of: Pick<Invitation, 'answer' | 'lapsesAt' | 'scheduledAt' | 'scheduledPlace'>;
}) {
  const { t } = useText();
  const place = usePlaceWord();
  const atVenue = useAtVenue(edition.timeZone);
  if (scheduledAt !== null) {
    const said = answer === null ? 'unanswered' : answer === 'no' ? 'declined' : 'accepted';
    return t(`meetings.scheduled_${said}`, {
      at: atVenue(scheduledAt),
      place: scheduledPlace === null ? '' : place(scheduledPlace),
    });
  }
  if (answer !== null) return t(answer === 'no' ? 'meetings.we_declined' : 'meetings.we_accepted');
  if (lapsesAt === null) return t('meetings.not_answered');
  const at = atVenue(lapsesAt);
  return Date.parse(lapsesAt) > Date.now() ? t('meetings.answer_until', { at }) : t('meetings.request_lapsed', { at });
}

interface AnswerProps {
  readonly edition: Edition;
  readonly of: Invitation;
}

/** The two short answers, and the way to the longer one. */
export function AnswerButtons({
  edition,
  of,
  onMore,
}: {
  readonly edition: Edition;
  readonly of: Pick<Invitation, 'requestId' | 'from' | 'scheduledAt'>;
  readonly onMore?: () => void;
}) {
  const { t } = useText();
  const name = useName();
  const { answer } = useRequestChanges(edition.id);
  const press = (how: Answering['answer']) => void answer(of, { answer: how });
  const who = { name: name(of.from.name) };
  return (
    <Buttons>
      <Button aria-label={t('meetings.accept_of', who)} onPress={() => press('accept')}>
        {t('meetings.accept')}
      </Button>
      <Button kind="text" aria-label={t('meetings.decline_of', who)} onPress={() => press('decline')}>
        {t('meetings.decline')}
      </Button>
      {onMore !== undefined && (
        <TextAction aria-label={t('meetings.answer_otherwise_of', who)} onPress={onMore}>
          {t('meetings.answer_otherwise')}
        </TextAction>
      )}
    </Buttons>
  );
}

type Way = 'must' | 'another_time' | 'tell';

/** An answer with more to it: another part of the day with a note, very much so, or a no that the other side may know. */
function AnswerDialog({ edition, of, onClose }: AnswerProps & { readonly onClose: () => void }) {
  const { t } = useText();
  const name = useName();
  const action = useAction();
  const { sendAnswer, tellAnswered } = useRequestChanges(edition.id);
  const sessions = useSessionsOf(edition.id);
  const sessionWord = useSessionWords(sessions);
  const [way, setWay] = useState<Way>('another_time');
  const [session, setSession] = useState('0');
  const [note, setNote] = useState('');
  const [tell, setTell] = useState(false);
  const submit = () =>
    void action.run(async () => {
      const when = way === 'another_time' ? { session: session === '0' ? null : Number(session), note } : {};
      const answer = way === 'tell' ? ('decline' as const) : way === 'must' ? ('accept' as const) : ('another_time' as const);
      const more = { ...when, ...(way === 'must' ? { wish: 'must' as const } : {}), ...(way === 'tell' ? { tell } : {}) };
      const made = await sendAnswer(of, { answer, ...more });
      onClose();
      if (made !== null) await tellAnswered(made, { tell, scheduledAt: of.scheduledAt });
    });
  return (
    <FormDialog
      title={t('meetings.answer_to', { name: name(of.from.name) })}
      submit={t('meetings.answer_send')}
      action={action}
      {...formTrouble(action)}
      onClose={onClose}
      onSubmit={submit}
    >
      <SelectField<Way>
        name="way"
        label={t('meetings.our_answer')}
        value={way}
        onChange={setWay}
        options={[
          { value: 'another_time', text: t('meetings.answer_another_time') },
          { value: 'must', text: t('meetings.answer_must') },
          { value: 'tell', text: t('meetings.answer_decline') },
        ]}
      />
      {way === 'another_time' && (
        <>
          <SelectField
            name="session"
            label={t('meetings.session')}
            value={session}
            onChange={setSession}
            options={[
              { value: '0', text: t('meetings.session_any') },
              ...sessions.map((one) => ({ value: String(one), text: sessionWord(one) })),
            ]}
          />
          <TextField name="note" label={t('meetings.note')} hint={t('meetings.note_read_by_them')} value={note} onChange={setNote} />
        </>
      )}
      {way === 'tell' && (
        <CheckField
          name="tell"
          label={t('meetings.decline_tell')}
          hint={t('meetings.decline_tell_hint')}
          checked={tell}
          onChange={setTell}
        />
      )}
    </FormDialog>
  );
}

// Another time for a meeting, by agreement: proposals to answer or take back above the agenda, and the times that are free for both.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { TextField } from '#design/fields/field.tsx';
import { AsWritten } from '#design/named.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Note } from '#design/page.tsx';
import type { Agenda, AgendaEntry } from '../agenda/answers.ts';
import { WhileRead } from '../agenda/while-read.tsx';
import { meetingsApi, meetingsQueries } from '../client.ts';
import { Named, useName, usePlaceWord } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

const askEvery = 30_000;

export const useMoves = ({ edition, participant }: Agenda) =>
  useQuery({
    ...meetingsQueries.listMoves.queryOptions({ input: { editionId: edition.id, participantId: participant.id } }),
    refetchInterval: askEvery,
    retry: false,
  }).data;

/** Does it, says so, and renews what it changed; says why not where the reader looks. */
function useDoing() {
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ run, said }: { readonly run: () => Promise<unknown>; readonly said: string }) => {
      await run();
      await queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
      toast({ text: said });
    },
    onError: (error) => {
      told(error);
      void queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
    },
  });
}

type Move = NonNullable<ReturnType<typeof useMoves>>['entries'][number];

/** What a proposal is about, in words. */
function useMoveWords(agenda: Agenda) {
  const formats = useFormats();
  const name = useName();
  const at = (instant: string) => formats.dateTime(instant, agenda.edition.timeZone, 'short');
  return (move: Move) => ({
    name: name(move.with.name),
    own: name(agenda.participant.name),
    from: at(move.from.startsAt),
    to: move.to === null ? '' : at(move.to.startsAt),
  });
}

/** What a side proposed, or asked of the organiser. */
const aboutOf = ({ to, wants }: Move) => (to !== null ? 'time' : wants === 'cancel' ? 'cancel' : 'move');

/** Takes back what our side proposed or asked. */
export function useTakeBack(agenda: Agenda) {
  const { t } = useText();
  const doing = useDoing();
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  const takeBack = (move: Move) =>
    doing.mutate({ run: () => meetingsApi.withdrawMove({ ...on, moveId: move.id }), said: t('meetings.move_taken_back') });
  return { takeBack, busy: doing.isPending };
}

/** Proposals that wait for an answer, ours or theirs; on the organiser's view what waits for its answer. */
export function OpenMoves({ agenda }: { readonly agenda: Agenda }) {
  const open = useMoves(agenda)?.entries.filter(({ state }) => state === 'open' || state === 'agreed') ?? [];
  const isOurs = agenda.side === 'own';
  return open.map((move, at) => {
    if (!isOurs || !move.isOwn)
      return move.state === 'open' ? <MoveToAnswer key={move.id} {...{ agenda, move }} /> : <Agreed key={move.id} {...{ agenda, move }} />;
    const other =
      move.exchangeId === null ? undefined : open.find(({ id, exchangeId }) => exchangeId === move.exchangeId && id !== move.id);
    if (other === undefined) return <OwnMove key={move.id} {...{ agenda, move }} />;
    // Both halves of an exchange are told and taken back as one.
    return open.indexOf(other) < at ? null : <OwnExchange key={move.id} {...{ agenda, move, other }} />;
  });
}

interface MoveProps {
  readonly agenda: Agenda;
  readonly move: Move;
}

/** An exchange to which the other side of one meeting has agreed: it waits for that of the other. */
function Agreed({ agenda, move }: MoveProps) {
  const { t } = useText();
  const formats = useFormats();
  const words = useMoveWords(agenda)(move);
  return (
    <Notice heading={t('meetings.move_agreed_heading', words)}>
      {t('meetings.move_agreed_text', { time: formats.dateTime(move.lapsesAt, agenda.edition.timeZone, 'short') })}
    </Notice>
  );
}

function OwnExchange({ agenda, move, other }: MoveProps & { readonly other: Move }) {
  const { t } = useText();
  const formats = useFormats();
  const wordsFor = useMoveWords(agenda);
  const { takeBack, busy } = useTakeBack(agenda);
  const [one, two] = [wordsFor(move), wordsFor(other)];
  const asked = [move, other].filter(({ state }) => state === 'open').map((half) => wordsFor(half).name);
  return (
    <Notice
      heading={t('meetings.move_ours_exchange', { name: one.name, from: one.from, other: two.name, to: two.from })}
      actions={
        <Button busy={busy} onPress={() => takeBack(move)}>
          {t('meetings.move_take_back')}
        </Button>
      }
    >
      {t('meetings.exchange_waits', {
        names: formats.list(asked),
        time: formats.dateTime(move.lapsesAt, agenda.edition.timeZone, 'short'),
      })}
    </Notice>
  );
}

function OwnMove({ agenda, move }: MoveProps) {
  const { t } = useText();
  const formats = useFormats();
  const words = useMoveWords(agenda)(move);
  const { takeBack, busy } = useTakeBack(agenda);
  const until = t('meetings.move_open_until', { time: formats.dateTime(move.lapsesAt, agenda.edition.timeZone, 'short') });
  return (
    <Notice
      heading={t(`meetings.move_ours_${aboutOf(move)}`, words)}
      actions={
        <Button busy={busy} onPress={() => takeBack(move)}>
          {t('meetings.move_take_back')}
        </Button>
      }
    >
      {move.asks === 'other_side' ? until : t(`meetings.move_waits_${move.to === null ? 'organiser' : 'unreached'}`, words)}
      <SaidNote note={move.note} />
    </Notice>
  );
}

/** Answered by the other side, or by the organiser for one that cannot be told. */
function MoveToAnswer({ agenda, move }: MoveProps) {
  const { t } = useText();
  const formats = useFormats();
  const words = useMoveWords(agenda)(move);
  const doing = useDoing();
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  const byOrganiser = agenda.side === 'organiser';
  const about = aboutOf(move);
  const asker = byOrganiser && move.isOwn ? { ...words, name: words.own, other: words.name } : { ...words, other: words.own };
  const said = {
    accept: about === 'cancel' ? 'meetings.move_cancelled' : 'meetings.move_accepted',
    decline: 'meetings.move_declined',
  } as const;
  const answer = (how: 'accept' | 'decline') => {
    const told = how === 'accept' && move.exchangeId !== null ? t('meetings.move_agreed') : t(said[how], words);
    doing.mutate({ run: () => meetingsApi.answerMove({ ...on, moveId: move.id, answer: how }), said: told });
  };
  return (
    <Notice
      kind="draft"
      heading={t(byOrganiser ? `meetings.move_asked_${about}` : 'meetings.move_theirs', asker)}
      actions={
        <Buttons>
          {about === 'move' ? (
            <Link className="btn" to="/editions/$slug/schedule" params={{ slug: agenda.edition.id }}>
              {t('meetings.move_in_schedule')}
            </Link>
          ) : (
            <Button kind="go" busy={doing.isPending} onPress={() => answer('accept')}>
              {t(about === 'cancel' ? 'meetings.move_do_cancel' : 'meetings.move_accept', words)}
            </Button>
          )}
          <Button busy={doing.isPending} onPress={() => answer('decline')}>
            {t(about === 'time' ? 'meetings.move_decline' : 'meetings.move_leave')}
          </Button>
        </Buttons>
      }
    >
      {byOrganiser
        ? t(about === 'time' && move.asks === 'other_side' ? 'meetings.move_asked_told' : `meetings.move_asked_${about}_text`, asker)
        : t(move.exchangeId === null ? 'meetings.move_open_until' : 'meetings.exchange_open_until', {
            time: formats.dateTime(move.lapsesAt, agenda.edition.timeZone, 'short'),
          })}
      <SaidNote note={move.note} />
    </Notice>
  );
}

const SaidNote = ({ note }: { readonly note: string }) =>
  note === '' ? null : (
    <p>
      <AsWritten text={note} />
    </p>
  );

/** At the meeting itself: what our side proposed, with the way back, in place of the way to propose. */
export function MoveAtMeeting({
  agenda,
  entry,
  onMove,
}: {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly onMove: () => void;
}) {
  const { t } = useText();
  const words = useMoveWords(agenda);
  const { takeBack } = useTakeBack(agenda);
  const open = useMoves(agenda)?.entries.find(({ meetingId, state, isOwn }) => meetingId === entry.meetingId && state === 'open' && isOwn);
  return (
    <>
      <span className="noprint">&emsp;</span>
      {open === undefined ? (
        <button type="button" className="linkish noprint" onClick={onMove}>
          {t('meetings.move_title')}
        </button>
      ) : (
        <span className="noprint">
          <span className="attention">{t(`meetings.move_marked_${aboutOf(open)}`, words(open))}</span>{' '}
          <TextAction onPress={() => takeBack(open)}>{t('meetings.move_take_back')}</TextAction>
        </span>
      )}
    </>
  );
}

interface MoveDialogProps {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  /** What is asked of the organiser first. */
  readonly wants?: 'move' | 'cancel';
  readonly onClose: () => void;
}

/** The times to which a meeting could go, each proposed with one press, and the way to ask the organiser for anything else. */
export function MoveDialog({ agenda, entry, wants = 'move', onClose }: MoveDialogProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const place = usePlaceWord();
  const name = useName();
  const doing = useDoing();
  const zone = agenda.edition.timeZone;
  const words = { name: name(entry.with.name) };
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id, meetingId: entry.meetingId };
  const { data, error } = useQuery({ ...meetingsQueries.listMoveTimes.queryOptions({ input: on }), retry: false });
  const told = data?.reached === true ? 'meetings.move_proposed' : 'meetings.move_proposed_organiser';
  const propose = (slotId: string) =>
    doing.mutate({ run: () => meetingsApi.proposeMove({ ...on, slotId }), said: t(told, words) }, { onSuccess: onClose });
  const exchange = (withMeetingId: string) =>
    doing.mutate(
      { run: () => meetingsApi.proposeExchange({ ...on, withMeetingId }), said: t('meetings.exchange_proposed') },
      { onSuccess: onClose },
    );
  const times = data?.times ?? [];
  return (
    <Dialog
      open
      title={t('meetings.move_title')}
      onClose={onClose}
      actions={
        <Button kind="text" onPress={onClose}>
          {t('design.cancel')}
        </Button>
      }
    >
      <p>
        <Named name={entry.with.name} />
        {writing[language].comma}
        {formats.dateTime(entry.startsAt, zone, 'short')}
      </p>
      {data === undefined && error === null && <WhileRead what={t('meetings.move_title')} />}
      {error !== null && <p className="muted">{troubleOf(error).message}</p>}
      {data !== undefined && times.length > 0 && (
        <>
          <Note>{t(data.reached ? 'meetings.move_explained' : 'meetings.move_explained_organiser', words)}</Note>
          <ul className="rows ends">
            {times.map((time) => (
              <li key={time.slot.id}>
                <div className="what">
                  {formats.date(time.slot.startsAt, zone, 'short')} {formats.span(time.slot.startsAt, time.slot.endsAt, zone)}
                  <small>
                    {place(time.place.code)}
                    {time.interpreter !== null && <> · {t('meetings.interpreter_is', { name: time.interpreter })}</>}
                  </small>
                </div>
                <span>
                  <Button
                    busy={doing.isPending}
                    onPress={() => propose(time.slot.id)}
                    aria-label={`${t('meetings.move_propose')} ${formats.dateTime(time.slot.startsAt, zone, 'short')}`}
                  >
                    {t('meetings.move_propose')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {data !== undefined && data.exchanges.length > 0 && (
        <section>
          <h3>{t('meetings.exchange_own')}</h3>
          <Note>{t('meetings.exchange_own_note')}</Note>
          <ul className="rows ends">
            {data.exchanges.map((other) => (
              <li key={other.meetingId}>
                <div className="what">
                  <Named name={other.with.name} />
                  <small>
                    {formats.date(other.slot.startsAt, zone, 'short')} {formats.span(other.slot.startsAt, other.slot.endsAt, zone)}
                  </small>
                </div>
                <span>
                  <Button
                    busy={doing.isPending}
                    onPress={() => exchange(other.meetingId)}
                    aria-label={t('meetings.exchange_propose_with', { name: name(other.with.name) })}
                  >
                    {t('meetings.exchange_propose')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data !== undefined && (
        <AskOrganiser
          {...{ on, wants, onClose }}
          why={
            times.length > 0 || data.exchanges.length > 0
              ? null
              : t(data.movesUntilMinutes === null ? 'meetings.move_by_organiser' : 'meetings.move_no_times_text')
          }
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  readonly on: { readonly editionId: string; readonly participantId: string; readonly meetingId: string };
  readonly wants: 'move' | 'cancel';
  /** Why there is no time to propose; null where there are some. */
  readonly why: string | null;
  readonly onClose: () => void;
}

/** What only the organiser can do: find a time that is not free now, or cancel. */
function AskOrganiser({ on, wants: first, why, onClose }: AskProps) {
  const { t } = useText();
  const doing = useDoing();
  const [wants, setWants] = useState(first);
  const [note, setNote] = useState('');
  const ask = () =>
    doing.mutate(
      { run: () => meetingsApi.askOrganiser({ ...on, wants, note }), said: t('meetings.organiser_asked') },
      { onSuccess: onClose },
    );
  return (
    <section>
      <h3>{t('meetings.ask_organiser')}</h3>
      {why !== null && <p>{why}</p>}
      <ChoiceField
        name="wants"
        label={t('meetings.ask_wants')}
        value={wants}
        onChange={setWants}
        options={(['move', 'cancel'] as const).map((value) => ({ value, text: t(`meetings.ask_${value}`) }))}
      />
      <TextField name="note" label={t('meetings.note')} hint={t('meetings.ask_note_hint')} value={note} onChange={setNote} optional />
      <Button kind={why === null ? 'plain' : 'go'} busy={doing.isPending} onPress={ask}>
        {t('meetings.ask_send')}
      </Button>
    </section>
  );
}

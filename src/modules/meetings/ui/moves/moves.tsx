// Another time for a meeting, by agreement: proposals to answer or take back above the agenda, and the times that are free for both.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { troubleOf } from '#client/error.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { writing } from '#kernel/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note } from '#design/page.tsx';
import type { Agenda, AgendaEntry } from '../agenda/answers.ts';
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

/** Proposals that wait for an answer, ours or theirs. */
export function OpenMoves({ agenda }: { readonly agenda: Agenda }) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const doing = useDoing();
  const zone = agenda.edition.timeZone;
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id };
  const open = useMoves(agenda)?.entries.filter(({ state }) => state === 'open') ?? [];
  return open.map((move) => {
    const words = {
      name: name(move.with.name),
      from: formats.dateTime(move.from.startsAt, zone, 'short'),
      to: formats.dateTime(move.to.startsAt, zone, 'short'),
    };
    const answer = (said: 'accept' | 'decline') =>
      doing.mutate({
        run: () => meetingsApi.answerMove({ ...on, moveId: move.id, answer: said }),
        said: t(said === 'accept' ? 'meetings.move_accepted' : 'meetings.move_declined', words),
      });
    const takeBack = () =>
      doing.mutate({ run: () => meetingsApi.withdrawMove({ ...on, moveId: move.id }), said: t('meetings.move_taken_back') });
    return (
      <Notice
        key={move.id}
        kind={move.isOwn ? 'plain' : 'draft'}
        heading={t(move.isOwn ? 'meetings.move_ours' : 'meetings.move_theirs', words)}
        actions={
          move.isOwn ? (
            <Button busy={doing.isPending} onPress={takeBack}>
              {t('meetings.move_take_back')}
            </Button>
          ) : (
            <Buttons>
              <Button kind="go" busy={doing.isPending} onPress={() => answer('accept')}>
                {t('meetings.move_accept', words)}
              </Button>
              <Button busy={doing.isPending} onPress={() => answer('decline')}>
                {t('meetings.move_decline')}
              </Button>
            </Buttons>
          )
        }
      >
        {t('meetings.move_open_until', { time: formats.dateTime(move.lapsesAt, zone, 'short') })}
      </Notice>
    );
  });
}

/** The times to which a meeting could go; one press proposes. */
export function MoveDialog({
  agenda,
  entry,
  onClose,
}: {
  readonly agenda: Agenda;
  readonly entry: AgendaEntry;
  readonly onClose: () => void;
}) {
  const { t, language } = useText();
  const formats = useFormats();
  const place = usePlaceWord();
  const name = useName();
  const doing = useDoing();
  const zone = agenda.edition.timeZone;
  const on = { editionId: agenda.edition.id, participantId: agenda.participant.id, meetingId: entry.meetingId };
  const { data, error } = useQuery({ ...meetingsQueries.listMoveTimes.queryOptions({ input: on }), retry: false });
  const propose = (slotId: string) =>
    doing.mutate(
      { run: () => meetingsApi.proposeMove({ ...on, slotId }), said: t('meetings.move_proposed', { name: name(entry.with.name) }) },
      { onSuccess: onClose },
    );
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
      {data === undefined && error === null && <Skeleton lines={4} />}
      {error !== null && <p className="muted">{troubleOf(error).message}</p>}
      {data?.times.length === 0 && <Empty heading={t('meetings.move_no_times')}>{t('meetings.move_no_times_text')}</Empty>}
      {data !== undefined && data.times.length > 0 && (
        <>
          <Note>{t('meetings.move_explained')}</Note>
          <ul className="rows ends">
            {data.times.map((time) => (
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
    </Dialog>
  );
}

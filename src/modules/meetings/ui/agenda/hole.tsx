// Who could fill a free slot: with the reason, the place, and a button where they may be taken at once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Confirm, Dialog } from '#design/notices/dialog.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { meetingsQueries } from '../client.ts';
import type { Agenda, Candidate } from './answers.ts';
import { placeWords } from './next.tsx';
import { WhileRead } from './while-read.tsx';
import { Named, useName, useSay } from '../edition/names.tsx';
import { useToldTrouble } from '../edition/trouble.ts';

interface HoleProps {
  readonly editionId: string;
  /** The venue's zone. */
  readonly zone: string;
  readonly participantId: string;
  readonly slotId: string;
  readonly onTaken?: () => void;
}

export function HoleDialog({
  agenda,
  slotId,
  onClose,
}: {
  readonly agenda: Agenda;
  readonly slotId: string;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const formats = useFormats();
  const hole = agenda.holes.find((one) => one.slotId === slotId);
  const zone = agenda.edition.timeZone;
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={hole === undefined ? t('meetings.hole') : t('meetings.hole_at', { span: formats.span(hole.startsAt, hole.endsAt, zone) })}
    >
      <Candidates editionId={agenda.edition.id} zone={zone} participantId={agenda.participant.id} slotId={slotId} onTaken={onClose} />
    </Dialog>
  );
}

/** The candidates of a hole as a table; taking one publishes a change for both sides at once. */
export function Candidates({ editionId, zone, participantId, slotId, onTaken }: HoleProps) {
  const { t } = useText();
  const say = useSay();
  const { data } = useQuery({
    ...meetingsQueries.listCandidates.queryOptions({ input: { editionId, participantId, slotId } }),
    throwOnError: true,
  });
  const [asked, setAsked] = useState<Candidate | null>(null);
  const take = useTake({ editionId, participantId, slotId, ...(onTaken === undefined ? {} : { onTaken }) });
  if (data === undefined) return <WhileRead what={t('meetings.candidates')} />;
  if (data.candidates.length === 0) return <Empty heading={t('meetings.nobody_free')}>{t('meetings.nobody_free_text')}</Empty>;
  return (
    <>
      {asked !== null && (
        <AskTake
          candidate={asked}
          slot={data.slot}
          zone={zone}
          busy={take.busy !== null}
          onClose={() => setAsked(null)}
          onTake={() => take.run(asked, () => setAsked(null))}
        />
      )}
      <DataTable<Candidate>
        caption={t('meetings.candidates')}
        rows={data.candidates}
        rowKey={({ participant }) => participant.id}
        columns={[
          {
            key: 'who',
            head: t('meetings.participant'),
            naming: true,
            cell: ({ participant }) => (
              <>
                <Named name={participant.name} /> <span className="note">{participant.code}</span>
              </>
            ),
          },
          {
            key: 'why',
            head: t('meetings.why'),
            cell: ({ why, hindrance }) => (hindrance === null ? say(why) : `${say(why)} ${say(hindrance)}`),
          },
          { key: 'where', head: t('meetings.where'), cell: ({ place }) => (place === null ? '–' : placeWords(t, { place })) },
          {
            key: 'act',
            head: t('meetings.take'),
            silent: true,
            end: true,
            cell: (candidate) => (candidate.canTake ? <Button onPress={() => setAsked(candidate)}>{t('meetings.take')}</Button> : null),
          },
        ]}
      />
    </>
  );
}

interface AskTakeProps {
  readonly candidate: Candidate;
  readonly slot: { readonly startsAt: string; readonly endsAt: string };
  readonly zone: string;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onTake: () => void;
}

/** Asks before a meeting is agreed: the other side is told at once, and only the organiser can cancel it. */
function AskTake({ candidate, slot, zone, busy, onClose, onTake }: AskTakeProps) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const { participant, place } = candidate;
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('meetings.take_question', { name: name(participant.name) })}
      confirmText={t('meetings.take_and_tell')}
      busy={busy}
      onConfirm={onTake}
    >
      <p>
        <b>{formats.span(slot.startsAt, slot.endsAt, zone)}</b>
        {place !== null && <> · {placeWords(t, { place })}</>}
      </p>
      <p>{t('meetings.take_text')}</p>
    </Confirm>
  );
}

function useTake({ editionId, participantId, slotId, onTaken }: Omit<HoleProps, 'zone'>) {
  const { t } = useText();
  const name = useName();
  const toast = useToast();
  const told = useToldTrouble();
  const queryClient = useQueryClient();
  const accept = useMutation(meetingsQueries.acceptCandidate.mutationOptions());
  const run = (candidate: Candidate, onSettled: () => void) =>
    accept.mutate(
      { editionId, participantId, slotId, withId: candidate.participant.id },
      {
        onSuccess: () => {
          toast({ text: t('meetings.taken', { name: name(candidate.participant.name) }) });
          onTaken?.();
        },
        onError: told,
        onSettled: () => {
          onSettled();
          void queryClient.invalidateQueries({ queryKey: meetingsQueries.key() });
        },
      },
    );
  return { run, busy: accept.isPending ? accept.variables.withId : null };
}

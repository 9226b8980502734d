// One meeting of a draft: who, where, why, and what speaks against it.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import { AboutParty } from '../edition/about-party.tsx';
import { AgendaLink } from '../edition/links.tsx';
import type { GridCell, PlannedMeeting } from '../edition/answers.ts';
import { Named, pairOf, useSay } from '../edition/names.tsx';
import type { PlanOf } from './changes.ts';

interface MeetingDetailsProps {
  readonly on: PlanOf;
  readonly slug: string;
  /** Where it is, in words. */
  readonly where: string;
  readonly cell: GridCell;
  readonly editable: boolean;
  readonly onClose: () => void;
  readonly onMove: (cell: GridCell) => void;
  readonly onExchange: (cell: GridCell) => void;
  readonly onPin: (cell: GridCell) => void;
}

export function MeetingDetails({ on, slug, where, cell, editable, onClose, onMove, onExchange, onPin }: MeetingDetailsProps) {
  const { t } = useText();
  const { data } = useQuery({
    ...meetingsQueries.getPlannedMeeting.queryOptions({ input: { ...on, meetingId: cell.meetingId } }),
    throwOnError: true,
  });
  const actions = (
    <>
      {editable && <Button onPress={() => onMove(cell)}>{t('meetings.move')}</Button>}
      {editable && <Button onPress={() => onExchange(cell)}>{t('meetings.exchange_short')}</Button>}
      {editable && <Button onPress={() => onPin(cell)}>{t(cell.pinned ? 'meetings.unpin' : 'meetings.pin')}</Button>}
      <Button kind="text" onPress={onClose}>
        {t('design.close')}
      </Button>
    </>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={data === undefined ? t('meetings.meeting') : t('meetings.meeting_pair', { pair: pairOf(data.meeting) })}
      actions={actions}
    >
      {data === undefined ? (
        <Skeleton lines={5} />
      ) : (
        <MeetingFacts editionId={on.editionId} planned={data} slug={slug} where={where} cell={cell} />
      )}
    </Dialog>
  );
}

interface MeetingFactsProps extends Pick<MeetingDetailsProps, 'slug' | 'where' | 'cell'> {
  readonly editionId: string;
  readonly planned: PlannedMeeting;
}

function MeetingFacts({ editionId, planned, slug, where, cell }: MeetingFactsProps) {
  const { t } = useText();
  const say = useSay();
  const { meeting } = planned;
  const side = (party: typeof meeting.a, wish: typeof meeting.wishOfA) => (
    <>
      <AgendaLink slug={slug} code={party.code}>
        {party.code} <Named name={party.name} />
      </AgendaLink>{' '}
      <span className="muted">{wish === null ? t('meetings.did_not_ask') : t(`meetings.asked_${wish}`)}</span>
      <AboutParty editionId={editionId} party={party} />
    </>
  );
  return (
    <>
      <Facts
        entries={[
          { term: t(`meetings.role_${meeting.a.role}`), value: side(meeting.a, meeting.wishOfA) },
          { term: t(`meetings.role_${meeting.b.role}`), value: side(meeting.b, meeting.wishOfB) },
          { term: t('meetings.time_and_place'), value: where },
          { term: t('meetings.language'), value: say(planned.language) },
          { term: t('meetings.pinned'), value: t(cell.pinned ? 'meetings.yes' : 'meetings.no') },
        ]}
      />
      {planned.reasons.length > 0 && (
        <ul className="after">
          {planned.reasons.map((reason, at) => (
            <li key={at} className={reason.severity === 'hard' ? 'attention' : undefined}>
              {say(reason)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

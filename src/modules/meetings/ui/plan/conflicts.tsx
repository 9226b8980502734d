// What speaks against a draft, hard conflicts first, with one action each.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { More } from '#design/data-table.tsx';
import { Gap, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { Conflict, PlanFigures } from '../edition/answers.ts';
import { pairOf, usePlaceWord, useSay } from '../edition/names.tsx';
import type { Sought } from './taken.ts';
import type { PlanChanges, PlanOf, Target } from './changes.ts';

interface ConflictListProps {
  readonly on: PlanOf;
  readonly zone: string;
  readonly count: PlanFigures | null;
  /** Null where nothing may be changed. */
  readonly changes: PlanChanges | null;
  readonly onShow: (meeting: Sought) => void;
  readonly span: 5;
  /** Under the list. */
  readonly children: ReactNode;
}

const SHOWN = 6;

export function ConflictList({ on, zone, count, changes, onShow, span, children }: ConflictListProps) {
  const { t } = useText();
  const say = useSay();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { data } = useQuery({ ...meetingsQueries.listConflicts.queryOptions({ input: on }), throwOnError: true });
  const entries = data?.entries ?? [];
  const shown = all ? entries : entries.slice(0, SHOWN);
  // The list knows the clock and the facts of now; the figures are those of the search or the last change.
  const total = data !== undefined || count === null ? entries.length : count.hard + count.warnings;
  const isHard = data === undefined ? (count?.hard ?? 0) > 0 : entries.some(({ severity }) => severity === 'hard');
  return (
    <Section id="conflicts" title={t('meetings.decisions')} count={total} attention={isHard} span={span}>
      {data === undefined && <Skeleton lines={4} />}
      {data !== undefined && entries.length === 0 && <p className="muted">{t('meetings.conflicts_none')}</p>}
      <Rows
        entries={shown.map((conflict, at) => ({
          key: `${conflict.reason.code} ${at}`,
          when: conflict.startsAt === null ? t('meetings.whole_day') : formats.time(conflict.startsAt, zone),
          late: conflict.severity === 'hard',
          what: <b>{say(conflict.reason)}</b>,
          detail: <ConflictDetail conflict={conflict} zone={zone} changes={changes} onShow={onShow} />,
        }))}
      />
      {entries.length > shown.length && <More rest={entries.length - shown.length} onMore={() => setAll(true)} />}
      {children}
    </Section>
  );
}

interface ConflictDetailProps extends Pick<ConflictListProps, 'zone' | 'changes' | 'onShow'> {
  readonly conflict: Conflict;
}

/** Where its meetings are, and what to do. */
function ConflictDetail({ conflict, zone, changes, onShow }: ConflictDetailProps) {
  const { t } = useText();
  const formats = useFormats();
  const where = conflict.meetings.map(({ meeting, startsAt, place }) =>
    t(place.kind === 'table' ? 'meetings.pair_at_table' : 'meetings.pair_at_stand', {
      pair: pairOf(meeting),
      time: formats.time(startsAt, zone),
      place: place.code,
    }),
  );
  const more = where.length - 2;
  return (
    <>
      {where.length > 0 && (
        <>
          {t('meetings.full_sentence', {
            words: formats.list([...where.slice(0, 2), ...(more > 0 ? [t('meetings.and_more', { count: more })] : [])]),
          })}
          <Gap />
        </>
      )}
      {conflict.severity === 'warning' && (
        <>
          {t('meetings.warning_only')}
          <Gap />
        </>
      )}
      <ConflictAction conflict={conflict} zone={zone} changes={changes} onShow={onShow} />
    </>
  );
}

function ConflictAction({ conflict, zone, changes, onShow }: ConflictDetailProps) {
  const { t } = useText();
  const formats = useFormats();
  const placeWord = usePlaceWord();
  const { suggestion, meetings } = conflict;
  const moved = meetings.find(({ meeting }) => meeting.id === suggestion?.meetingId);
  if (changes !== null && suggestion !== null && moved !== undefined) {
    const pair = pairOf(moved.meeting);
    const to = { pair, time: formats.time(suggestion.startsAt, zone), place: placeWord(suggestion.placeCode) };
    return (
      <TextAction onPress={() => changes.move(suggestion.meetingId, targetOf(suggestion), pair)}>
        {t('meetings.move_pair_to', to)}
      </TextAction>
    );
  }
  const pinned = meetings.find((one) => one.pinned);
  if (changes !== null && conflict.severity === 'hard' && pinned !== undefined) {
    const pair = pairOf(pinned.meeting);
    return <TextAction onPress={() => changes.unpin(pinned.meeting.id, pair)}>{t('meetings.unpin_pair', { pair })}</TextAction>;
  }
  const first = meetings[0];
  if (first === undefined) return null;
  const sought = { meetingId: first.meeting.id, startsAt: first.startsAt };
  return <TextAction onPress={() => onShow(sought)}>{t('meetings.show_in_grid')}</TextAction>;
}

const targetOf = ({ slotId, placeId }: NonNullable<Conflict['suggestion']>): Target => ({ slotId, placeId });

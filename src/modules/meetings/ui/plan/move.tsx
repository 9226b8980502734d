// Moving a meeting: every time with the place that would do, and what each would cause, before anything is changed.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { meetingsQueries } from '../client.ts';
import type { PlannedMeeting } from '../edition/answers.ts';
import { pairOf, useSay, useWho } from '../edition/names.tsx';
import { OWN } from './board-lines.ts';
import type { PlanOf } from './changes.ts';
import type { Taken } from './taken.ts';
import { optionsByEffect, type Effect, type MoveOption } from './options.ts';

export interface ChosenTarget {
  readonly slotId: string;
  readonly placeId: string;
  /** Where the grid shows it. */
  readonly table: string;
}

interface MoveMeetingProps {
  readonly on: PlanOf;
  readonly zone: string;
  readonly taken: Taken;
  readonly onClose: () => void;
  readonly onMove: (target: ChosenTarget, pair: string) => void;
}

const headOf = { could: 'meetings.options_could', 'could-warn': 'meetings.options_warn', 'could-clash': 'meetings.options_clash' } as const;

export function MoveMeeting({ on, zone, taken, onClose, onMove }: MoveMeetingProps) {
  const { t } = useText();
  const { data } = useQuery({
    ...meetingsQueries.getPlannedMeeting.queryOptions({ input: { ...on, meetingId: taken.meetingId } }),
    staleTime: 0,
    throwOnError: true,
  });
  const pair = data === undefined ? '' : pairOf(data.meeting);
  const whoOf = useWho();
  const titleOf = ({ placement, meeting }: PlannedMeeting): string =>
    t(placement === null ? 'meetings.place_who' : 'meetings.move_who', { who: whoOf(meeting) });
  return (
    <Dialog open wide onClose={onClose} title={data === undefined ? t('meetings.move') : titleOf(data)}>
      {data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Options planned={data} taken={taken} zone={zone} onChoose={(target) => onMove(target, pair)} />
      )}
    </Dialog>
  );
}

interface OptionsProps {
  readonly planned: PlannedMeeting;
  readonly taken: Taken;
  readonly zone: string;
  readonly onChoose: (target: ChosenTarget) => void;
}

function Options({ planned, taken: { where, refused }, zone, onChoose }: OptionsProps) {
  const { t } = useText();
  const groups = optionsByEffect(planned);
  const isPinned = planned.placement?.pinned === true;
  const mayPress = groups[0]?.[0] !== 'could-clash' && !isPinned;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After the dialog has put the focus where it does by itself. One more press must not do what causes a conflict, nor move what somebody has pinned.
    const frame = requestAnimationFrame(() => (mayPress ? box.current?.querySelector('button') : box.current)?.focus());
    return () => cancelAnimationFrame(frame);
  }, [mayPress]);
  return (
    <div ref={box} tabIndex={-1}>
      {refused !== undefined && (
        <Notice kind="refused" live heading={refused.message}>
          {refused.problems.map(({ message }) => message).join(' ')}
        </Notice>
      )}
      {where !== null && <p className="note">{t('meetings.now_there', { where })}</p>}
      {isPinned && <Notice kind="plain">{t('meetings.move_pinned')}</Notice>}
      {groups.length === 0 && <p>{t('meetings.options_none')}</p>}
      {groups.map(([effect, options]) => (
        <OptionGroup key={effect} {...{ effect, options, zone, onChoose }} />
      ))}
    </div>
  );
}

interface OptionGroupProps extends Pick<OptionsProps, 'zone' | 'onChoose'> {
  readonly effect: Effect;
  readonly options: readonly MoveOption[];
}

function OptionGroup({ effect, options, zone, onChoose }: OptionGroupProps) {
  const { t } = useText();
  const say = useSay();
  const formats = useFormats();
  const several = new Set(options.map(({ slot }) => formats.date(slot.startsAt, zone, 'short'))).size > 1;
  const timeOf = ({ slot }: MoveOption) =>
    `${several ? `${formats.date(slot.startsAt, zone, 'short')} ` : ''}${formats.span(slot.startsAt, slot.endsAt, zone)}`;
  const columns: readonly Column<MoveOption>[] = [
    { key: 'time', head: t('meetings.time'), naming: true, nowrap: true, cell: timeOf },
    { key: 'place', head: t('meetings.place'), nowrap: true, cell: ({ place }) => <PlaceWord place={place} /> },
    {
      key: 'why',
      head: t('meetings.would_cause'),
      cell: ({ reasons }) => [...new Set(reasons.map(say))].join(' ') || t('meetings.causes_nothing'),
    },
    {
      key: 'act',
      head: t('meetings.actions'),
      silent: true,
      end: true,
      nowrap: true,
      cell: (option) => {
        const { slot, place } = option;
        if (place === null) return null;
        const target = { slotId: slot.id, placeId: place.id, table: place.kind === 'stand' ? OWN : place.id };
        return (
          <Button
            aria-label={t('meetings.action_on', { action: t('meetings.put_here'), pair: `${timeOf(option)}, ${place.code}` })}
            onPress={() => onChoose(target)}
          >
            {t('meetings.put_here')}
          </Button>
        );
      },
    },
  ];
  return (
    <section className="after">
      <h3>
        {t(headOf[effect])} <span className="count">{options.length}</span>
      </h3>
      <DataTable
        caption={t(headOf[effect])}
        columns={columns}
        rows={options}
        rowKey={({ slot, place }) => `${slot.id} ${place?.id ?? ''}`}
      />
    </section>
  );
}

function PlaceWord({ place }: { readonly place: MoveOption['place'] }) {
  const { t } = useText();
  if (place === null) return <span className="muted">{t('meetings.no_place_free')}</span>;
  return place.kind === 'table' ? t('meetings.table_code', { code: place.code }) : t('meetings.stand_code', { code: place.code });
}

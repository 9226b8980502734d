// What has no place: why, what would help, and the way to place it all the same.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Buttons, TextAction } from '#design/button.tsx';
import { DataTable, More, type Column } from '#design/data-table.tsx';
import { Note, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Edition, Unplaced } from '../edition/answers.ts';
import { Party, pairOf, useSay } from '../edition/names.tsx';
import type { PlanChanges, PlanOf } from './changes.ts';
import type { Taken } from './taken.ts';
import { useGroups, useUnplaced } from './queries.ts';
import { UnplacedGroups } from './unplaced-groups.tsx';

interface UnplacedListProps {
  readonly on: PlanOf;
  readonly edition: Pick<Edition, 'slug' | 'timeZone'>;
  readonly count: number;
  readonly changes: PlanChanges | null;
  /** Of a draft that was released, for its organiser: what fits is added to the schedule. */
  readonly toSchedule: boolean;
  readonly onTake: (taken: Taken) => void;
}

/** That nothing stands in the way. */
const FITS = 'meetings.blocked_free';

/** Alternatives told of each meeting, the cheapest first. */
const SHOWN = 3;

export function UnplacedList({ on, edition: { slug, timeZone }, count: all, changes, toSchedule, onTake }: UnplacedListProps) {
  const { t } = useText();
  const formats = useFormats();
  const groups = useGroups(on) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const group = groups.find(({ key }) => key === chosen);
  const { list, rows, workedOut } = useUnplaced(group === undefined ? on : { ...on, group: group.key });
  const count = group?.meetings ?? all;
  // Requests since the search count as well, and only the list knows them.
  const total = rows === undefined || list.hasNextPage ? Math.max(count, rows?.length ?? 0) : rows.length;
  const since = total - count;
  return (
    <Section id="unplaced" title={t('meetings.unplaced')} count={total} aside={total > 0 ? t('meetings.unplaced_note') : undefined}>
      {rows === undefined && <Skeleton lines={4} />}
      <UnplacedGroups {...{ on, slug, groups, toSchedule }} chosen={group?.key ?? null} tries={changes !== null} onChoose={setChosen} />
      {group === undefined && since > 0 && <Note>{t('meetings.unplaced_since', { count: since })}</Note>}
      {rows?.length === 0 && <p className="muted">{t('meetings.unplaced_none')}</p>}
      {rows !== undefined && rows.length > 0 && <UnplacedTable rows={rows} changes={changes} onTake={onTake} />}
      {workedOut !== null && <Note>{t('meetings.unplaced_as_of', { at: formats.dateTime(workedOut, timeZone) })}</Note>}
      {list.hasNextPage && (
        <More
          {...(total > (rows?.length ?? 0) && { rest: total - (rows?.length ?? 0) })}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </Section>
  );
}

interface UnplacedTableProps extends Pick<UnplacedListProps, 'changes' | 'onTake'> {
  readonly rows: readonly Unplaced[];
}

export function UnplacedTable({ rows, changes, onTake }: UnplacedTableProps) {
  const { t } = useText();
  const say = useSay();
  const columns: readonly Column<Unplaced>[] = [
    {
      key: 'meeting',
      head: t('meetings.meeting'),
      naming: true,
      cell: ({ meeting }) => (
        <>
          <Party of={meeting.a} />
          <br />
          <Party of={meeting.b} />
        </>
      ),
    },
    {
      key: 'wish',
      head: t('meetings.wish'),
      nowrap: true,
      cell: ({ meeting }) => (
        <span className={meeting.wish === 'must' ? 'attention' : undefined}>{t(`meetings.wish_${meeting.wish}`)}</span>
      ),
    },
    { key: 'why', head: t('meetings.why_unplaced'), cell: ({ reasons }) => <Sentences lines={reasons.map(say)} /> },
    {
      key: 'help',
      head: t('meetings.would_help'),
      cell: ({ helps, reasons }) =>
        helps.length === 0 ? (
          reasons.every(({ code }) => code !== FITS) && <span className="muted">{t('meetings.nothing_helps')}</span>
        ) : (
          <Sentences lines={helps.slice(0, SHOWN).map((together) => together.map(say).join(t('meetings.and_also')))} />
        ),
    },
    {
      key: 'act',
      head: t('meetings.actions'),
      silent: true,
      cell: ({ meeting, reasons }) =>
        changes !== null && <PlaceActions {...{ meeting, changes, onTake }} fits={reasons.some(({ code }) => code === FITS)} />,
    },
  ];
  return <DataTable caption={t('meetings.unplaced')} columns={columns} rows={rows} rowKey={({ meeting }) => meeting.id} />;
}

export function Sentences({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}

interface PlaceActionsProps {
  readonly meeting: Unplaced['meeting'];
  /** There is a place in which it would do no harm: one press is enough. Else what each time would cause is seen first. */
  readonly fits: boolean;
  readonly changes: PlanChanges;
  readonly onTake: (taken: Taken) => void;
}

function PlaceActions({ meeting, fits, changes, onTake }: PlaceActionsProps) {
  const { t } = useText();
  const pair = pairOf(meeting);
  const inHand = { meetingId: meeting.id, where: null };
  return (
    <Buttons>
      {fits && (
        <TextAction
          aria-label={t('meetings.action_on', { action: t('meetings.place_it'), pair })}
          onPress={() => changes.place(meeting.id, pair, (refused) => onTake({ ...inHand, refused }))}
        >
          {t('meetings.place_it')}
        </TextAction>
      )}
      <TextAction aria-label={t('meetings.action_on', { action: t('meetings.choose_place'), pair })} onPress={() => onTake(inHand)}>
        {t('meetings.choose_place')}
      </TextAction>
    </Buttons>
  );
}

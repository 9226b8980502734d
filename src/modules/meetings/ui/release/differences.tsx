// What differs between two plans or two versions of the schedule, meeting by meeting.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { More, type Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import type { Difference, Edition } from '../edition/answers.ts';
import { Party, usePlaceWord } from '../edition/names.tsx';

interface DifferencesProps {
  readonly caption: string;
  readonly edition: Edition;
  readonly differences: readonly Difference[];
  /** How many there are, where an answer carries the first of them only. */
  readonly of?: number;
  /** Head of what it becomes; "Now" unless it is still to come. */
  readonly afterHead?: string;
}

const SHOWN = 10;

export function Differences({ caption, edition, differences, of = differences.length, afterHead }: DifferencesProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  if (differences.length === 0) return <p className="muted">{t('meetings.differences_none')}</p>;
  const rows = all ? differences : differences.slice(0, SHOWN);
  const columns: readonly Column<Difference>[] = [
    {
      key: 'meeting',
      head: t('meetings.meeting'),
      naming: true,
      cell: ({ meeting }) => (
        <>
          <Party of={meeting.a} /> <span className="muted">·</span> <Party of={meeting.b} />
        </>
      ),
    },
    { key: 'kind', head: t('meetings.difference'), nowrap: true, cell: ({ kind }) => t(`meetings.difference_${kind}`) },
    { key: 'before', head: t('meetings.before'), cell: ({ before }) => <Where at={before} edition={edition} /> },
    { key: 'after', head: afterHead ?? t('meetings.after'), cell: ({ after }) => <Where at={after} edition={edition} /> },
  ];
  return (
    <>
      <LongDataTable caption={caption} columns={columns} rows={rows} rowKey={({ meeting, kind }) => `${meeting.id} ${kind}`} />
      {rows.length < differences.length && <More rest={differences.length - rows.length} onMore={() => setAll(true)} />}
      {rows.length === differences.length && of > rows.length && (
        <p className="muted">{t('meetings.and_more', { count: of - rows.length })}</p>
      )}
    </>
  );
}

export function Where({ at, edition }: { readonly at: Difference['before']; readonly edition: Edition }) {
  const where = useWhere(edition);
  return at === null ? <span className="muted">{where(at)}</span> : where(at);
}

/** Says when, where and with whose help a meeting is held. */
export function useWhere(edition: Edition): (at: Difference['before']) => string {
  const { t } = useText();
  const formats = useFormats();
  const placeWord = usePlaceWord();
  const oneDay = edition.firstDay === edition.lastDay;
  return (at) => {
    if (at === null) return t('meetings.nowhere');
    const time = oneDay ? formats.time(at.startsAt, edition.timeZone) : formats.dateTime(at.startsAt, edition.timeZone, 'short');
    const where = { time, place: placeWord(at.placeCode) };
    return at.interpreter === null
      ? t('meetings.time_place', where)
      : t('meetings.time_place_interpreter', { ...where, interpreter: at.interpreter });
  };
}

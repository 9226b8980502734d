// What differs between two plans or two versions of the schedule, meeting by meeting.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Ledger, More, type Column } from '#design/ledger.tsx';
import type { Difference } from './event-answers.ts';
import { Party } from './event-names.tsx';

interface DifferencesProps {
  readonly caption: string;
  readonly zone: string;
  readonly differences: readonly Difference[];
}

const SHOWN = 10;

export function Differences({ caption, zone, differences }: DifferencesProps) {
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
    { key: 'before', head: t('meetings.before'), cell: ({ before }) => <Where at={before} zone={zone} /> },
    { key: 'after', head: t('meetings.after'), cell: ({ after }) => <Where at={after} zone={zone} /> },
  ];
  return (
    <>
      <Ledger caption={caption} columns={columns} rows={rows} rowKey={({ meeting, kind }) => `${meeting.id} ${kind}`} />
      {rows.length < differences.length && <More rest={differences.length - rows.length} onMore={() => setAll(true)} />}
    </>
  );
}

function Where({ at, zone }: { readonly at: Difference['before']; readonly zone: string }) {
  const { t } = useText();
  const formats = useFormats();
  if (at === null) return <span className="muted">{t('meetings.nowhere')}</span>;
  const where = { time: formats.dateTime(at.startsAt, zone, 'short'), place: at.placeCode };
  return at.interpreter === null
    ? t('meetings.time_place', where)
    : t('meetings.time_place_interpreter', { ...where, interpreter: at.interpreter });
}

// Participants' days on a phone: each a record that opens into its times.
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { More } from '#design/data-table.tsx';
import { Rows } from '#design/rows.tsx';
import type { GridCell } from '../edition/answers.ts';
import type { PersonLine } from './lines.ts';

interface PeopleListProps {
  readonly lines: readonly PersonLine[];
  readonly timeOf: (slot: number) => string;
  readonly nameOf: (line: PersonLine) => string;
  readonly whom: (line: PersonLine, cell: GridCell) => string;
  readonly placeOf: (cell: GridCell) => string;
  readonly onOpen: (cell: GridCell) => void;
  readonly onDay: (line: PersonLine) => void;
}

const PAGE = 40;

export function PeopleList({ lines, ...rest }: PeopleListProps) {
  const { t } = useText();
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <div className="daylist" role="group" aria-label={t('meetings.people_caption')}>
        {lines.slice(0, shown).map((line) => (
          <Person key={line.at} line={line} {...rest} />
        ))}
      </div>
      {lines.length > shown && <More rest={lines.length - shown} onMore={() => setShown(shown + PAGE)} />}
    </>
  );
}

function Person({ line, ...rest }: Omit<PeopleListProps, 'lines'> & { readonly line: PersonLine }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const { participant, meetings, gaps, trouble } = line;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>
          <b>{participant.code}</b> {rest.nameOf(line)}
        </span>
        <span>
          {gaps > 0 && <span className={trouble === null ? undefined : 'attention'}>{t('meetings.people_waits', { count: gaps })} </span>}
          <span className="count">{t('meetings.meetings_count', { count: meetings })}</span>
        </span>
      </summary>
      {open && (
        <>
          <PersonDay line={line} {...rest} />
          <p>
            <button type="button" className="linkish" onClick={() => rest.onDay(line)}>
              {t('meetings.people_more')}
            </button>
          </p>
        </>
      )}
    </details>
  );
}

interface PersonDayProps extends Pick<PeopleListProps, 'timeOf' | 'whom' | 'placeOf' | 'onOpen'> {
  readonly line: PersonLine;
}

/** The slots that say something, in order of time. */
export function PersonDay({ line, timeOf, whom, placeOf, onOpen }: PersonDayProps) {
  const { t } = useText();
  const entries = line.slots.flatMap((slot, at) => {
    if (slot.kind === 'free') return [];
    if (slot.kind !== 'meets')
      return [{ key: String(at), when: timeOf(at), what: <span className="muted">{t(`meetings.people_is_${slot.kind}`)}</span> }];
    return slot.meetings.map((cell) => ({
      key: cell.meetingId,
      when: timeOf(at),
      late: cell.state === 'hard',
      what: (
        <button type="button" className="linkish" onClick={() => onOpen(cell)}>
          {whom(line, cell)}
        </button>
      ),
      detail: [placeOf(cell), ...(cell.pinned ? [t('design.pinned')] : [])].join(' · '),
    }));
  });
  return entries.length === 0 ? <p className="muted">{t('design.nothing_that_day')}</p> : <Rows wide entries={entries} />;
}

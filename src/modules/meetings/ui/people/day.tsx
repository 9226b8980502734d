// One participant of a plan or of the schedule: the whole day and, in a draft, what has no place and why not.
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/notices/dialog.tsx';
import { More } from '#design/data-table.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Grid, GridCell } from '../edition/answers.ts';
import { AboutParty } from '../edition/about-party.tsx';
import { AgendaLink } from '../edition/links.tsx';
import { useName } from '../edition/names.tsx';
import { useBoard } from '../plan/board.tsx';
import type { PlanChanges, PlanOf } from '../plan/changes.ts';
import type { Taken } from '../plan/taken.ts';
import { useUnplaced } from '../plan/queries.ts';
import { UnplacedTable } from '../plan/unplaced.tsx';
import { placeOf, whomOf } from './board.tsx';
import type { PersonLine } from './lines.ts';
import { PersonDay } from './people-list.tsx';

interface ParticipantDayProps {
  readonly grid: Grid;
  readonly slug: string;
  readonly line: PersonLine;
  /** The draft, where it is one: what has no place in it is told too. */
  readonly draft?: { readonly on: PlanOf; readonly changes: PlanChanges | null; readonly onTake: (taken: Taken) => void };
  readonly onOpen: (cell: GridCell) => void;
  readonly onClose: () => void;
}

export function ParticipantDay({ grid, slug, line, draft, onOpen, onClose }: ParticipantDayProps) {
  const { t } = useText();
  const name = useName();
  const { words } = useBoard(grid);
  const { participant } = line;
  const { formats } = words;
  const timeOf = (at: number): string => {
    const start = grid.slots[at]?.startsAt ?? 0;
    const clock = formats.time(start, grid.edition.timeZone);
    return grid.days.length > 1 ? `${formats.date(start, grid.edition.timeZone, 'short')} ${clock}` : clock;
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`${participant.code} ${name(participant.name)}`}
      actions={
        <Button kind="text" onPress={onClose}>
          {t('design.close')}
        </Button>
      }
    >
      <p className="note">
        {t('meetings.meetings_count', { count: line.meetings })} · {t('meetings.figures_breaks', { count: line.gaps })} ·{' '}
        <AgendaLink slug={slug} code={participant.code}>
          {t('meetings.people_agenda')}
        </AgendaLink>
      </p>
      <p>
        <AboutParty editionId={grid.edition.id} party={participant} />
      </p>
      <PersonDay
        line={line}
        timeOf={timeOf}
        whom={(of, cell) => whomOf(words, of, cell)}
        placeOf={(cell) => placeOf(words, cell)}
        onOpen={onOpen}
      />
      {draft !== undefined && <LeftOut {...draft} participantId={participant.id} />}
    </Dialog>
  );
}

type LeftOutProps = NonNullable<ParticipantDayProps['draft']> & { readonly participantId: string };

/** Their wishes without a place: why not, and what would help. */
function LeftOut({ on, participantId, changes, onTake }: LeftOutProps) {
  const { t } = useText();
  const { list, rows } = useUnplaced({ ...on, participantId });
  return (
    <section className="after">
      <h3>
        {t('meetings.people_left_out')} {rows !== undefined && !list.hasNextPage && <span className="count">{rows.length}</span>}
      </h3>
      {rows === undefined && <Skeleton lines={3} />}
      {rows?.length === 0 && <p className="muted">{t('meetings.people_left_out_none')}</p>}
      {rows !== undefined && rows.length > 0 && <UnplacedTable rows={rows} changes={changes} onTake={onTake} />}
      {list.hasNextPage && <More busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />}
    </section>
  );
}

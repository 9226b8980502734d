// What a change of the day would do to the schedule in force, meeting by meeting.
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Gap, Rich } from '#design/page.tsx';
import type { Edition } from '../edition/answers.ts';
import { Party, useSay } from '../edition/names.tsx';
import { Sentences } from '../plan/unplaced.tsx';
import { Differences, Where } from '../release/differences.tsx';
import type { RepairPreview } from './lines.ts';

interface PreviewProps {
  readonly edition: Edition;
  readonly preview: RepairPreview;
}

const HELPS = 2;

export function PreviewWords({ preview }: Pick<PreviewProps, 'preview'>) {
  const { t } = useText();
  const { moved, fewestMoved, changes, cancelled, unheld, agendas } = preview;
  const added = changes.filter(({ kind }) => kind === 'added').length;
  return (
    <p className="lead" role="status">
      <Rich text={moved === 0 ? t('meetings.repair_moved_none') : t('meetings.repair_moved', { count: moved })} />
      <Gap />
      {moved > 0 && (fewestMoved === moved ? t('meetings.repair_proven') : t('meetings.repair_least', { count: fewestMoved }))}
      <Gap />
      {added > 0 && t('meetings.repair_new', { count: added })}
      <Gap />
      {cancelled.length > 0 && t('meetings.repair_cancelled', { count: cancelled.length })}
      <Gap />
      {unheld.length > 0 && <span className="attention">{t('meetings.repair_unheld', { count: unheld.length })}</span>}
      <Gap />
      {agendas === 0 && unheld.length === 0 && t('meetings.repair_nothing')}
    </p>
  );
}

export function PreviewLists({ edition, preview }: PreviewProps) {
  const { t } = useText();
  const { changes, cancelled, unheld, running } = preview;
  return (
    <>
      {running.length > 0 && (
        <Notice kind="refused" heading={t('meetings.repair_running', { count: running.length })}>
          {running.map(({ meeting }) => `${meeting.a.code} ${meeting.b.code}`).join(', ')}
        </Notice>
      )}
      {unheld.length > 0 && <Unheld edition={edition} entries={unheld} />}
      {cancelled.length > 0 && <Cancelled edition={edition} entries={cancelled} />}
      {changes.length > 0 && (
        <section className="after">
          <h3>
            {t('meetings.repair_moves')} <span className="count">{changes.length}</span>
          </h3>
          <Differences caption={t('meetings.repair_moves')} edition={edition} differences={changes} afterHead={t('meetings.repair_then')} />
        </section>
      )}
    </>
  );
}

type Parties = Pick<RepairPreview['cancelled'][number], 'meeting'>;

const Both = ({ meeting }: Parties) => (
  <>
    <Party of={meeting.a} /> <span className="muted">·</span> <Party of={meeting.b} />
  </>
);

function Cancelled({ edition, entries }: { readonly edition: Edition; readonly entries: RepairPreview['cancelled'] }) {
  const { t } = useText();
  const columns: readonly Column<RepairPreview['cancelled'][number]>[] = [
    { key: 'meeting', head: t('meetings.meeting'), naming: true, cell: ({ meeting }) => <Both meeting={meeting} /> },
    { key: 'was', head: t('meetings.repair_was'), cell: (one) => <Where at={{ ...one, interpreter: null }} edition={edition} /> },
  ];
  return (
    <section className="after">
      <h3>
        {t('meetings.repair_cancels')} <span className="count">{entries.length}</span>
      </h3>
      <DataTable caption={t('meetings.repair_cancels')} columns={columns} rows={entries} rowKey={({ meeting }) => meeting.id} />
    </section>
  );
}

type UnheldMeeting = RepairPreview['unheld'][number];

function Unheld({ edition, entries }: { readonly edition: Edition; readonly entries: RepairPreview['unheld'] }) {
  const { t } = useText();
  const say = useSay();
  const columns: readonly Column<UnheldMeeting>[] = [
    { key: 'meeting', head: t('meetings.meeting'), naming: true, cell: ({ meeting }) => <Both meeting={meeting} /> },
    {
      key: 'was',
      head: t('meetings.repair_was'),
      cell: ({ before }) => <Where at={before === null ? null : { ...before, interpreter: null }} edition={edition} />,
    },
    { key: 'why', head: t('meetings.repair_why'), cell: ({ reasons }) => <Sentences lines={reasons.map(say)} /> },
    {
      key: 'help',
      head: t('meetings.would_help'),
      cell: ({ helps }) =>
        helps.length === 0 ? (
          <span className="muted">{t('meetings.nothing_helps')}</span>
        ) : (
          <Sentences lines={helps.slice(0, HELPS).map((together) => together.map(say).join(t('meetings.and_also')))} />
        ),
    },
  ];
  return (
    <section className="after">
      <h3>
        {t('meetings.repair_unheld_title')} <span className="count attention">{entries.length}</span>
      </h3>
      <DataTable caption={t('meetings.repair_unheld_title')} columns={columns} rows={entries} rowKey={({ meeting }) => meeting.id} />
    </section>
  );
}

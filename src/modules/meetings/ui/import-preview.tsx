// What a file would do, before it is done: counts before and after, what happens to requests, what was not understood.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Confirm } from '#design/dialog.tsx';
import { Ledger, type Column } from '#design/ledger.tsx';
import { Notice } from '#design/notice.tsx';
import { Columns } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Progress } from '#design/waiting.tsx';
import { useEditionDays } from '#modules/expos/ui/edition-words.tsx';
import type { ImportPreview } from './event-answers.ts';

export type Confirmation = 'empty_only' | 'replace' | 'replace_although_released';

interface ImportPreviewedProps {
  readonly preview: ImportPreview;
  readonly reading: boolean;
  readonly onRead: (confirm: Confirmation) => void;
  readonly onCancel: () => void;
}

const confirmationFor = { empty: 'empty_only', filled: 'replace', released: 'replace_although_released' } as const;

export function ImportPreviewed({ preview, reading, onRead, onCancel }: ImportPreviewedProps) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  if (!preview.changes) return <NothingToRead onCancel={onCancel} />;
  const label = t('meetings.import_read', { participants: preview.after.participants, requests: preview.after.requests });
  const read = () => {
    setAsking(false);
    onRead(confirmationFor[preview.state]);
  };
  return (
    <div className="after">
      <h3>{t('meetings.import_would')}</h3>
      <PreviewCounts preview={preview} />
      <Replaced preview={preview} />
      {preview.ignored.length > 0 && <Ignored ignored={preview.ignored} />}
      {reading ? (
        <Progress sentence={t('meetings.import_reading')} onCancel={onCancel} cancelText={t('meetings.import_stop')} />
      ) : (
        <Buttons after>
          <Button kind="go" onPress={preview.state === 'empty' && preview.days === null ? read : () => setAsking(true)}>
            {label}
          </Button>
          <Button kind="text" onPress={onCancel}>
            {t('meetings.import_other')}
          </Button>
        </Buttons>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t(preview.state === 'empty' ? 'meetings.import_question_days' : 'meetings.import_question')}
        confirmText={label}
        onConfirm={read}
      >
        <DaysChange preview={preview} />
        {preview.state !== 'empty' && (
          <p>{t(preview.state === 'released' ? 'meetings.import_although_released' : 'meetings.import_replaces')}</p>
        )}
        <RequestFacts requests={preview.requests} />
      </Confirm>
    </div>
  );
}

/** On which days the edition is held from then on. */
function DaysChange({ preview: { days } }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const daysOf = useEditionDays();
  return days === null ? null : (
    <p>
      <b>{t('meetings.import_days', { days: daysOf(days) })}</b>
    </p>
  );
}

function NothingToRead({ onCancel }: Pick<ImportPreviewedProps, 'onCancel'>) {
  const { t } = useText();
  return (
    <Notice
      live
      heading={t('meetings.import_nothing')}
      actions={
        <Button kind="text" onPress={onCancel}>
          {t('meetings.import_other')}
        </Button>
      }
    />
  );
}

const kinds = ['participants', 'requests', 'meetings', 'slots', 'tables', 'stands', 'groups', 'interpreters'] as const;
type Kind = (typeof kinds)[number];

function PreviewCounts({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const { number } = useFormats();
  const { before, after } = preview;
  const columns: readonly Column<Kind>[] = [
    { key: 'kind', head: t('meetings.what'), naming: true, cell: (kind) => t(`meetings.count_${kind}`) },
    { key: 'before', head: t('meetings.before'), end: true, cell: (kind) => number(before[kind]) },
    { key: 'after', head: t('meetings.after_import'), end: true, cell: (kind) => number(after[kind]) },
  ];
  return (
    <Columns>
      <div className="c6">
        <Ledger
          caption={t('meetings.import_would')}
          columns={columns}
          rows={kinds.filter((kind) => before[kind] + after[kind] > 0)}
          rowKey={(kind) => kind}
          rowState={(kind) => (before[kind] === after[kind] ? 'quiet' : undefined)}
          keepColumns
        />
      </div>
      <div className="c6">
        <RequestFacts requests={preview.requests} />
      </div>
    </Columns>
  );
}

function RequestFacts({ requests }: { readonly requests: ImportPreview['requests'] }) {
  const { t } = useText();
  const { number } = useFormats();
  const changes = ['added', 'changed', 'withdrawn', 'kept'] as const;
  return (
    <Facts entries={changes.map((change) => ({ term: t(`meetings.requests_${change}`), value: number(requests[change]), end: true }))} />
  );
}

/** Which parts are replaced, and which stay because the file does not hold them. */
function Replaced({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useText();
  const { list } = useFormats();
  const held = list(preview.tables.map((table) => t(`meetings.table_${table}`)));
  return (
    <>
      <p className="after">{t('meetings.import_holds', { held })}</p>
      <DaysChange preview={preview} />
      {preview.state === 'released' && <Notice kind="refused" heading={t('meetings.import_although_released')} />}
      {preview.state === 'filled' && <Notice heading={t('meetings.import_replaces')} />}
    </>
  );
}

function Ignored({ ignored }: { readonly ignored: ImportPreview['ignored'] }) {
  const { t } = useText();
  return (
    <Notice kind="plain" heading={t('meetings.import_ignored')}>
      <ul>
        {ignored.map(({ sheet, column }) => (
          <li key={`${sheet} ${column ?? ''}`}>
            {column === null ? t('meetings.ignored_sheet', { sheet }) : t('meetings.ignored_column', { sheet, column })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

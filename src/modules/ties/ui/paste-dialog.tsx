// A range from a spreadsheet before it is kept: what each column is taken for, what each row would mean, and where it is from.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { TextareaField } from '#design/field.tsx';
import { ChoiceField } from '#design/choice.tsx';
import { Ledger } from '#design/ledger.tsx';
import { Notice } from '#design/notice.tsx';
import { Note } from '#design/page.tsx';
import { Progress } from '#design/waiting.tsx';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../contract/register.ts';
import { columnMeanings, type ColumnMeaning } from '../domain/paste-words.ts';
import { PastePreview } from './paste-preview.tsx';
import './grid.css';

interface PasteDialogProps {
  readonly desk: Desk;
  readonly text: string;
  readonly onClose: () => void;
}

/** The source of all rows, on record: nothing for our own records of today. */
async function settledSource(office: string, draft: SourceDraft): Promise<string | null> {
  const source = sourceOfDraft(draft);
  if (source === undefined) return null;
  if ('sourceId' in source) return source.sourceId ?? null;
  return (await api().evidence.enterSource({ office, ...source })).id;
}

/** Cities that the first reading has found in the gazetteer are not looked for again. */
const foundAnswers = (rows: readonly PastedRowShown[]) =>
  rows.flatMap(({ number, state, city }) => (state === 'understood' && city !== null ? [{ row: number, city }] : []));

export function PasteDialog({ desk, text: first, onClose }: PasteDialogProps) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [text, setText] = useState(first);
  const [columns, setColumns] = useState<readonly ColumnMeaning[]>([]);
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [source, setSource] = useState(ownSource);
  const [reading, setReading] = useState<PasteReadingShown | null>(null);
  const officeId = desk.office;
  const { run } = action;
  useEffect(() => {
    if (text.trim() === '') return setReading(null);
    const timer = setTimeout(
      () => void run(async () => setReading(await api().ties.previewPaste({ officeId, text, columns: [...columns], order }))),
      300,
    );
    return () => clearTimeout(timer);
  }, [text, columns, order, officeId, run]);
  const count = (states: readonly PastedRowShown['state'][]): number =>
    reading?.rows.filter(({ state }) => states.includes(state)).length ?? 0;
  const [understood, same] = [count(['understood']), count(['same'])];
  const isNews = reading !== null && same < reading.rows.length;
  const keep = () =>
    void run(async () => {
      const sourceId = await settledSource(officeId, source);
      const answers = foundAnswers(reading?.rows ?? []);
      await api().ties.pasteTies({ officeId, text, columns: [...columns], order, sourceId, answers });
      await queryClient.invalidateQueries({ queryKey: queries().ties.key() });
      onClose();
    });
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('ties.paste_ties')}
      actions={
        <>
          {isNews && !sourceIsDoubtful(source) && (
            <Button kind="go" busy={action.busy} onPress={keep}>
              {t('ties.keep_rows', { count: understood })}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t(reading === null || isNews ? 'design.cancel' : 'design.close')}
          </Button>
        </>
      }
    >
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.problems[0]?.message ?? action.trouble.message}
        </Notice>
      )}
      {reading === null && (
        <TextareaField
          name="text"
          label={t('ties.paste_here')}
          hint={t('ties.paste_hint')}
          rows={8}
          value={text}
          onChange={setText}
          // Paste at once: the box is why the dialog was opened.
          data-focus-first
        />
      )}
      {action.busy && reading === null && <Progress sentence={t('ties.reading')} />}
      {reading !== null && (
        <>
          <p aria-live="polite">
            {isNews ? (
              <>
                <b>{t('ties.understood_of', { understood, total: reading.rows.length })}</b>{' '}
                {same > 0 && <>{t('ties.rows_same', { count: same })} </>}
                {t('ties.rest_is_kept')}
              </>
            ) : (
              <b>{t('ties.nothing_to_do', { count: same })}</b>
            )}
          </p>
          <OrderOfDates reading={reading} order={order} onChange={setOrder} />
          <Mapping reading={reading} onChange={setColumns} />
          <PastePreview reading={reading} desk={desk} />
          {isNews && (
            <>
              <SourceFields name="source" office={officeId} value={source} onChange={setSource} />
              <Note>{t('ties.source_of_all')}</Note>
            </>
          )}
        </>
      )}
    </Dialog>
  );
}

type DayOrder = NonNullable<PasteReadingShown['dayOrder']['order']>;

interface OrderOfDatesProps {
  readonly reading: PasteReadingShown;
  readonly order: DayOrder | null;
  readonly onChange: (order: DayOrder) => void;
}

/** Which comes first in 3/4/1980: asked once for the column, and said where the column itself shows it. */
function OrderOfDates({ reading: { dayOrder }, order, onChange }: OrderOfDatesProps) {
  const { t } = useText();
  const { shownBy, ambiguous, example } = dayOrder;
  if (ambiguous === 0 || example === null) return null;
  const assumed =
    shownBy === null || dayOrder.order === null
      ? t('ties.order_unknown', { count: ambiguous, example })
      : t(`ties.order_shown_${dayOrder.order}`, { example, row: shownBy.row, cell: shownBy.cell });
  return (
    <ChoiceField
      name="order"
      label={t('ties.order_of_dates')}
      hint={order === null ? assumed : t('ties.order_said', { example })}
      value={dayOrder.order ?? ''}
      onChange={(chosen) => onChange(chosen === 'month_first' ? 'month_first' : 'day_first')}
      options={(['day_first', 'month_first'] as const).map((value) => ({ value, text: t(`ties.order_${value}`) }))}
    />
  );
}

/** What each column is taken for, with the first cell below it. */
function Mapping({
  reading,
  onChange,
}: {
  readonly reading: PasteReadingShown;
  readonly onChange: (columns: readonly ColumnMeaning[]) => void;
}) {
  const { t } = useText();
  const sample = (at: number): string => reading.rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell.trim() !== '') ?? '';
  const choose = (at: number, value: string) => {
    const meaning = columnMeanings.find((known) => known === value) ?? 'extra';
    onChange(
      reading.columns.map((known, place) =>
        place === at ? meaning : known === meaning && meaning !== 'extra' && meaning !== 'ignored' ? 'extra' : known,
      ),
    );
  };
  return (
    <div className="mapping">
      <Ledger
        caption={t('ties.columns')}
        showCaption
        rows={reading.columns.map((meaning, at) => ({ meaning, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'head',
            head: t('ties.column_in_sheet'),
            naming: true,
            cell: ({ at }) => reading.heads?.[at] ?? t('ties.column_number', { number: at + 1 }),
          },
          { key: 'sample', head: t('ties.column_sample'), cell: ({ at }) => sample(at).slice(0, 60) },
          {
            key: 'meaning',
            head: t('ties.column_meaning'),
            cell: ({ meaning, at }) => (
              <select
                aria-label={t('ties.meaning_of', { column: reading.heads?.[at] ?? String(at + 1) })}
                value={meaning}
                onChange={(event) => choose(at, event.target.value)}
              >
                {columnMeanings.map((known) => (
                  <option key={known} value={known}>
                    {t(`ties.meaning_${known}`)}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
    </div>
  );
}

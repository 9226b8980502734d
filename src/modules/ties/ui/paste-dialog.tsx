// A range from a spreadsheet before it is kept: what each column is taken for, what each row would mean, and where it is from.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { Dialog } from '#design/dialog.tsx';
import { TextareaField } from '#design/field.tsx';
import { Ledger } from '#design/ledger.tsx';
import { Notice } from '#design/notice.tsx';
import { Note } from '#design/page.tsx';
import { Progress } from '#design/waiting.tsx';
import { ownSource, sourceIsDoubtful, SourceFields, sourceOfDraft, type SourceDraft } from '#modules/evidence/ui/source-fields.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../contract/register.ts';
import { columnMeanings, type ColumnMeaning } from '../domain/paste-words.ts';
import { QuestionSentence } from './paste-question.tsx';
import { useClassName } from './words.tsx';
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
  const [source, setSource] = useState(ownSource);
  const [reading, setReading] = useState<PasteReadingShown | null>(null);
  const officeId = desk.office;
  const { run } = action;
  useEffect(() => {
    if (text.trim() === '') return setReading(null);
    const timer = setTimeout(
      () => void run(async () => setReading(await api().ties.previewPaste({ officeId, text, columns: [...columns] }))),
      300,
    );
    return () => clearTimeout(timer);
  }, [text, columns, officeId, run]);
  const understood = reading?.rows.filter(({ state }) => state === 'understood').length ?? 0;
  const keep = () =>
    void run(async () => {
      const sourceId = await settledSource(officeId, source);
      await api().ties.pasteTies({ officeId, text, columns: [...columns], sourceId, answers: foundAnswers(reading?.rows ?? []) });
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
          {reading !== null && !sourceIsDoubtful(source) && (
            <Button kind="go" busy={action.busy} onPress={keep}>
              {t('ties.keep_rows', { count: understood })}
            </Button>
          )}
          <Button kind="text" onPress={onClose}>
            {t('design.cancel')}
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
        <TextareaField name="text" label={t('ties.paste_here')} hint={t('ties.paste_hint')} rows={8} value={text} onChange={setText} />
      )}
      {action.busy && reading === null && <Progress sentence={t('ties.reading')} />}
      {reading !== null && (
        <>
          <p aria-live="polite">
            <b>{t('ties.understood_of', { understood, total: reading.rows.length })}</b> {t('ties.rest_is_kept')}
          </p>
          <Mapping reading={reading} onChange={setColumns} />
          <Preview reading={reading} desk={desk} />
          <SourceFields name="source" office={officeId} value={source} onChange={setSource} />
          <Note>{t('ties.source_of_all')}</Note>
        </>
      )}
    </Dialog>
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

/** Rows that ask something first, then the others; all of them. */
function Preview({ reading, desk }: { readonly reading: PasteReadingShown; readonly desk: Desk }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const asking = reading.rows.filter(({ state }) => state !== 'understood');
  const rows = [...asking, ...reading.rows.filter(({ state }) => state === 'understood')];
  const cellOf = ({ cells }: PastedRowShown, meaning: ColumnMeaning): string => cells[reading.columns.indexOf(meaning)] ?? '';
  return (
    <details open={asking.length > 0 && asking.length < 12} className="spaced">
      <summary>{t('ties.rows_to_look_at', { count: asking.length })}</summary>
      <Ledger
        caption={t('ties.rows_pasted')}
        rows={rows}
        rowKey={({ number }) => String(number)}
        rowState={({ state }) => (state === 'understood' ? undefined : 'flag')}
        columns={[
          { key: 'row', head: t('ties.row'), cell: ({ number }) => number },
          {
            key: 'city',
            head: t('ties.column_city'),
            naming: true,
            cell: (row) =>
              row.city === null
                ? cellOf(row, 'city')
                : `${row.city.name}${row.city.country === null ? '' : `, ${formats.countryName(row.city.country)}`}`,
          },
          { key: 'class', head: t('ties.class'), cell: (row) => (row.classCode === null ? cellOf(row, 'class') : nameOf(row.classCode)) },
          {
            key: 'since',
            head: t('ties.since'),
            end: true,
            nowrap: true,
            cell: (row) => (row.since === null ? cellOf(row, 'since') : formats.spelt(formats.flexDate(row.since, 'table'))),
          },
          {
            key: 'questions',
            head: t('ties.what_is_asked'),
            cell: ({ questions }) => questions.map((question) => <QuestionSentence key={question.code} question={question} />),
          },
        ]}
      />
    </details>
  );
}

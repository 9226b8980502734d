// The rows of a range before they are kept, each as it is understood.
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../../contract/register.ts';
import { QuestionSentence } from './paste-question.tsx';
import { isChanged, useTaken, writtenIn, type TakenColumn } from './paste-taken.tsx';

/** Rows that ask something first, then those that are new, then those of which there is nothing to do; all of them. */
export function PastePreview({ reading, desk }: { readonly reading: PasteReadingShown; readonly desk: Desk }) {
  const { t } = useText();
  const takenOf = useTaken(desk.classes);
  const has = (...states: readonly PastedRowShown['state'][]) => reading.rows.filter(({ state }) => states.includes(state));
  const asking = has('question', 'not_understood', 'left_out');
  const rows = [...asking, ...has('understood', 'kept'), ...has('same'), ...has('joined', 'heading')];
  const cell = (row: PastedRowShown, column: TakenColumn) => {
    const [written, taken] = [writtenIn(reading, row, column), takenOf(row, column)];
    return isChanged(written, taken, row, column) ? <Taken {...{ written, taken }} /> : (taken ?? written);
  };
  return (
    <details open={rows.length < 12 || (asking.length > 0 && asking.length < 12)} className="spaced">
      <summary>{asking.length === 0 ? t('desk.rows_pasted') : t('desk.rows_to_look_at', { count: asking.length })}</summary>
      <DataTable
        caption={t('desk.rows_pasted')}
        rows={rows}
        rowKey={({ number }) => String(number)}
        rowState={({ state, questions }) => (questions.length > 0 || state === 'left_out' ? 'flag' : undefined)}
        columns={[
          { key: 'row', head: t('desk.row'), cell: ({ line }) => line },
          {
            key: 'city',
            head: t('ties.column_city'),
            naming: true,
            cell: (row) => (
              <>
                {cell(row, 'city')}
                {row.city?.body !== undefined && <div className="note">{t(`desk.added_as_${row.city.body}`)}</div>}
              </>
            ),
          },
          { key: 'country', head: t('desk.meaning_country'), cell: (row) => cell(row, 'country') },
          { key: 'class', head: t('ties.class'), cell: (row) => cell(row, 'class') },
          { key: 'since', head: t('ties.since'), end: true, nowrap: true, cell: (row) => cell(row, 'since') },
          { key: 'status', head: t('ties.we_say'), cell: (row) => cell(row, 'status') },
          { key: 'note', head: t('ties.note'), cell: ({ note }) => <span className="pastednote">{note}</span> },
          {
            key: 'questions',
            head: t('desk.what_is_asked'),
            cell: ({ state, questions, with: line }) =>
              state === 'same'
                ? t('desk.row_is_known')
                : line !== null
                  ? t('desk.row_joined', { row: line })
                  : state === 'heading'
                    ? t('desk.row_heading')
                    : questions.map((question) => <QuestionSentence key={question.code} question={question} classes={desk.classes} />),
          },
        ]}
      />
    </details>
  );
}

/** What a cell is taken for, with what stands in it. */
function Taken({ written, taken }: { readonly written: string; readonly taken: string }) {
  const { t } = useText();
  return (
    <>
      <b>{taken}</b>
      <div className="note">{t('desk.city_as_written', { cell: written })}</div>
    </>
  );
}

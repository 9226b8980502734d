// The rows of a range before they are kept, each as it is understood.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Ledger } from '#design/ledger.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../../contract/register.ts';
import { isWrittenOtherwise } from '../../domain/paste/places.ts';
import type { ColumnMeaning } from '../../domain/paste/heads.ts';
import { QuestionSentence } from './paste-question.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';

/** Rows that ask something first, then those that are new, then those of which there is nothing to do; all of them. */
export function PastePreview({ reading, desk }: { readonly reading: PasteReadingShown; readonly desk: Desk }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(desk.classes);
  const has = (...states: readonly PastedRowShown['state'][]) => reading.rows.filter(({ state }) => states.includes(state));
  const asking = has('question', 'not_understood', 'left_out');
  const rows = [...asking, ...has('understood', 'kept'), ...has('same'), ...has('joined', 'heading')];
  const cellOf = ({ cells }: PastedRowShown, meaning: ColumnMeaning): string => cells[reading.columns.indexOf(meaning)] ?? '';
  return (
    <details open={rows.length < 12 || (asking.length > 0 && asking.length < 12)} className="spaced">
      <summary>{asking.length === 0 ? t('desk.rows_pasted') : t('desk.rows_to_look_at', { count: asking.length })}</summary>
      <Ledger
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
            cell: (row) => <TakenFor written={cellOf(row, 'city')} city={row.city} />,
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
            key: 'status',
            head: t('ties.we_say'),
            cell: (row) => (row.status === null ? cellOf(row, 'status') : t(`ties.status_${row.status}`)),
          },
          { key: 'note', head: t('ties.note'), cell: ({ note }) => <span className="pastednote">{note}</span> },
          {
            key: 'questions',
            head: t('desk.what_is_asked'),
            cell: ({ state, questions, with: line }) =>
              state === 'same'
                ? t('desk.row_is_known')
                : state === 'joined'
                  ? t('desk.row_joined', { row: line ?? 0 })
                  : state === 'heading'
                    ? t('desk.row_heading')
                    : questions.map((question) => <QuestionSentence key={question.code} question={question} />),
          },
        ]}
      />
    </details>
  );
}

/** The city that a row means, with what stands in its cell where that is not the same word. */
function TakenFor({ written, city }: { readonly written: string; readonly city: PastedRowShown['city'] }) {
  const { t } = useText();
  const formats = useFormats();
  if (city === null) return written;
  const { name, country } = city;
  return (
    <>
      {country === null ? name : t('cities.city_in_country', { name, country: formats.countryName(country) })}
      {city.body !== undefined && <div className="note">{t(`desk.added_as_${city.body}`)}</div>}
      {isWrittenOtherwise(written, name) && <div className="note">{t('desk.city_as_written', { cell: written.trim() })}</div>}
    </>
  );
}

// What was made of the words of a range, folded: each word that was taken for another, by its column, with its rows.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import type { Desk, PastedRowShown, PasteReadingShown } from '../../contract/register.ts';
import { firstFew } from '#kernel/writing/first-few.ts';
import { isWrittenOtherwise } from '../../domain/paste/places.ts';
import { useClassName } from '#modules/ties/ui/words.tsx';

const takenColumns = ['city', 'country', 'class', 'since', 'status'] as const;
export type TakenColumn = (typeof takenColumns)[number];

/** What a cell is taken for, in the reader's words; null where nothing of it is taken. */
export function useTaken(classes: Desk['classes']): (row: PastedRowShown, column: TakenColumn) => string | null {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useClassName(classes);
  return ({ city, classCode, since, status }, column) => {
    if (column === 'city') return city?.name ?? null;
    if (column === 'country') return city?.country == null ? null : formats.countryName(city.country);
    if (column === 'class') return classCode === null ? null : nameOf(classCode);
    if (column === 'since') return since === null ? null : formats.spelt(formats.flexDate(since, 'table'));
    return status === null ? null : t(`ties.status_${status}`);
  };
}

export const writtenIn = ({ columns }: PasteReadingShown, { cells }: PastedRowShown, column: TakenColumn): string =>
  (cells[columns.indexOf(column)] ?? '').trim();

/** The figures of a date as they stand: `'1970. 6. 23.'` and `'1970年6月23日'` give 1970-06-23. Figures in another order are an interpretation. */
const inFigures = (written: string): string =>
  /^\d{4}(?!\d)/.test(written) && !/[^\d\s./年月日년월일-]/u.test(written)
    ? (written.match(/\d+/g) ?? []).map((figure) => figure.padStart(2, '0')).join('-')
    : '';

/** 2005-09 may be a month and may be five years. */
const maySpan = (written: string): boolean => {
  const [, year = '', figure = ''] = /^\d{2}(\d{2})[-–/](\d{2})$/.exec(written) ?? [];
  return Number(figure) > Number(year);
};

/** Whether what is taken is another word than what is written; a date in the figures of its own is none. */
export const isChanged = (written: string, taken: string | null, { since }: PastedRowShown, column: TakenColumn): taken is string =>
  taken !== null &&
  isWrittenOtherwise(written, taken) &&
  !(column === 'since' && since?.qualifier === 'exact' && inFigures(written) === since.text && !maySpan(written));

interface Change {
  readonly column: TakenColumn;
  readonly written: string;
  readonly taken: string;
  readonly rows: number[];
}

export function PasteTaken({ reading, desk }: { readonly reading: PasteReadingShown; readonly desk: Desk }) {
  const { t, language } = useText();
  const formats = useFormats();
  const takenOf = useTaken(desk.classes);
  const changes = new Map<string, Change>();
  for (const column of takenColumns)
    for (const row of reading.rows) {
      const [written, taken] = [writtenIn(reading, row, column), takenOf(row, column)];
      if (!isChanged(written, taken, row, column)) continue;
      const key = `${column} ${written} → ${taken}`;
      const change = changes.get(key) ?? { column, written, taken, rows: [] };
      change.rows.push(row.line);
      changes.set(key, change);
    }
  if (changes.size === 0) return null;
  // Of a class one word stands for much: which one it was taken for is said before anything is kept.
  const classes = [...changes.values()].filter(({ column }) => column === 'class');
  return (
    <>
      {classes.length > 0 && (
        <p className="spaced">
          {t('desk.classes_taken', {
            list: classes.map(({ written, taken }) => t('desk.class_taken', { written, taken })).join(t('ties.semicolon_between')),
          })}
        </p>
      )}
      <details className="spaced">
        <summary>{t('desk.taken_otherwise', { count: changes.size })}</summary>
        <DataTable
          caption={t('desk.taken_otherwise', { count: changes.size })}
          rows={[...changes.values()]}
          rowKey={({ column, written, taken }) => `${column} ${written} → ${taken}`}
          columns={[
            { key: 'column', head: t('desk.column'), cell: ({ column }) => t(`desk.meaning_${column}`) },
            { key: 'written', head: t('desk.written'), naming: true, cell: ({ written }) => written },
            { key: 'taken', head: t('desk.taken_for'), cell: ({ taken }) => <b>{taken}</b> },
            {
              key: 'rows',
              head: t('desk.rows_of_it'),
              cell: ({ rows }) => firstFew(rows.map(String), 8, language, formats.list),
            },
          ]}
        />
      </details>
    </>
  );
}

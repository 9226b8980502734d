// What each sheet of a file holds and each of its columns is taken for: changeable, and what is not taken said at once.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ColumnMapping } from '#design/column-mapping.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { layoutOf, meaningsIn, sheetKinds, sheetWords, writtenWord } from '../../domain/file/layout.ts';
import type { SheetChoice, SheetRead } from '../edition/answers.ts';

interface SheetsReadProps {
  readonly sheets: readonly SheetRead[];
  /** Whether something of them stands in the way, or a sheet that may hold requests is left aside. */
  readonly asks: boolean;
  readonly onChoose: (choices: readonly SheetChoice[]) => void;
}

/** Whether a sheet of which nothing is taken may be the one of the requests. */
export const mayLackRequests = (sheets: readonly SheetRead[]): boolean =>
  !sheets.some(({ holds }) => holds === 'requests') &&
  sheets.some(({ holds, rows, columns }) => holds === 'ignored' && rows > 1 && columns.length > 1);

const asChoice = ({ sheet, holds, headsIn, columns }: SheetRead): SheetChoice => ({
  ...{ sheet, holds, headsIn },
  columns: columns.map(({ meaning }) => meaning),
});

export function SheetsRead({ sheets, asks, onChoose }: SheetsReadProps) {
  const { t } = useText();
  const { list } = useFormats();
  const change = (choice: SheetChoice) => onChoose(sheets.map((one) => (one.sheet === choice.sheet ? choice : asChoice(one))));
  const untaken = sheets.flatMap(({ sheet, holds, columns }) => {
    if (holds === 'ignored') return [t('meetings.ignored_sheet', { sheet })];
    return columns
      .filter(({ name, meaning }) => meaning === 'ignored' && name !== '')
      .map(({ name: column }) => t('meetings.ignored_column', { sheet, column }));
  });
  return (
    <>
      <details open={asks} className="spaced" key={String(asks)}>
        <summary>{t('meetings.sheets_read', { count: sheets.length })}</summary>
        {sheets.map((one) => (
          <SheetColumns key={one.sheet} read={one} onChoose={change} />
        ))}
      </details>
      {untaken.length > 0 && (
        <p className="note">
          {t('meetings.import_ignored')} {list(untaken.slice(0, MOST))}
          {untaken.length > MOST && ` ${t('meetings.import_ignored_more', { count: untaken.length - MOST })}`}
        </p>
      )}
    </>
  );
}

const MOST = 12;
const ROWS_OF_HEADS = 10;

function SheetColumns({ read, onChoose }: { readonly read: SheetRead; readonly onChoose: (choice: SheetChoice) => void }) {
  const { t, language } = useText();
  const { sheet, holds, headsIn, columns, rows } = read;
  const ignored = { value: 'ignored', text: t('meetings.nothing_taken') };
  const layout = layoutOf(holds)?.layout;
  const kinds = sheetKinds.map((value) => {
    const words = sheetWords[value];
    return words === undefined ? { ...ignored, value } : { value, text: writtenWord(words, language) };
  });
  const places = [...new Set([0, headsIn, ...Array.from({ length: ROWS_OF_HEADS }, (_, at) => at + 1)])].toSorted((a, b) => a - b);
  return (
    <section className="spaced">
      <h4>{t('meetings.sheet_rows', { sheet, count: rows })}</h4>
      <Fields>
        <SelectField
          name={`holds ${sheet}`}
          label={t('meetings.sheet_holds')}
          options={kinds}
          value={holds}
          onChange={(chosen) => onChoose({ sheet, holds: chosen, columns: [] })}
        />
        {layout !== undefined && (
          <SelectField
            name={`heads ${sheet}`}
            label={t('meetings.sheet_heads')}
            options={places.map((row) => ({ value: String(row), text: row === 0 ? t('meetings.no_heads') : String(row) }))}
            value={String(headsIn)}
            onChange={(row) => onChoose({ sheet, holds, headsIn: Number(row), columns: [] })}
          />
        )}
      </Fields>
      {layout !== undefined && (
        <ColumnMapping
          caption={t('meetings.sheet_columns', { sheet })}
          columns={columns.map(({ name, samples, meaning }, at) => {
            const called = name === '' ? t('meetings.column_number', { number: at + 1 }) : name;
            return { name: called, called, samples, meaning };
          })}
          groups={[{ options: [ignored, ...meaningsIn(layout, language)] }]}
          onChoose={(at, meaning) => {
            const meanings = columns.map((one, place) => (place === at ? meaning : one.meaning === meaning ? 'ignored' : one.meaning));
            onChoose({ sheet, holds, headsIn, columns: meanings });
          }}
        />
      )}
    </section>
  );
}

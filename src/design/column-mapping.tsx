// What each column of a table that people typed is taken for, beside the first of its values.
import { useText } from '#client/language.ts';
import { DataTable } from './data-table.tsx';

interface MappedColumn<Meaning> {
  readonly name: string;
  /** Its name in a sentence. */
  readonly called: string;
  readonly samples: readonly string[];
  readonly meaning: Meaning;
}

interface ColumnMappingProps<Meaning extends string> {
  readonly caption: string;
  readonly columns: readonly MappedColumn<Meaning>[];
  /** What can be chosen; without a label the options stand by themselves. */
  readonly groups: readonly { readonly label?: string; readonly options: readonly { readonly value: Meaning; readonly text: string }[] }[];
  readonly onChoose: (at: number, meaning: Meaning) => void;
}

/** Columns that are `ignored` stand back. */
export function ColumnMapping<Meaning extends string>({ caption, columns, groups, onChoose }: ColumnMappingProps<Meaning>) {
  const { t } = useText();
  const choose = (at: number, value: string) => {
    const chosen = groups.flatMap(({ options }) => options).find((option) => option.value === value);
    if (chosen !== undefined) onChoose(at, chosen.value);
  };
  return (
    <DataTable
      caption={caption}
      rows={columns}
      rowKey={(_, at) => String(at)}
      rowState={({ meaning }) => (meaning === 'ignored' ? 'quiet' : undefined)}
      columns={[
        { key: 'column', head: t('design.column'), naming: true, cell: ({ name }) => name },
        {
          key: 'samples',
          head: t('design.column_samples'),
          cell: ({ samples }) => (samples.length === 0 ? <span className="muted">{t('design.column_empty')}</span> : samples.join(' · ')),
        },
        {
          key: 'meaning',
          head: t('design.taken_for'),
          cell: ({ called, meaning }, at) => (
            <select
              className="in"
              aria-label={t('design.column_taken_for', { column: called })}
              value={meaning}
              onChange={(event) => choose(at, event.target.value)}
            >
              {groups.map(({ label, options }) => {
                const offered = options.map(({ value, text }) => (
                  <option key={value} value={value}>
                    {text}
                  </option>
                ));
                return label === undefined ? (
                  offered
                ) : (
                  <optgroup key={label} label={label}>
                    {offered}
                  </optgroup>
                );
              })}
            </select>
          ),
        },
      ]}
    />
  );
}

// Explains the open data: what there is, how to read it, whose it is.
import { useRouter } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { ButtonAnchor } from '#design/button.tsx';
import { DataTable } from '#design/data-table.tsx';
import { Section, Title } from '#design/page.tsx';
import { openFiles, openTables, type OpenTable } from '../domain/open-data/tables.ts';

interface FileRow {
  readonly name: OpenTable | 'datapackage' | 'iati';
  readonly formats: readonly string[];
}

const rows: readonly FileRow[] = [
  ...openTables.map((name) => ({ name, formats: openFiles.filter(({ table }) => table === name).map(({ format }) => format) })),
  { name: 'datapackage', formats: ['json'] },
  { name: 'iati', formats: ['xml'] },
];

/** How a file is called where that is not what it holds. */
const fileNames: Readonly<Partial<Record<FileRow['name'], string>>> = { iati: 'outcomes.iati' };

const examples = [
  { key: 'shell', lines: (origin: string) => `curl -s ${origin}/data/ties.csv | grep liverpool-gb` },
  {
    key: 'python',
    lines: (origin: string) =>
      `import json, urllib.request, collections\nrows = json.load(urllib.request.urlopen("${origin}/data/statements.json"))\nprint(collections.Counter(row["source_class"] for row in rows))`,
  },
  {
    key: 'sql',
    lines: (origin: string) =>
      `select city, count(*) from (\n  select city from '${origin}/data/ties.csv' union all select with_city from '${origin}/data/ties.csv'\n) group by city order by 2 desc limit 10;`,
  },
] as const;

/** Address: `/data`. */
export function DataPage() {
  const { t } = useText();
  const { origin = '' } = useRouter();
  return (
    <>
      <Title title={t('reports.data_title')} note={t('reports.data_note')} />
      <Section title={t('reports.data_files')}>
        <DataTable
          caption={t('reports.data_files')}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            {
              key: 'file',
              head: t('reports.data_file'),
              naming: true,
              cell: ({ name }) => t(name === 'datapackage' ? 'reports.data_package' : `reports.data_${name}`),
            },
            {
              key: 'formats',
              head: t('reports.data_formats'),
              cell: ({ name, formats }) =>
                formats
                  .map((format) => `${fileNames[name] ?? name}.${format}`)
                  .map((file) => (
                    <ButtonAnchor key={file} kind="text" href={`/data/${file}`} download>
                      {file}
                    </ButtonAnchor>
                  )),
            },
          ]}
        />
      </Section>
      <Section title={t('reports.data_how')}>
        <p>{t('reports.data_how_addresses')}</p>
        <p>{t('reports.data_how_unknown')}</p>
        <p>{t('reports.data_how_many')}</p>
        <p>{t('reports.data_how_fresh')}</p>
        <p>{t('reports.data_how_releases')}</p>
        <p>{t('reports.data_how_cells')}</p>
      </Section>
      <Section title={t('reports.data_licence')}>
        <p>{t('reports.data_licence_geonames')}</p>
        <p>{t('reports.data_licence_lists')}</p>
        <p>{t('reports.data_licence_statements')}</p>
      </Section>
      <Section title={t('reports.data_examples')}>
        {examples.map(({ key, lines }) => (
          <div key={key}>
            <p>{t(`reports.data_example_${key}`)}</p>
            <div className="scroll" tabIndex={0} role="region" aria-label={t(`reports.data_example_${key}`)}>
              <pre lang="en">{lines(origin)}</pre>
            </div>
          </div>
        ))}
      </Section>
    </>
  );
}

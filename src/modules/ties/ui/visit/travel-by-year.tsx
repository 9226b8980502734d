// People sent abroad, year by year, as a table and a file; read when it is opened.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note } from '#design/page.tsx';
import { saveText } from '#design/save-file.ts';
import type { Answer } from '../../contract.ts';
import { tiesQueries } from '../client.ts';

type Year = Answer<'countTravel'>['years'][number];

export function TravelByYear({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('ties.travel_title')} <VisibilityMark visibility="private" />
      </summary>
      {isOpen && <Years officeId={officeId} />}
    </details>
  );
}

/** Amounts stay apart by currency; a file says them as decimals. */
function fileOf(years: readonly Year[], head: readonly string[], unknown: string): string {
  const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = years.map(({ year, visits, people, unknown: without, costs }) => [
    ...[year ?? unknown, String(visits), String(people), String(without)],
    costs.map(({ value, currency }) => `${value} ${currency}`).join('; '),
  ]);
  return `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function Years({ officeId }: { readonly officeId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(tiesQueries.countTravel.queryOptions({ input: { officeId } }));
  if (data === undefined) return <Skeleton lines={3} />;
  if (data.years.length === 0) return <Note>{t('ties.travel_none')}</Note>;
  const columns: readonly Column<Year>[] = [
    { key: 'year', head: t('ties.travel_year'), naming: true, cell: ({ year }) => year ?? <Unknown /> },
    { key: 'visits', head: t('ties.travel_visits'), end: true, cell: ({ visits }) => formats.number(visits) },
    { key: 'people', head: t('ties.travel_people'), end: true, cell: ({ people }) => formats.number(people) },
    { key: 'unknown', head: t('ties.travel_unknown'), end: true, cell: ({ unknown }) => formats.number(unknown) },
    {
      key: 'costs',
      head: t('ties.travel_cost'),
      end: true,
      cell: ({ costs }) =>
        costs.length === 0 ? <Unknown /> : formats.list(costs.map((cost) => formats.spelt(formats.money(cost, 'exact', 'table')))),
    },
  ];
  const head = columns.map(({ head: name }) => String(name));
  return (
    <>
      <Note>{t('ties.travel_note')}</Note>
      <DataTable caption={t('ties.travel_title')} columns={columns} rows={data.years} rowKey={({ year }) => year ?? ''} />
      <Buttons after>
        <Button onPress={() => saveText('people-sent-abroad.csv', 'text/csv', fileOf(data.years, head, t('ties.travel_year_unknown')))}>
          {t('ties.travel_file')}
        </Button>
      </Buttons>
    </>
  );
}

// The companies of a file as they were read: whether the columns were understood is seen in the rows, before anything is imported.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import type { ImportPreview } from '../edition/answers.ts';

type Company = ImportPreview['companies'][number];

export function CompaniesRead({ companies }: Pick<ImportPreview, 'companies'>) {
  const { t } = useText();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  if (companies.length === 0) return null;
  const columns: readonly Column<Company>[] = [
    { key: 'code', head: t('meetings.read_code'), nowrap: true, cell: ({ code }) => code },
    { key: 'name', head: t('meetings.read_name'), naming: true, cell: ({ name }) => name },
    { key: 'country', head: t('meetings.country'), cell: ({ country }) => (country === '' ? '' : formats.countryName(country)) },
    { key: 'city', head: t('meetings.read_city'), cell: ({ city }) => city },
    {
      key: 'languages',
      head: t('meetings.read_languages'),
      cell: ({ languages }) => formats.list(languages.map((tag) => formats.languageName(tag))),
    },
    { key: 'surname', head: t('meetings.read_surname'), cell: ({ person }) => person?.surname },
    { key: 'given', head: t('meetings.read_given'), cell: ({ person }) => person?.givenName },
    { key: 'phone', head: t('meetings.read_phone'), nowrap: true, cell: ({ person }) => person?.phone },
    { key: 'email', head: t('meetings.read_email'), cell: ({ person }) => person?.email },
  ];
  const whole = companies.filter(({ person }) => person !== null && person.surname !== '' && person.givenName === '').length;
  return (
    <>
      <p>
        <TextAction aria-expanded={open} onPress={() => setOpen(!open)}>
          {t(open ? 'meetings.read_hide' : 'meetings.read_show', { count: companies.length })}
        </TextAction>
      </p>
      {whole > 0 && <p className="note">{t('meetings.read_whole', { count: whole })}</p>}
      {open && <LongDataTable caption={t('meetings.read_caption')} columns={columns} rows={companies} rowKey={({ code }) => code} />}
    </>
  );
}

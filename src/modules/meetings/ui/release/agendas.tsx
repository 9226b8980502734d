// Everyone's agenda, to be looked up by code or name.
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { SelectField, TextField } from '#design/fields/field.tsx';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import type { Edition, Participant } from '../edition/answers.ts';
import { AgendaLink } from '../edition/links.tsx';
import { EventPage } from '../edition/edition-page.tsx';
import { useEveryParticipant } from '../requests/participants.ts';
import { Named, useName } from '../edition/names.tsx';
import { Untold } from './untold.tsx';

export function AgendasPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.agendas_title')}>{(edition) => <Agendas edition={edition} />}</EventPage>;
}

const roles = ['exhibitor', 'buyer'] as const;

function Agendas({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const name = useName();
  const participants = useEveryParticipant(edition.id);
  const [sought, setSought] = useState('');
  const [role, setRole] = useState<Participant['role'] | ''>('');
  if (participants === undefined) return <Skeleton lines={10} />;
  if (participants.length === 0) return <Empty heading={t('meetings.agendas_none')}>{t('meetings.agendas_none_text')}</Empty>;
  const words = sought.trim().toLocaleLowerCase();
  const fits = (one: Participant) =>
    (role === '' || one.role === role) && `${one.code} ${name(one.name)}`.toLocaleLowerCase().includes(words);
  const rows = participants.filter(fits);
  return (
    <>
      <Untold edition={edition} />
      <Section title={t('meetings.participants')} count={rows.length} aside={t('meetings.agendas_note')}>
        <div className="filters" role="group" aria-label={t('meetings.filters')}>
          <div className="grow">
            <TextField name="sought" type="search" label={t('meetings.search_participant')} value={sought} onChange={setSought} />
          </div>
          <SelectField
            name="role"
            label={t('meetings.role')}
            value={role}
            onChange={setRole}
            options={[{ value: '', text: t('meetings.all') }, ...roles.map((one) => ({ value: one, text: t(`meetings.role_${one}`) }))]}
          />
        </div>
        <AgendaTable slug={edition.slug} rows={rows} />
      </Section>
    </>
  );
}

function AgendaTable({ slug, rows }: { readonly slug: string; readonly rows: readonly Participant[] }) {
  const { t } = useText();
  const formats = useFormats();
  const columns: readonly Column<Participant>[] = [
    {
      key: 'name',
      head: t('meetings.participant'),
      naming: true,
      cell: ({ code, name }) => (
        <AgendaLink slug={slug} code={code}>
          {code} <Named name={name} />
        </AgendaLink>
      ),
    },
    { key: 'role', head: t('meetings.role'), nowrap: true, cell: ({ role }) => t(`meetings.role_${role}`) },
    { key: 'country', head: t('meetings.country'), cell: ({ country }) => (country === null ? <Unknown /> : formats.countryName(country)) },
    {
      key: 'stand',
      head: t('meetings.stand'),
      nowrap: true,
      cell: ({ standCode }) => standCode ?? <span className="muted">{t('meetings.stand_none')}</span>,
    },
  ];
  return (
    <LongDataTable caption={t('meetings.agendas_title')} columns={columns} rows={rows} rowKey={({ participantId }) => participantId} />
  );
}

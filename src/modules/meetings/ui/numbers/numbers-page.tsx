// From wishes to next steps in numbers: of everybody, then by group, country, city or topic; for the organiser.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonAnchor, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import type { Column } from '#design/data-table.tsx';
import { LongDataTable } from '#design/long-data-table.tsx';
import { Unknown } from '#design/marks.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { dimensions, type Dimension, type NumberStep } from '../../domain/numbers.ts';
import { meetingsQueries, type meetingsApi } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { useName } from '../edition/names.tsx';
import './numbers.css';

type Answer = Awaited<ReturnType<(typeof meetingsApi)['getEditionNumbers']>>;
type Row = Answer['rows'][number];

/** /editions/$slug/numbers */
export function NumbersPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.numbers_title')}>{(edition) => <Numbers edition={edition} />}</EventPage>;
}

function Numbers({ edition }: { readonly edition: Edition }) {
  const { t, language } = useText();
  const { data } = useQuery({
    ...meetingsQueries.getEditionNumbers.queryOptions({ input: { editionId: edition.id } }),
    throwOnError: true,
  });
  if (data === undefined) return <Skeleton lines={10} />;
  const { total } = data;
  return (
    <>
      <p className="lead after">
        {total.asked === 0
          ? t('meetings.numbers_lead_none')
          : t('meetings.numbers_lead', { asked: total.asked, placed: total.placed, held: total.held })}
      </p>
      <Section title={t('meetings.numbers_steps')} aside={t('meetings.numbers_steps_note')}>
        <StepBars of={data} isAhead={dayOf(Date.now(), edition.timeZone) < edition.firstDay} />
      </Section>
      <ByDimension rows={data.rows} />
      <Section title={t('meetings.numbers_use')} aside={t('meetings.numbers_use_note')}>
        <UseOfRooms of={data} />
      </Section>
      <Buttons after>
        {(['xlsx', 'csv'] as const).map((format) => (
          <ButtonAnchor key={format} href={`/api/v1/editions/${edition.id}/numbers-file?format=${format}&language=${language}`} download>
            {t(`meetings.export_${format}`)}
          </ButtonAnchor>
        ))}
      </Buttons>
    </>
  );
}

/** What happened to the meetings asked for: each step with the one it is counted of. */
const told: readonly { readonly step: NumberStep; readonly part?: true }[] = [
  { step: 'asked' },
  { step: 'answered' },
  { step: 'declined', part: true },
  { step: 'placed' },
  { step: 'isOver', part: true },
  { step: 'held' },
  { step: 'missed', part: true },
  { step: 'told' },
  { step: 'toldByBoth', part: true },
  { step: 'usefulToBoth' },
  { step: 'nextStep' },
  { step: 'leads' },
  { step: 'agreed', part: true },
];

/** A count, or that there are too few to be told of. */
export function StepFigure({ count }: { readonly count: number | null }) {
  const { t } = useText();
  const formats = useFormats();
  return count === null ? <Unknown>{t('meetings.numbers_too_few')}</Unknown> : formats.number(count);
}

/** The steps with a bar as long as their share of what was asked for. */
/** `isAhead`: the edition has not begun, and nobody can have come. */
export function StepBars({ of: { total, cancelled, checkedIn }, isAhead }: { readonly of: Answer; readonly isAhead: boolean }) {
  const { t } = useText();
  const unknown = total.isOver - total.held - total.missed;
  return (
    <>
      <table className="datatable steps">
        <caption className="hidden">{t('meetings.numbers_steps')}</caption>
        <tbody>
          {told
            .filter(({ step }) => total[step] !== null)
            .map(({ step, part }) => (
              <tr key={step}>
                <th scope="row" className={part === true ? 'part' : undefined}>
                  {t(`meetings.number_${step}`)}
                </th>
                <td className="num">
                  <StepFigure count={total[step]} />
                </td>
                <td className="bar">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect
                      width={total.asked === 0 ? 0 : ((total[step] ?? 0) / total.asked) * 100}
                      height={10}
                      className={part === true ? 'part' : ''}
                    />
                  </svg>
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <p className="note">{t('meetings.numbers_asked_means')}</p>
      {total.told === null && total.isOver > 0 && <p className="note">{t('meetings.numbers_few_told')}</p>}
      {total.leads === null && total.held > 0 && <p className="note">{t('meetings.numbers_few_leads')}</p>}
      {unknown > 0 && <p className="note">{t('meetings.numbers_not_said', { count: unknown })}</p>}
      <p className="note">{t('meetings.numbers_gone', { withdrawn: total.withdrawn, cancelled, missed: total.missed })}</p>
      <p className="note">
        {checkedIn.came === 0
          ? t(isAhead ? 'meetings.numbers_not_begun' : 'meetings.numbers_nobody_checked_in')
          : t('meetings.numbers_checked_in', { came: checkedIn.came, of: checkedIn.of, missing: checkedIn.of - checkedIn.came })}
      </p>
    </>
  );
}

function useRowName(): (row: Row) => string {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  return ({ dimension, key, code, name: named, country, city }) => {
    const place = [city, country === null ? null : formats.countryName(country)].filter((part) => part !== null);
    const words = [code, named === null ? null : name(named), ...place].filter((word) => word !== null).join(' · ');
    if (dimension === 'origin' && key !== null) return t('meetings.numbers_suggested');
    return words === '' ? t(`meetings.numbers_none_${dimension}`) : words;
  };
}

const columnsShown = [
  'participants',
  'asked',
  'answered',
  'placed',
  'held',
  'told',
  'usefulToBoth',
  'nextStep',
  'leads',
  'agreed',
] as const;

function ByDimension({ rows }: { readonly rows: readonly Row[] }) {
  const { t } = useText();
  const nameOf = useRowName();
  const offered = dimensions.filter((one) => rows.some(({ dimension, key }) => dimension === one && key !== null));
  const [chosen, setChosen] = useState<Dimension | null>(null);
  const dimension = chosen ?? offered[0];
  if (dimension === undefined) return null;
  const shown = rows.filter((row) => row.dimension === dimension);
  const columns: readonly Column<Row>[] = [
    { key: 'of', head: t(`meetings.numbers_${dimension}`), naming: true, cell: nameOf },
    ...columnsShown
      .filter((step) => shown.some((row) => row[step] !== null))
      .map((step): Column<Row> => ({
        key: step,
        head: t(`meetings.number_${step}`),
        end: true,
        cell: (row) => <StepFigure count={row[step]} />,
      })),
  ];
  return (
    <Section title={t('meetings.numbers_in_parts')} aside={t('meetings.numbers_in_parts_note')}>
      <div className="filters" role="group" aria-label={t('meetings.filters')}>
        <SelectField
          name="dimension"
          label={t('meetings.numbers_by')}
          value={dimension}
          onChange={setChosen}
          options={offered.map((one) => ({ value: one, text: t(`meetings.numbers_${one}`) }))}
        />
      </div>
      {dimension === 'city' && <p className="note">{t('meetings.numbers_cities')}</p>}
      <LongDataTable caption={t('meetings.numbers_in_parts')} rows={shown} rowKey={({ key }) => key ?? ''} columns={columns} />
    </Section>
  );
}

function UseOfRooms({ of: { use } }: { readonly of: Answer }) {
  const { t } = useText();
  const formats = useFormats();
  const said = ({ used, of }: Answer['use']['places']) =>
    of === 0 ? (
      <Unknown>{t('meetings.numbers_none_there')}</Unknown>
    ) : (
      t('meetings.numbers_used', { used, of, share: formats.percent(used / of) })
    );
  return (
    <Facts
      entries={[
        { term: t('meetings.numbers_places'), value: said(use.places) },
        { term: t('meetings.numbers_interpreters'), value: said(use.interpreters) },
      ]}
    />
  );
}

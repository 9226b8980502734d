// What the organiser prints and takes home of the released schedule: one press a paper, and the schedule as a table.
import { paperLanguages, type PaperLanguage } from '../../domain/paper/paper.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dayOf, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import { isUnprintable } from '#kernel/paper/unprintable.ts';
import { exposQueries } from '#modules/expos/ui/client.ts';
import { isOfSchedule } from '../../domain/paper/paper.ts';
import { meetingsQueries } from '../client.ts';
import type { Edition } from '../edition/answers.ts';
import { EventPage } from '../edition/edition-page.tsx';
import { useName } from '../edition/names.tsx';
import type { PaperAsked } from './fetch-paper.ts';
import { useEveryParticipant } from '../requests/participants.ts';
import { LanguageField, PaperState, usePaper } from './making.tsx';

/** /editions/$slug/paper */
export function PaperPage() {
  const { t } = useText();
  return <EventPage title={t('meetings.paper_title')}>{(edition) => <Papers edition={edition} />}</EventPage>;
}

function Papers({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const releases = useQuery({
    ...meetingsQueries.listReleases.queryOptions({ input: { editionId: edition.id, limit: 1 } }),
    throwOnError: true,
  }).data;
  if (releases === undefined) return <Skeleton lines={8} />;
  const [latest] = releases.entries;
  if (latest === undefined)
    return (
      <>
        <Notice
          kind="plain"
          heading={t('meetings.paper_none_yet')}
          actions={
            <ButtonLink to="/editions/$slug/plan" params={{ slug: edition.slug }}>
              {t('meetings.plan_title')}
            </ButtonLink>
          }
        >
          {t('meetings.paper_none_yet_text')}
        </Notice>
        <OnPaper edition={edition} number={null} />
      </>
    );
  return (
    <>
      <OnPaper edition={edition} number={latest.number} />
      <AsTable edition={edition} />
    </>
  );
}

const orders = ['code', 'name', 'hall', 'group'] as const;
type Order = (typeof orders)[number];

/** Everything, or what is on one day, in one hall, of one group. */
interface Narrowed {
  readonly day: string;
  readonly hall: string;
  readonly groupId: string;
}

const papers: readonly { readonly paper: PaperAsked['paper']; readonly ofGroup: boolean }[] = [
  { paper: 'agendas', ofGroup: true },
  { paper: 'tables', ofGroup: false },
  { paper: 'interpreters', ofGroup: true },
  { paper: 'overview', ofGroup: true },
  { paper: 'fallback', ofGroup: false },
  { paper: 'floor', ofGroup: false },
  { paper: 'programme', ofGroup: false },
];

/** Names that no font of ours can print, before it is tried; what would mend them. Those of the edition stand on every sheet. */
function Unprintable({ edition, language }: { readonly edition: Edition; readonly language: PaperLanguage }) {
  const { t } = useText();
  const formats = useFormats();
  const everyone = useEveryParticipant(edition.id);
  const read = paperLanguages[language];
  const isBeyond = (name: MultilingualText) => read.some((one) => isUnprintable(chooseText(name, one).text));
  const beyond = (everyone ?? []).filter(({ name }) => isBeyond(name));
  const own = (['name', 'venue'] as const).filter((field) => isBeyond(edition[field]));
  const some = beyond.slice(0, 10).map(({ code }) => code);
  return (
    <>
      {own.length > 0 && (
        <Notice
          heading={t('meetings.paper_unprintable_edition')}
          actions={
            <ButtonLink to="/editions/$slug/setup/facts" params={{ slug: edition.slug }}>
              {t('meetings.paper_unprintable_edition_mend')}
            </ButtonLink>
          }
        >
          {t('meetings.paper_unprintable_edition_text', { fields: formats.list(own.map((field) => t(`expos.${field}`))) })}
        </Notice>
      )}
      {beyond.length > 0 && (
        <Notice
          heading={t('meetings.paper_unprintable', { count: beyond.length })}
          actions={
            <ButtonLink to="/editions/$slug/setup/participants" params={{ slug: edition.slug }}>
              {t('meetings.paper_unprintable_mend')}
            </ButtonLink>
          }
        >
          {t('meetings.paper_unprintable_text', { codes: beyond.length > some.length ? `${some.join(' ')} …` : some.join(' ') })}
        </Notice>
      )}
    </>
  );
}

/** Before the first release there is what does not come of a schedule. */
function OnPaper({ edition, number }: { readonly edition: Edition; readonly number: number | null }) {
  const { t } = useText();
  const [language, setLanguage] = useState<PaperLanguage>('both');
  const [order, setOrder] = useState<Order>('code');
  const [narrowed, setNarrowed] = useState<Narrowed>({ day: '', hall: '', groupId: '' });
  const { making, make, cancel } = usePaper();
  const chosen = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== ''));
  const press = (paper: PaperAsked['paper'], card?: 'a6' | 'label') =>
    void make({ editionId: edition.id, paper, language, order, ...chosen, ...(card === undefined ? {} : { card }) });
  const programme = useQuery(exposQueries.getProgramme.queryOptions({ input: { editionId: edition.id } })).data;
  // Said before it is asked for.
  const isLacking = (paper: PaperAsked['paper']): boolean => paper === 'programme' && programme?.release === null;
  const pdf = (paper: PaperAsked['paper']) => (isLacking(paper) ? null : <Button onPress={() => press(paper)}>PDF</Button>);
  return (
    <Section title={t('meetings.paper_on_paper')} {...(number === null ? {} : { aside: t('meetings.schedule_number', { number }) })}>
      <div className="filters" role="group" aria-label={t('meetings.paper_choice')}>
        <LanguageField value={language} onChange={setLanguage} />
        <SelectField
          name="paper_order"
          label={t('meetings.paper_order')}
          value={order}
          onChange={setOrder}
          options={orders.map((one) => ({ value: one, text: t(`meetings.paper_by_${one}`) }))}
        />
        <Narrowing edition={edition} narrowed={narrowed} onChange={setNarrowed} />
      </div>
      <Unprintable edition={edition} language={language} />
      <Rows
        wide
        label={t('meetings.paper_on_paper')}
        entries={[
          ...papers
            .filter(({ paper }) => number !== null || !isOfSchedule(paper))
            .map(({ paper, ofGroup }) => ({
              key: paper,
              when: t(`meetings.paper_kind_${paper}`),
              what: isLacking(paper) ? t('meetings.paper_no_programme') : t(`meetings.paper_about_${paper}`),
              end: ofGroup || narrowed.groupId === '' ? pdf(paper) : <span className="muted">{t('meetings.paper_whole_only')}</span>,
            })),
          {
            key: 'badges',
            when: t('meetings.paper_kind_badges'),
            what: t('meetings.paper_about_badges'),
            end: (
              <Buttons>
                <Button onPress={() => press('badges', 'a6')}>A6</Button>
                <Button onPress={() => press('badges', 'label')}>{t('meetings.paper_labels')}</Button>
              </Buttons>
            ),
          },
        ]}
      />
      <div className="after" aria-live="polite">
        <PaperState making={making} onCancel={cancel} />
      </div>
    </Section>
  );
}

interface NarrowingProps {
  readonly edition: Edition;
  readonly narrowed: Narrowed;
  readonly onChange: (narrowed: Narrowed) => void;
}

/** Each field is there where there is something to choose. */
function Narrowing({ edition, narrowed, onChange }: NarrowingProps) {
  const { t } = useText();
  const formats = useFormats();
  const name = useName();
  const setup = useQuery(exposQueries.getSetup.queryOptions({ input: { editionId: edition.id } })).data;
  const groups = useQuery(exposQueries.listGroups.queryOptions({ input: { editionId: edition.id } })).data?.entries ?? [];
  const days = [...new Set((setup?.slots ?? []).map(({ startsAt }) => dayOf(startsAt, edition.timeZone)))];
  const halls = [...new Set((setup?.places ?? []).flatMap(({ hall }) => (hall === '' ? [] : [hall])))];
  const fields = [
    { field: 'day' as const, label: t('meetings.day'), options: days.map((day) => ({ value: day, text: formats.day(day) })), least: 2 },
    { field: 'hall' as const, label: t('meetings.paper_hall'), options: halls.map((hall) => ({ value: hall, text: hall })), least: 2 },
    {
      field: 'groupId' as const,
      label: t('meetings.paper_group'),
      options: groups.map((one) => ({ value: one.id, text: name(one.name) })),
      least: 1,
    },
  ];
  return fields
    .filter(({ options, least }) => options.length >= least)
    .map(({ field, label, options }) => (
      <SelectField
        key={field}
        name={`paper_${field}`}
        label={label}
        value={narrowed[field]}
        onChange={(value: string) => onChange({ ...narrowed, [field]: value })}
        options={[{ value: '', text: t('meetings.all') }, ...options]}
      />
    ));
}

function AsTable({ edition }: { readonly edition: Edition }) {
  const { t, language } = useText();
  return (
    <Section title={t('meetings.paper_as_table')}>
      <p>{t('meetings.paper_table_text')}</p>
      <Buttons>
        {(['xlsx', 'csv'] as const).map((format) => (
          <ButtonAnchor key={format} href={`/api/v1/editions/${edition.id}/schedule-file?format=${format}&language=${language}`} download>
            {t(`meetings.export_${format}`)}
          </ButtonAnchor>
        ))}
      </Buttons>
    </Section>
  );
}

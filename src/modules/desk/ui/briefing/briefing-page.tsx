// /ties/$slug/briefing: the paper as it will be printed, what is missing, what had no room, and our own points.
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useAddress } from '#client/use-address.ts';
import { ButtonAnchor, Buttons } from '#design/button.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { useNaming } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Note, Section, Title } from '#design/page.tsx';
import { Leaf } from '#design/paper/leaf.tsx';
import { languages, writing, type Language } from '#kernel/language.ts';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { BriefingShown } from '../../contract/briefing.ts';
import { deskQueries } from '../client.ts';
import { briefingSearch } from '../address.ts';
import { OwnPoints } from './own-points.tsx';

export function BriefingPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const office = useSession()?.offices.find(({ kind }) => kind === 'city' || kind === 'register');
  if (office === undefined)
    return (
      <>
        <Title title={t('desk.briefing_title')} />
        <Empty heading={t('desk.no_office')}>{t('desk.no_office_text')}</Empty>
      </>
    );
  return <OfficeBriefing officeId={office.id} slug={slug} />;
}

interface Asked {
  readonly officeId: string;
  readonly slug: string;
}

function OfficeBriefing({ officeId, slug }: Asked) {
  const { t, language: reads } = useText();
  const { exchange } = useAddress(briefingSearch);
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? reads;
  const on = { officeId, tie: slug, ...(exchange === undefined ? {} : { exchangeId: exchange }) };
  const data = useRead(deskQueries.getBriefing.queryOptions({ input: { ...on, language } }));
  if (data === undefined) return <Skeleton label={t('desk.briefing_title')} lines={12} />;
  if (data.slug !== slug)
    return <Navigate to="/ties/$slug/briefing" params={{ slug: data.slug }} search={exchange === undefined ? {} : { exchange }} replace />;
  const { pair } = data.paper;
  const title = pair === null ? t('desk.briefing_title') : t('desk.briefing_of', { own: pair.own, other: pair.other });
  const crumb = (
    <>
      <Link to="/ties/$slug" params={{ slug }}>
        {pair === null ? slug : `${pair.own} – ${pair.other}`}
      </Link>{' '}
      <VisibilityMark visibility="private" />
    </>
  );
  return (
    <>
      <Title title={title} crumb={crumb}>
        {t('desk.briefing_title')}
      </Title>
      <div className="withleaf">
        <Leaf paper={data.paper} />
        <aside className="noprint">
          <ThisBriefing briefing={data} on={on} exchange={exchange} language={language} onLanguage={setChosen} />
          <Missing briefing={data} />
          <Length briefing={data} />
        </aside>
      </div>
      {data.mayEdit && (
        <div className="noprint">
          <OwnPoints key={`${exchange ?? ''} ${String(data.version)}`} briefing={data} on={on} />
        </div>
      )}
    </>
  );
}

interface ThisBriefingProps {
  readonly briefing: BriefingShown;
  readonly on: { readonly officeId: string; readonly tie: string };
  readonly exchange: string | undefined;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

function ThisBriefing({ briefing, on, exchange, language, onLanguage }: ThisBriefingProps) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const navigate = useNavigate();
  const file = (form: 'pdf' | 'docx'): string =>
    `/api/v1/offices/${on.officeId}/ties/${briefing.slug}/briefing/file?form=${form}&language=${language}${exchange === undefined ? '' : `&exchangeId=${exchange}`}`;
  const choose = (id: string) =>
    void navigate({ to: '/ties/$slug/briefing', params: { slug: briefing.slug }, search: id === '' ? {} : { exchange: id } });
  return (
    <Section title={t('desk.briefing_this')}>
      <SelectField
        name="exchange"
        label={t('desk.briefing_on')}
        value={exchange ?? ''}
        onChange={choose}
        options={[
          { value: '', text: t('desk.briefing_on_tie') },
          ...briefing.meetings.map(({ id, title, starts }) => ({
            value: id,
            text: `${formats.spelt(formats.flexDate(starts, 'table'))} ${naming(title)}`,
          })),
        ]}
      />
      <SelectField
        name="language"
        label={t('desk.briefing_language')}
        value={language}
        onChange={(value) => onLanguage(languages.find((one) => one === value) ?? language)}
        options={languages.map((value) => ({ value, text: writing[value].name }))}
      />
      <Buttons after>
        <ButtonAnchor kind="go" href={file('pdf')} download>
          {t('desk.briefing_pdf')}
        </ButtonAnchor>
        <ButtonAnchor href={file('docx')} download>
          {t('desk.briefing_word')}
        </ButtonAnchor>
      </Buttons>
    </Section>
  );
}

function Missing({ briefing: { missing, slug } }: { readonly briefing: BriefingShown }) {
  const { t } = useText();
  const naming = useNaming();
  if (missing.length === 0)
    return (
      <Section title={t('desk.briefing_missing')}>
        <Note>{t('desk.briefing_missing_none')}</Note>
      </Section>
    );
  return (
    <Section title={t('desk.briefing_missing')} count={missing.length}>
      <ul>
        {missing.map(({ about, title, agreementId }, at) => {
          const words = t(`desk.briefing_missing_${about}`, { title: title === null ? '' : naming(title) });
          return (
            <li key={at}>
              {agreementId !== null ? (
                <Link to="/ties/$slug/agreements/$id" params={{ slug, id: agreementId }}>
                  {words}
                </Link>
              ) : about === 'raise' || about === 'meeting' ? (
                words
              ) : (
                <Link to="/ties/$slug" params={{ slug }}>
                  {words}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
      <Note>{t('desk.briefing_missing_note')}</Note>
    </Section>
  );
}

const MOST_LISTED = 6;

function Length({ briefing: { length } }: { readonly briefing: BriefingShown }) {
  const { t } = useText();
  const { pages, left, unset } = length;
  return (
    <Section title={t('desk.briefing_length')}>
      <Note>{t('desk.briefing_pages', { count: pages })}</Note>
      {left.length > 0 && (
        <>
          <p>{t('desk.briefing_left_out', { count: left.length })}</p>
          <ul>
            {left.slice(0, MOST_LISTED).map(({ section, words }, at) => (
              <li key={at}>
                {words} <span className="muted">({section})</span>
              </li>
            ))}
            {left.length > MOST_LISTED && <li>{t('desk.briefing_and_more', { count: left.length - MOST_LISTED })}</li>}
          </ul>
        </>
      )}
      {unset.length > 0 && <Note>{t('desk.briefing_unset', { words: unset.join(', ') })}</Note>}
    </Section>
  );
}

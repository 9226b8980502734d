// The public page of an edition: what, when, where, and who exhibits; nothing of what is planned behind it.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useRead } from '#client/use-read.ts';
import { ownZone, useFormats } from '#client/formats.ts';
import { isDrawnOnServer } from '#client/on-server.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Columns, Section, Title } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { zoneName } from '#kernel/zone-names.ts';
import type { Edition } from '../../contract/edition.ts';
import { exposQueries } from '../client.ts';
import { FloorButton } from '../floor/place-link.tsx';
import { EditionExhibitors } from './exhibitors.tsx';
import { OtherEditionsOf } from './other-editions.tsx';
import { EditionSaid } from './said-of-edition.tsx';
import { useEditionDays } from './words.tsx';
import './edition.css';

interface EditionPageProps {
  /** Where what became of its results stands, which a module above tells. */
  readonly further?: (edition: Edition) => ReactNode;
}

export function EditionPage({ further }: EditionPageProps) {
  const { t } = useText();
  const { slug } = useParams({ from: '/editions/$slug' });
  const data = useRead(exposQueries.getEdition.queryOptions({ input: { edition: slug } }));
  if (data === undefined) return <Skeleton label={t('expos.edition')} lines={6} />;
  return <Shown edition={data} further={further?.(data)} />;
}

function Shown({ edition, further }: { readonly edition: Edition; readonly further: ReactNode }) {
  const { t } = useText();
  const naming = useNaming();
  const days = useEditionDays();
  const { name, description, slug, counts, isUnclaimed } = edition;
  const stated = useStatedCompanies(edition);
  const told = {
    exhibitors: t('expos.exhibitor_count', { count: counts.exhibitors }),
    countries: t('expos.country_count', { count: counts.countries }),
  };
  const besideStated =
    stated === null ? null : t(counts.exhibitors === 0 ? 'expos.stated_none_listed' : 'expos.stated_and_listed', { ...told, stated });
  // How many took part in an expo that nobody claims is not what the entry lists; nor do readers see the buyers, who are counted among those who take part.
  const listed =
    counts.exhibitors === 0
      ? t('expos.public_sentence_none')
      : t(isUnclaimed || counts.buyers === null ? 'expos.public_sentence_some' : 'expos.public_sentence', told);
  return (
    <>
      <Title title={naming(name)} crumb={<Link to="/editions">{t('expos.editions')}</Link>} note={days(edition)}>
        <Named text={name} />
      </Title>
      {edition.mayEdit && <OrganiserNotice edition={edition} />}
      <p className="lead">{besideStated ?? listed}</p>
      <Columns>
        <Section title={t('expos.when_where')} span={6}>
          <EditionFacts edition={edition} />
        </Section>
        {(description !== null || !isUnclaimed) && (
          <Section title={t('expos.about')} span={6}>
            {description === null ? (
              <p className="muted">{t('expos.no_description')}</p>
            ) : (
              <p className="read prose">
                <Named text={description} />
              </p>
            )}
          </Section>
        )}
      </Columns>
      <EditionSaid edition={edition} />
      <OtherEditionsOf edition={edition} />
      <Buttons>
        <ButtonLink to="/editions/$slug/programme" params={{ slug }}>
          {t('expos.programme')}
        </ButtonLink>
        <FloorButton editionId={edition.id} slug={slug} />
        {further}
        {edition.publishedAt !== null && !isUnclaimed && <RegisterLink slug={slug} />}
      </Buttons>
      {(counts.exhibitors > 0 || !isUnclaimed) && <EditionExhibitors edition={edition} slug={slug} />}
    </>
  );
}

/** How many companies sources state, which is seldom how many are listed; null where none says, or it was only planned. */
function useStatedCompanies({ id }: Edition): string | null {
  const formats = useFormats();
  const { data } = useQuery(exposQueries.getEditionSaid.queryOptions({ input: { editionId: id } }));
  const value = data?.entries.find(({ attribute }) => attribute === 'companies')?.shown.first?.value;
  return value?.type === 'count' ? formats.spelt(formats.count(value.count, value.qualifier)) : null;
}

/** Leads to where companies register, once that is said to everybody. */
function RegisterLink({ slug }: { readonly slug: string }) {
  const { t } = useText();
  const { data } = useQuery(exposQueries.getRegistrationPage.queryOptions({ input: { edition: slug } }));
  if (data === undefined || data.state === 'not_open' || data.state === 'closed') return null;
  return (
    <ButtonLink kind="go" to="/editions/$slug/register" params={{ slug }}>
      {t('expos.reg_link')}
    </ButtonLink>
  );
}

function OrganiserNotice({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const { slug, publishedAt } = edition;
  return (
    <div className="noprint">
      <Notice
        kind="plain"
        actions={
          <>
            <ButtonLink to="/editions/$slug/work" params={{ slug }}>
              {t('expos.to_work')}
            </ButtonLink>
            <ButtonLink kind="text" to="/editions/$slug/setup/publish" params={{ slug }}>
              {t(publishedAt === null ? 'expos.publish' : 'expos.publication')}
            </ButtonLink>
          </>
        }
      >
        <VisibilityMark visibility={publishedAt === null ? 'private' : 'public'} />{' '}
        {t(publishedAt === null ? 'expos.not_public_yet' : 'expos.is_public')}
      </Notice>
    </div>
  );
}

function EditionFacts({ edition }: { readonly edition: Edition }) {
  const { t } = useText();
  const formats = useFormats();
  const days = useEditionDays();
  const { venue, timeZone, website, organiserName, isUnclaimed, expo } = edition;
  return (
    <Facts
      entries={[
        { term: t('expos.days'), value: days(edition) },
        { term: t('expos.venue'), value: <Named text={venue} /> },
        {
          term: t('expos.clock'),
          value: (
            <>
              {t('design.venue_time', { zone: zoneName(timeZone, formats.language) })}
              {!isDrawnOnServer && timeZone !== ownZone() && (
                <span className="note"> {t('expos.own_clock', { zone: zoneName(ownZone(), formats.language) })}</span>
              )}
            </>
          ),
        },
        ...(expo === null ? [] : [{ term: t('expos.expo'), value: <Named text={expo.name} /> }]),
        {
          term: t(isUnclaimed ? 'expos.kept_by' : 'expos.organiser'),
          value: (
            <>
              <Named text={organiserName} />
              {isUnclaimed && <span className="note"> {t('expos.kept_note')}</span>}
            </>
          ),
        },
        ...(website === null
          ? []
          : [
              {
                term: t('expos.website'),
                value: (
                  <a href={website} rel="noreferrer">
                    {website.replace(/^https?:\/\//, '').replace(/\/$/, '')}
                  </a>
                ),
              },
            ]),
      ]}
    />
  );
}

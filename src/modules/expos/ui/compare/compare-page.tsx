// An edition beside another of its expo: what was said of both, whose stand grew, who came again, from where.
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { ButtonAnchor, Buttons } from '#design/button.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Columns, Section, Title } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import type { Comparison } from '../../contract/compare.ts';
import type { Edition } from '../../contract/edition.ts';
import { exposQueries } from '../client.ts';
import { CameAgain } from './came-again.tsx';
import { SaidTable } from './said-table.tsx';
import { StandPairs } from './stands.tsx';
import './compare.css';

interface ComparePageProps {
  /** What other modules count of both: meetings, outcomes. */
  readonly results?: (both: Both) => ReactNode;
  /** What they say first of two editions of which neither exhibitors nor figures are entered, else `none`. */
  readonly lead?: (both: Both, none: string) => ReactNode;
}

interface Both {
  readonly earlier: Edition;
  readonly later: Edition;
}

export function ComparePage(also: ComparePageProps) {
  const { t } = useText();
  const { slug, other } = useParams({ from: '/editions/$slug/compare/$other' });
  const data = useRead(exposQueries.getEditionComparison.queryOptions({ input: { edition: slug, with: other } }));
  if (data === undefined) return <Skeleton label={t('expos.compare')} lines={8} />;
  return <Compared of={data} {...also} />;
}

function Compared({ of, results, lead }: ComparePageProps & { readonly of: Comparison }) {
  const { t, language } = useText();
  const naming = useNaming();
  const { earlier, later, said, stands, exhibitors, countries } = of;
  const editionLink = ({ slug, name }: Edition) => (
    <Link to="/editions/$slug" params={{ slug }}>
      <Named text={name} />
    </Link>
  );
  return (
    <>
      <Title
        title={t('expos.compare_title', { expo: later.expo === null ? naming(later.name) : naming(later.expo.name) })}
        crumb={<Link to="/editions">{t('expos.editions')}</Link>}
        note={
          <>
            {editionLink(earlier)} · {editionLink(later)}
          </>
        }
      />
      <p className="lead">
        {exhibitors === null
          ? of.said.length === 0
            ? (lead?.({ earlier, later }, t('expos.compare_lead_none')) ?? t('expos.compare_lead_none'))
            : t('expos.compare_lead_said')
          : t('expos.compare_lead', {
              again: t('expos.exhibitor_count', { count: exhibitors.both }),
              gone: exhibitors.earlier - exhibitors.both,
              first: exhibitors.later - exhibitors.both,
            })}
      </p>
      {stands.length > 0 && <StandPairs of={of} />}
      {said.length > 0 && <SaidTable of={of} />}
      {exhibitors !== null && countries !== null && (
        <Columns>
          <Section title={t('expos.came_again')} aside={t(`expos.counted_${of.counted}`)} span={7}>
            <CameAgain of={of} exhibitors={exhibitors} />
          </Section>
          <Section title={t('expos.from_where')} aside={t('expos.countries_and_regions')} span={5}>
            <FromWhere countries={countries} />
          </Section>
        </Columns>
      )}
      {exhibitors === null && <p className="note after">{t('expos.counted_none')}</p>}
      {results?.({ earlier, later })}
      <Buttons after>
        {(['xlsx', 'csv'] as const).map((format) => (
          <ButtonAnchor
            key={format}
            href={`/api/v1/editions/${later.slug}/comparison-file?with=${earlier.slug}&format=${format}&language=${language}`}
            download
          >
            {t(`expos.compare_${format}`)}
          </ButtonAnchor>
        ))}
      </Buttons>
    </>
  );
}

function FromWhere({ countries }: { readonly countries: NonNullable<Comparison['countries']> }) {
  const { t } = useText();
  const formats = useFormats();
  const { notEntered } = countries;
  const named = (codes: readonly string[]) =>
    codes.length === 0 ? (
      0
    ) : (
      <details>
        <summary>{codes.length}</summary>
        {formats.list(codes.map(formats.countryName).toSorted(new Intl.Collator(formats.language).compare))}
      </details>
    );
  const missing = Math.max(notEntered.earlier, notEntered.later);
  return (
    <Facts
      entries={[
        { term: t('expos.country_both'), value: named(countries.both) },
        { term: t('expos.country_new'), value: named(countries.later) },
        { term: t('expos.country_gone'), value: named(countries.earlier) },
        ...(missing === 0
          ? []
          : [
              {
                term: t('expos.country_not_entered'),
                value: <Unknown>{t('expos.country_not_entered_of', notEntered)}</Unknown>,
              },
            ]),
      ]}
    />
  );
}

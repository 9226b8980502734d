// What became of what was announced at an edition: the sentence, one big bar, then what it is made of; unknown is never hidden.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { troubleOf } from '#client/error.ts';
import { useAddress } from '#client/use-address.ts';
import { ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Empty, Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Gap, Title } from '#design/page.tsx';
import type { FollowThrough } from '../../contract/follow-through.ts';
import { unknownReasons } from '#modules/outcomes/domain/follow-up/fate.ts';
import { reportsApi, reportsQueries } from '../client.ts';
import { ConvertedTable } from '../snapshots/frozen-sums.tsx';
import { isGone, readOrGone } from '../snapshots/read-or-gone.ts';
import { followThroughSearch } from './address.ts';
import { ByMonth } from './by-month.tsx';
import { Count, FatesAtLarge, UnknownBar } from './fates.tsx';
import { Beside, ByKind, ByStage, HowSure, LeftOut, Unlisted } from './sections.tsx';
import { TotalsOnly } from './totals.tsx';

/** /editions/$slug/follow-through */
export function FollowThroughPage() {
  const { t, language } = useText();
  const { slug } = useParams({ from: '/editions/$slug/follow-through' });
  const search = useAddress(followThroughSearch);
  const { data: page, error } = useQuery({
    queryKey: [...reportsQueries.key(), 'follow-through page', language, slug, search],
    queryFn: () => readOrGone(() => reportsApi.getFollowThrough({ edition: slug, ...search })),
  });
  if (page === undefined && error !== null && troubleOf(error).code === 'reports.not_followed')
    return <NotFollowed slug={slug} heading={t('reports.not_followed')} />;
  if (page === undefined && error !== null) throw error;
  if (page === undefined) return <Skeleton label={t('reports.ft_short')} lines={10} />;
  if (isGone(page)) return <NotFollowed slug={slug} heading={page.gone} />;
  return <FollowThroughOf page={page} head={<Head page={page} />} />;
}

/** Nobody shows it: a reader is told what will stand here. */
function NotFollowed({ slug, heading }: { readonly slug: string; readonly heading: string }) {
  const { t } = useText();
  return (
    <>
      <Title
        title={t('reports.ft_short')}
        crumb={
          <Link to="/editions/$slug" params={{ slug }}>
            {t('reports.ft_edition')}
          </Link>
        }
      />
      <Empty heading={heading}>{t('reports.ft_not_followed_text')}</Empty>
    </>
  );
}

interface OfPage {
  readonly page: FollowThrough;
}

export function FollowThroughOf({ page, head }: OfPage & { readonly head: ReactNode }) {
  const { total, edition, totals } = page;
  return (
    <>
      {head}
      {total === 0 ? <NothingAnnounced page={page} /> : <Counted page={page} />}
      {page.converted !== null && <ConvertedTable converted={page.converted} cities={[]} />}
      <TotalsOnly totals={totals} slug={edition.slug} />
      {total > 0 && <Files page={page} />}
    </>
  );
}

function Head({ page }: OfPage) {
  const { t } = useText();
  const naming = useNaming();
  const { edition } = page;
  const title = t('reports.ft_title', { edition: naming(edition.name) });
  return (
    <>
      <Title
        title={title}
        crumb={
          <>
            <Link to="/editions">{t('expos.editions')}</Link>
            {' · '}
            <Link to="/editions/$slug" params={{ slug: edition.slug }}>
              <Named text={edition.name} quiet />
            </Link>
          </>
        }
      />
      <Standing page={page} />
    </>
  );
}

/** For members of offices: who reads this, and the other way to look at it. */
function Standing({ page: { view, mayPublish, isPublic, hasOwn, edition } }: OfPage) {
  const { t } = useText();
  const params = { slug: edition.slug };
  if (!hasOwn) return null;
  const other =
    view === 'own' ? (
      isPublic && (
        <ButtonLink kind="text" to="/editions/$slug/follow-through" params={params} search={{ view: 'public' }}>
          {t('reports.ft_see_public')}
        </ButtonLink>
      )
    ) : (
      <ButtonLink kind="text" to="/editions/$slug/follow-through" params={params} search={{ view: 'own' }}>
        {t('reports.ft_see_own')}
      </ButtonLink>
    );
  return (
    <div className="noprint">
      <Notice
        kind="plain"
        actions={
          <>
            {mayPublish && (
              <ButtonLink to="/editions/$slug/follow-through/publish" params={params}>
                {t('reports.ft_to_publish')}
              </ButtonLink>
            )}
            {other}
          </>
        }
      >
        {mayPublish && <VisibilityMark visibility={isPublic ? 'public' : 'private'} />}{' '}
        {mayPublish && t(isPublic ? 'reports.ft_is_public' : 'reports.ft_is_private')} {view === 'own' && t('reports.ft_own_part')}
      </Notice>
    </div>
  );
}

function NothingAnnounced({ page: { totals, edition } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  const stated = totals.find(({ slug }) => slug === edition.slug)?.announced.first?.value;
  if (stated?.type !== 'money') return <Empty heading={t('reports.ft_nothing')}>{t('reports.ft_nothing_text')}</Empty>;
  const amount = formats.spelt(formats.money({ value: stated.amount, currency: stated.currency }, stated.qualifier));
  return (
    <>
      <p className="lead">{t('reports.ft_total_only', { amount })}</p>
      <UnknownBar big />
    </>
  );
}

function Counted({ page }: OfPage) {
  return (
    <>
      <Sentence page={page} />
      <FatesAtLarge tally={page.fates} />
      <Reasons page={page} />
      <Unlisted page={page} />
      <LeftOut page={page} />
      <ByStage page={page} />
      <ByKind page={page} />
      <ByMonth page={page} />
      <HowSure page={page} />
      <Beside page={page} />
    </>
  );
}

function Sentence({ page: { total, fates, months, edition, asOf, view } }: OfPage) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const years = Math.floor(months / 12);
  const age =
    months === 0
      ? t('reports.ft_today')
      : months % 12 === 0
        ? t('reports.ft_age_years', { count: years })
        : t('reports.ft_age_months', { count: months });
  const month = formats.spelt(formats.flexDate({ text: edition.firstDay.slice(0, 7), qualifier: 'exact' }));
  const told = { age, kept: formats.number(fates.kept), partly: formats.number(fates.partly), not: formats.number(fates.not) };
  return (
    <>
      <p className="lead">
        {t('reports.ft_announced', { count: total, month })}
        <Gap />
        {t('reports.ft_told', told)}
        <Gap />
        <b>{fates.unknown === 0 ? t('reports.ft_of_unknown_none') : t('reports.ft_of_unknown', { count: fates.unknown })}</b>
      </p>
      <p className="note">
        {t('reports.ft_as_of', { day: formats.day(asOf, 'text') })}
        <Gap />
        {view === 'public' && !edition.isUnclaimed && t('reports.ft_published_by', { office: naming(edition.organiserName) })}
        <Gap />
        {view === 'public' && t('reports.ft_only_public')}
      </p>
    </>
  );
}

/** The unknown broken open: each reason with its number, which leads to its list. */
function Reasons({ page }: OfPage) {
  const { t } = useText();
  const { reasons, edition, view } = page;
  const own = view === 'own' ? { view } : {};
  return (
    <>
      {page.fates.unknown > 0 && <p className="note after">{t('reports.ft_unknown_is')}</p>}
      <p className="note">
        {unknownReasons.map(
          (reason) =>
            reasons[reason] > 0 && (
              <span key={reason}>
                {t(`reports.ft_why_${reason}`)}{' '}
                <Count slug={edition.slug} count={reasons[reason]} search={{ fate: 'unknown', reason, ...own }} />{' '}
              </span>
            ),
        )}
        <Link to="/editions/$slug/follow-through/announcements" params={{ slug: edition.slug }} search={own}>
          {t('reports.ft_list')}
        </Link>
      </p>
    </>
  );
}

function Files({ page: { edition, view } }: OfPage) {
  const { t, language } = useText();
  return (
    <div className="noprint">
      <Buttons after>
        {(['csv', 'xlsx', 'json'] as const).map((format) => (
          <ButtonAnchor
            key={format}
            kind="text"
            href={`/api/v1/editions/${edition.slug}/follow-through/file?format=${format}&language=${language}&view=${view}`}
            download
          >
            {t(`reports.ft_${format}`)}
          </ButtonAnchor>
        ))}
      </Buttons>
    </div>
  );
}

// The officer's first screen: the month above the register as a grid.
import { Link } from '@tanstack/react-router';
import { useRead } from '#client/use-read.ts';
import { dayOf, ownZone } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAddress } from '#client/use-address.ts';
import { ButtonLink } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { later } from '#design/notices/later.tsx';
import { monthPage } from '../domain/month-page.ts';
import { deskSearch } from './address.ts';
import { deskQueries } from './client.ts';
import { DeskGrid } from './grid/desk-grid.tsx';
import { MonthColumns } from './month/month-columns.tsx';
import { MonthHead } from './month/month-head.tsx';

const TravelByYear = later(() => import('#modules/ties/ui/visit/travel-by-year.tsx'), 'TravelByYear');

/** /desk, and the first page of a city's office. */
export function DeskPage() {
  const { on } = useAddress(deskSearch);
  const office = useSession()?.offices.find(({ kind }) => kind === 'city' || kind === 'register');
  if (office === undefined) return <Nobody />;
  const today = dayOf(Date.now(), ownZone());
  return <OfficeDesk officeId={office.id} kind={office.kind} month={(on ?? today).slice(0, 7)} today={today} />;
}

function Nobody() {
  const { t } = useText();
  return (
    <>
      <Title title={t('ties.desk')} />
      <Empty heading={t('desk.no_office')}>{t('desk.no_office_text')}</Empty>
    </>
  );
}

interface OfficeDeskProps {
  readonly officeId: string;
  readonly kind: string;
  /** The month that is looked at, `2026-11`. */
  readonly month: string;
  readonly today: string;
}

function OfficeDesk({ officeId, kind, month, today }: OfficeDeskProps) {
  const { t } = useText();
  const data = useRead(deskQueries.openDesk.queryOptions({ input: { officeId, today } }));
  if (data === undefined) return <Skeleton label={t('ties.desk')} lines={9} />;
  const page = monthPage(data, { month, today });
  return (
    <div className="tight">
      <MonthHead desk={data} page={page} month={month} />
      {data.city === null && (kind === 'register' ? <Steward count={data.rows.length} /> : <NoCity />)}
      <MonthColumns desk={data} page={page} />
      {data.city !== null && (
        <p>
          <Link to="/cities/$slug/matches" params={{ slug: data.city.slug }}>
            {t('desk.to_matches')}
          </Link>
        </p>
      )}
      <DeskGrid desk={data} />
      {data.city !== null && <TravelByYear officeId={officeId} />}
    </div>
  );
}

/** The register office has no city and looks for none: what stands below are ties of cities without an office here. */
function Steward({ count }: { readonly count: number }) {
  const { t } = useText();
  return (
    <Empty heading={t('desk.steward_desk', { count })} actions={<ButtonLink to="/cities">{t('desk.steward_cities')}</ButtonLink>}>
      {t('desk.steward_desk_text')}
    </Empty>
  );
}

function NoCity() {
  const { t } = useText();
  return (
    <Empty heading={t('desk.no_city')} actions={<ButtonLink to="/cities">{t('desk.adopt')}</ButtonLink>}>
      {t('desk.no_city_text')}
    </Empty>
  );
}

// The officer's first screen: the month above the register as a grid.
import { Link, useSearch } from '@tanstack/react-router';
import { useRead } from '#client/use-read.ts';
import { dayOf, ownZone, useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { Desk } from '../contract/register.ts';
import { monthsLater } from '#modules/ties/domain/years.ts';
import { deskSearch } from './address.ts';
import { deskQueries } from './client.ts';
import { DeskGrid } from './grid/desk-grid.tsx';
import { useContradictedRows } from '#modules/outcomes/ui/ledger/contradicted-rows.tsx';
import { MonthColumns } from './month-columns.tsx';
import { Ruler, type RulerStep } from './ruler.tsx';
import { useCityNames } from '#modules/ties/ui/words.tsx';

/** /desk, and the first page of a city's office. */
export function DeskPage() {
  const { on } = deskSearch(useSearch({ strict: false }));
  const office = useSession()?.offices.find(({ kind }) => kind === 'city' || kind === 'register');
  if (office === undefined) return <Nobody />;
  return <OfficeDesk officeId={office.id} kind={office.kind} today={on ?? dayOf(Date.now(), ownZone())} />;
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
  readonly today: string;
}

function OfficeDesk({ officeId, kind, today }: OfficeDeskProps) {
  const { t } = useText();
  const waiting = useContradictedRows(officeId);
  const data = useRead(deskQueries.openDesk.queryOptions({ input: { officeId, today } }));
  if (data === undefined) return <Skeleton label={t('ties.desk')} lines={9} />;
  return (
    <div className="tight">
      <MonthTitle desk={data} />
      {data.city === null && (kind === 'register' ? <Steward count={data.rows.length} /> : <NoCity />)}
      <MonthRuler desk={data} />
      <MonthColumns desk={data} waiting={waiting} />
      <DeskGrid desk={data} />
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

function MonthTitle({ desk: { today } }: { readonly desk: Desk }) {
  const { t } = useText();
  const formats = useFormats();
  const month = today.slice(0, 7);
  const name = formats.spelt(formats.flexDate({ text: month, qualifier: 'exact' }));
  return (
    <Title
      title={name}
      note={
        <>
          {formats.day(today, 'day')} &ensp;
          <Link to="/desk" search={{ on: `${monthsLater(month, -1)}-01` }}>
            {t('desk.month_before')}
          </Link>{' '}
          &ensp;
          <Link to="/desk" search={{ on: `${monthsLater(month, 1)}-01` }}>
            {t('desk.month_after')}
          </Link>{' '}
          &ensp;
          <Link to="/desk/reminders">{t('desk.reminders')}</Link> &ensp;
          <Link to="/sources">{t('evidence.sources')}</Link>
        </>
      }
    />
  );
}

/** The days of the month with the ties of which something falls on them. */
function MonthRuler({ desk }: { readonly desk: Desk }) {
  const { t } = useText();
  const formats = useFormats();
  const nameOf = useCityNames(desk.rows);
  const month = desk.today.slice(0, 7);
  const [year = 0, of = 1] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, of, 0)).getUTCDate();
  const dues = [...desk.due, ...desk.endings, ...desk.anniversaries];
  const steps = Array.from({ length }, (_, at): RulerStep => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`;
    const names = [...new Set(dues.filter(({ on }) => on.text === day).map(({ tieId }) => nameOf(tieId)))];
    return { key: day, text: String(at + 1), names, now: day === desk.today };
  });
  return <Ruler label={t('desk.days_of', { month: formats.spelt(formats.flexDate({ text: month, qualifier: 'exact' })) })} steps={steps} />;
}

// What everybody may know of a tie: known, reported and unknown kept apart; every figure opens its entries and their sources.
import { later } from '#design/notices/later.tsx';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRead } from '#client/use-read.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Button, ButtonAnchor, ButtonLink, Buttons } from '#design/button.tsx';
import { useNaming } from '#design/named.tsx';
import { Section, Title } from '#design/page.tsx';
import { Figure as Written } from '#design/said.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { DomainBars } from '#modules/ties/ui/domain-row.tsx';
import { ContestedDates, PairLine } from '#modules/ties/ui/pair-line.tsx';
import { useClassName } from '#modules/ties/ui/words.tsx';
import type { TieReport } from '../contract.ts';
import type { Standing } from '#modules/evidence/domain/standing.ts';
import { inOwnOrder } from '#modules/ties/domain/naming.ts';
import type { PaperCopy } from '../domain/paper-copy.ts';
import { wholesOf } from '../domain/sorting.ts';
import { reportsQueries } from './client.ts';
import { Gaps } from './gaps.tsx';
import { Opening } from './report-opening.tsx';
import { ReportRow } from './report-row.tsx';
import './report.css';

/** Of most ties there is none. */
const SnapshotsLine = later(() => import('./snapshots/snapshots-line.tsx'), 'SnapshotsLine');
/** Only where several outcomes can be added. */
const Totals = later(() => import('./totals.tsx'), 'Totals');

export function ReportPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const data = useRead(reportsQueries.getTieReport.queryOptions({ input: { tie: slug } }));
  if (data === undefined) return <Skeleton label={t('reports.report')} lines={10} />;
  if (data.slug !== slug) return <Navigate to="/ties/$slug/report" params={{ slug: data.slug }} replace />;
  return <Report report={data} />;
}

export interface ReportProps {
  readonly report: TieReport;
  /** In place of the files of the public report: what this reading of it is. */
  readonly foreword?: ReactNode;
  /** Behind the sums, for whoever reads it besides everybody. */
  readonly sums?: ReactNode;
}

/** The same for everybody, but for the order in which the cities are named: an officer's own city first. */
export function Report({ report: neutral, foreword, sums }: ReportProps) {
  const { t } = useText();
  const naming = useNaming();
  const offices = useSession()?.offices.map(({ id }) => id) ?? [];
  const [first, second] = inOwnOrder(neutral.cities.first, neutral.cities.second, offices);
  const report = { ...neutral, cities: { first, second } };
  const names = { first: naming(first.name), second: naming(second.name) };
  const part = (standing: Standing) => wholesOf(report.entries).filter((entry) => entry.standing === standing);
  const rows = (standing: Standing) => (
    <Knowing kind={standing} count={part(standing).length}>
      {part(standing).map((entry) => (
        <ReportRow key={keyOf(entry)} entry={entry} report={report} />
      ))}
    </Knowing>
  );
  return (
    <article className="tie-report">
      <Title silent title={t('reports.head_report', names)} />
      <Head report={report} />
      <Lead report={report} isDraft={foreword !== undefined}>
        {foreword ?? (
          <>
            <Files report={neutral} />
            <SnapshotsLine slug={report.slug} />
          </>
        )}
      </Lead>
      {rows('known')}
      {part('contested').length > 0 && rows('contested')}
      {rows('reported')}
      {part('held').length > 0 && rows('held')}
      <Knowing kind="unknown" count={report.gaps.length}>
        <Gaps report={report} />
      </Knowing>
      {report.totals.length > 0 && <Totals report={report} />}
      {sums}
      <Section title={t('reports.many_sided')} aside={t('reports.many_sided_note')}>
        <DomainBars marks={report.domains} />
      </Section>
      <Foot report={report} />
    </article>
  );
}

const keyOf = (entry: TieReport['entries'][number]): string => {
  if (entry.kind === 'said') return `${entry.attribute} ${entry.cityId ?? ''}`;
  if (entry.kind === 'outcome') return entry.outcome.id;
  return entry.kind === 'agreement' ? entry.agreement.id : entry.exchange.id;
};

function Head({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const formats = useFormats();
  const className = useClassName(
    report.classCode === null || report.className === null ? [] : [{ code: report.classCode, name: report.className }],
  );
  const { cities, since, classCode, entries } = report;
  const contested = entries.find((entry) => entry.kind === 'said' && entry.attribute === 'established' && entry.standing === 'contested');
  const statusOf = (cityId: string) => {
    const value = entries.find((entry) => entry.kind === 'said' && entry.attribute === 'status' && entry.cityId === cityId);
    const said = value?.kind === 'said' ? value.shown.first?.value : undefined;
    const code = said?.type === 'code' ? said.code : null;
    return (['proposed', 'active', 'quiet', 'suspended', 'ended', 'revived'] as const).find((status) => status === code) ?? null;
  };
  return (
    <PairLine
      first={{ name: cities.first.name, slug: cities.first.slug, status: statusOf(cities.first.id) }}
      second={{ name: cities.second.name, slug: cities.second.slug, status: statusOf(cities.second.id) }}
      above={
        since === null ? (
          t('reports.since_unknown')
        ) : (
          <>
            {t('reports.since')}
            {contested?.kind === 'said' ? (
              <ContestedDates shown={contested.shown} />
            ) : (
              <b>
                <Written value={formats.flexDate(since)} />
              </b>
            )}
          </>
        )
      }
      below={classCode === null ? t('reports.class_unknown') : className(classCode)}
    />
  );
}

interface LeadProps {
  readonly report: TieReport;
  /** With lines that nobody has published. */
  readonly isDraft: boolean;
  readonly children: ReactNode;
}

function Lead({ report, isDraft, children }: LeadProps) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { name } = report.cities.first;
  const copy = useOwnCopy(report) !== 'neutral' ? t('ties.copy_of', { city: naming(name) }) : t('ties.neutral_copy');
  const offices = formats.list(report.publishers.map(({ name }) => naming(name)));
  return (
    <>
      <Opening report={report} />
      <p className="note">
        {t('reports.as_of', { day: formats.day(report.today, 'text'), copy })}{' '}
        {!isDraft && report.publishers.length > 0 && t('reports.published_by', { offices })}
      </p>
      {children}
    </>
  );
}

/** The version that names the city of the reader's own office first, of the cities in the order in which they stand. */
export function useOwnCopy({ cities: { first, second } }: Pick<TieReport, 'cities'>): PaperCopy {
  const offices = useSession()?.offices ?? [];
  const isOwn = ({ officeId }: typeof first): boolean => offices.some(({ id }) => id === officeId);
  return isOwn(first) ? 'first' : isOwn(second) ? 'second' : 'neutral';
}

/** Print and data; for members of an office the way to what not everybody reads yet. */
function Files({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const session = useSession();
  // Who reads their own version is given that.
  const copy = useOwnCopy(report);
  return (
    <div className="noprint">
      <Buttons>
        <Button onPress={() => print()}>{t('reports.print')}</Button>
        <ButtonAnchor kind="text" href={fileOf(report, 'pdf', copy)} download>
          PDF
        </ButtonAnchor>
        <ButtonAnchor kind="text" href={fileOf(report, 'docx', copy)} download>
          Word
        </ButtonAnchor>
        <ButtonAnchor kind="text" href={fileOf(report, 'xlsx')} download>
          {t('reports.data_xlsx')}
        </ButtonAnchor>
        <ButtonAnchor kind="text" href={fileOf(report, 'json')} download>
          {t('reports.data_json')}
        </ButtonAnchor>
        {(session?.offices.length ?? 0) > 0 && (
          <ButtonLink kind="text" to="/ties/$slug/report/draft" params={{ slug: report.slug }}>
            {t('reports.see_draft')}
          </ButtonLink>
        )}
      </Buttons>
    </div>
  );
}

const fileOf = ({ slug }: TieReport, format: string, copy: PaperCopy = 'neutral'): string =>
  `/api/v1/ties/${slug}/report/file?format=${format}${copy === 'neutral' ? '' : `&copy=${copy}`}`;

interface KnowingProps {
  readonly kind: Standing | 'unknown';
  readonly count: number;
  readonly children: ReactNode;
}

/** One of the parts, under a rule of its own kind: solid, double, dashed. */
function Knowing({ kind, count, children }: KnowingProps) {
  const { t } = useText();
  return (
    <section className={`knowing ${kind}`} aria-labelledby={`knowing-${kind}`}>
      <header>
        <h2 id={`knowing-${kind}`}>{t(`reports.${kind}`)}</h2>
        <p className="note">{t(`reports.${kind}_means`)}</p>
      </header>
      {count === 0 && kind !== 'held' && kind !== 'contested' ? <p className="note">{t(`reports.${kind}_none`)}</p> : <ul>{children}</ul>}
    </section>
  );
}

function Foot({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const naming = useNaming();
  return (
    <p className="note after noprint">
      {t('reports.foot')}{' '}
      {[report.cities.first, report.cities.second].map(({ id, slug, name }) => (
        <span key={id}>
          <Link to="/cities/$slug" params={{ slug }}>
            {naming(name)}
          </Link>{' '}
        </span>
      ))}
    </p>
  );
}

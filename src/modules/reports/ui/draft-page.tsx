// The report as a side reads it before everybody does: with what its office keeps or is shown, each line saying who reads it.
import { Gap } from '#design/page.tsx';
import { Navigate, useParams } from '@tanstack/react-router';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { ConvertedTotals } from '#modules/outcomes/ui/rates/converted-totals.tsx';
import type { TieReport } from '../contract.ts';
import { reportsQueries } from './client.ts';
import { Report } from './report-page.tsx';

export function ReportDraftPage() {
  const { t } = useText();
  const { slug = '' } = useParams({ strict: false });
  const data = useRead(reportsQueries.getTieReportDraft.queryOptions({ input: { tie: slug } }));
  if (data === undefined) return <Skeleton label={t('reports.report')} lines={10} />;
  if (data.slug !== slug) return <Navigate to="/ties/$slug/report/draft" params={{ slug: data.slug }} replace />;
  return <Report report={data} foreword={<Foreword report={data} />} sums={<Converted report={data} />} />;
}

/** The sums in the currency of the reader's office, by the rates that it chose. */
function Converted({ report }: { readonly report: TieReport }) {
  const office = useSession()?.offices[0];
  const again = new Set(report.alike.map(({ again: one }) => one));
  const summed = report.entries.flatMap((entry) => (entry.kind === 'outcome' && !again.has(entry.outcome.id) ? [entry.outcome.id] : []));
  return office === undefined || summed.length === 0 ? null : (
    <ConvertedTotals office={office.id} outcomeIds={summed} cities={[report.cities.first, report.cities.second]} />
  );
}

/** How many lines not everybody reads yet, and where a side adds its word. */
function Foreword({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const limited = report.entries.filter((entry) => readBy(entry) !== 'public').length;
  return (
    <Notice
      kind="plain"
      heading={t('reports.draft')}
      actions={
        <Buttons>
          <ButtonLink to="/ties/$slug" params={{ slug: report.slug }}>
            {t('reports.to_tie')}
          </ButtonLink>
          {report.isPublic && (
            <ButtonLink kind="text" to="/ties/$slug/report" params={{ slug: report.slug }}>
              {t('reports.to_public')}
            </ButtonLink>
          )}
        </Buttons>
      }
    >
      {limited === 0 ? t('reports.draft_same') : t('reports.draft_lines', { count: limited })}
      <Gap />
      {t('reports.draft_reply')}
    </Notice>
  );
}

function readBy(entry: TieReport['entries'][number]): 'private' | 'shared' | 'public' {
  switch (entry.kind) {
    case 'said':
      return entry.shown.first?.visibility ?? 'public';
    case 'agreement':
      return entry.agreement.visibility;
    case 'exchange':
      return entry.exchange.visibility;
    case 'outcome':
      return entry.outcome.visibility;
  }
}

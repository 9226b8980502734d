// Sums of several outcomes, each within one stage, kind, currency and assurance, and what is in no sum; stages stand in rows of their own and share no total.
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Figure as Written } from '#design/said.tsx';
import { isDirected, outcomeKinds } from '#modules/outcomes/domain/outcome.ts';
import { useDirection, useStageWord } from '#modules/outcomes/ui/words.tsx';
import type { TieReport } from '../contract.ts';

type Total = TieReport['totals'][number];

export function Totals({ report }: { readonly report: TieReport }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const word = useStageWord();
  const direction = useDirection();
  const kindOf = ({ kind }: Total) => outcomeKinds.find((known) => known === kind) ?? 'deal';
  const cityOf = (slug: string | null | undefined) =>
    [report.cities.first, report.cities.second].find((city) => city.slug === slug) ?? null;
  const wayOf = (total: Total): string | null =>
    isDirected(kindOf(total))
      ? (direction({ fromCity: cityOf(total.way?.from), toCity: cityOf(total.way?.to) }, naming) ?? t('outcomes.no_direction'))
      : null;
  const titles = ({ outcomes }: Total): readonly string[] =>
    report.entries.flatMap((entry) =>
      entry.kind === 'outcome' && outcomes.includes(entry.outcome.id) ? [naming(entry.outcome.title)] : [],
    );
  const columns: readonly Column<Total>[] = [
    { key: 'stage', head: t('outcomes.stage'), naming: true, cell: (total) => word(total.stage) },
    {
      key: 'kind',
      head: t('outcomes.kind'),
      cell: (total) => (
        <>
          {t(`outcomes.kind_${kindOf(total)}`)}
          {wayOf(total) !== null && <small>{wayOf(total)}</small>}
        </>
      ),
    },
    {
      key: 'amount',
      head: t('outcomes.amount'),
      end: true,
      cell: ({ amount, qualifier }) => <Written value={formats.money(amount, qualifier, 'table')} />,
    },
    {
      key: 'assurance',
      head: t('outcomes.assurance'),
      cell: (total) => <>{t(`design.assurance_${total.assurance}`)}</>,
    },
    { key: 'of', head: t('reports.sum_of'), cell: (total) => formats.list(titles(total)) },
  ];
  return (
    <Section title={t('reports.sums')} aside={t('reports.sums_note')}>
      <DataTable
        caption={t('reports.sums')}
        columns={columns}
        rows={report.totals}
        rowKey={({ kind, stage, amount, outcomes }) => [kind, stage, amount.currency, ...outcomes].join(' ')}
      />
      {report.alike.length > 0 && <p className="note after">{t('reports.alike_uncounted')}</p>}
    </Section>
  );
}

// Outcomes as a table: each with its figure, how far it came and how sure it is. Nothing is added up here.
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { DataTable, type Column } from '#design/data-table.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Figure as Written } from '#design/said.tsx';
import { Value } from '#modules/evidence/ui/value.tsx';
import type { OutcomeSummary } from '../../contract/shapes.ts';
import { assuredOf, leading } from '../../domain/headline.ts';
import { FigureSaid } from '../figure-said.tsx';
import { hasWhole, insideWholes, isDirected } from '../../domain/outcome.ts';
import './inside.css';
import { Assured, Reached, StageAmount, StageCount, useDirection, type Reader } from '../words.tsx';

export function OutcomeTable({ outcomes, reader }: { readonly outcomes: readonly OutcomeSummary[]; readonly reader: Reader }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const directionOf = useDirection(reader.cityId);
  // Where everybody sees all of them, that word beside each says nothing.
  const limited = outcomes.some(({ visibility }) => visibility !== 'public');
  const columns: readonly Column<OutcomeSummary>[] = [
    {
      key: 'title',
      head: t('outcomes.what'),
      naming: true,
      cell: ({ id, kind, title, visibility, occurred, partOf, whole, fromCity, toCity }) => (
        <span className={hasWhole({ partOf }, outcomes) ? 'part' : undefined}>
          <Link to="/outcomes/$id" params={{ id }}>
            <Named text={title} />
          </Link>{' '}
          {limited && <VisibilityMark visibility={visibility} />}
          {occurred !== null && (
            <small>
              <Written value={formats.flexDate(occurred, 'table')} />
            </small>
          )}
          {isDirected(kind) && <small>{directionOf({ fromCity, toCity }, naming) ?? t('outcomes.no_direction')}</small>}
          {whole !== null && !hasWhole({ partOf }, outcomes) && (
            <small>
              {t('outcomes.part_of')} <Named text={whole.title} />
            </small>
          )}
        </span>
      ),
    },
    { key: 'reached', head: t('outcomes.stage'), cell: (outcome) => <Reached outcome={outcome} /> },
    {
      key: 'count',
      head: t('outcomes.count'),
      end: true,
      cell: (outcome) => (outcome.extent === 'single' ? null : <LeadingCount outcome={outcome} />),
    },
    {
      key: 'amount',
      head: t('outcomes.amount'),
      end: true,
      cell: (outcome) => (outcome.extent === 'count_only' ? null : <LeadingAmount outcome={outcome} />),
    },
    {
      key: 'assurance',
      head: t('outcomes.assurance'),
      cell: (outcome) => {
        const figure = assuredOf(outcome);
        return figure === undefined ? (
          <Unknown>{t('outcomes.no_entry')}</Unknown>
        ) : (
          <Assured figure={figure} office={outcome.office.id} reader={reader} />
        );
      },
    },
  ];
  return <DataTable caption={t('outcomes.of_tie')} columns={columns} rows={insideWholes(outcomes)} rowKey={({ id }) => id} />;
}

/** What sources say beside the ledger: it came to no stage by that, and where they differ none of them is dropped. */
function StatedBySources({ values }: { readonly values: OutcomeSummary['statedFigures']['amount'] }) {
  const { t } = useText();
  return (
    <>
      {values.map((value, at) => (
        <span key={JSON.stringify(value)}>
          {at > 0 && t('ties.or')}
          <Value value={value} style="table" />
        </span>
      ))}
      {values.length > 1 && <small>{t('evidence.differ', { count: values.length - 1 })}</small>}
    </>
  );
}

/** How many; where no amount opens to who said it, the count does. */
function LeadingCount({ outcome }: { readonly outcome: OutcomeSummary }) {
  const figure = leading(outcome);
  const stated = outcome.statedFigures.count;
  if ((figure === undefined || figure.count === null) && stated.length > 0) return <StatedBySources values={stated} />;
  const count = <StageCount of={outcome} figure={figure} />;
  if (figure === undefined || figure.count === null || figure.amount !== null) return count;
  return (
    <FigureSaid figure={figure} outcome={outcome}>
      {count}
    </FigureSaid>
  );
}

/** The amount opens to who said it; where there is none, nobody did. */
function LeadingAmount({ outcome }: { readonly outcome: OutcomeSummary }) {
  const figure = leading(outcome);
  const stated = outcome.statedFigures.amount;
  if ((figure === undefined || figure.amount === null) && stated.length > 0) return <StatedBySources values={stated} />;
  if (figure === undefined || figure.amount === null) return <StageAmount figure={figure} />;
  return (
    <FigureSaid figure={figure} outcome={outcome}>
      <StageAmount figure={figure} />
    </FigureSaid>
  );
}

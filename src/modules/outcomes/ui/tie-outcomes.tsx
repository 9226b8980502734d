// What came of a tie, on its page: each outcome with its figure, how far it came and how sure it is. Nothing is added up here.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#client/api.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Ledger, type Column } from '#design/ledger.tsx';
import { Unknown, VisibilityMark } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notice.tsx';
import { Section } from '#design/page.tsx';
import { Figure as Written } from '#design/said.tsx';
import { Skeleton } from '#design/waiting.tsx';
import type { Figure, OutcomeSummary } from '../contract/shapes.ts';
import { Assured, Reached, StageAmount, StageCount, type Reader } from './words.tsx';

export interface TieOutcomesProps {
  readonly tie: { readonly id: string; readonly slug: string };
  /** The office of the reader that may record something here; null for everybody else. */
  readonly office: string | null;
  readonly reader: Reader;
}

/** The figure of the furthest stage that has one. */
export const leading = ({ figures, reached }: OutcomeSummary): Figure | undefined =>
  figures.find(({ stage }) => stage === reached.stage) ?? figures.at(-1);

export function TieOutcomes({ tie, office, reader }: TieOutcomesProps) {
  const { t } = useText();
  const { data, error } = useQuery(
    queries().outcomes.listOutcomes.queryOptions({ input: { subjectKind: 'tie', subjectId: tie.id, limit: 100 } }),
  );
  if (error !== null && data === undefined) throw error;
  const record = (kind: 'go' | 'plain') => (
    <ButtonLink kind={kind} to="/outcomes/new" search={{ tie: tie.slug }}>
      {t('outcomes.record')}
    </ButtonLink>
  );
  return (
    <Section title={t('outcomes.of_tie')} id="outcomes" aside={office === null ? t('outcomes.never_added') : record('plain')}>
      {data === undefined ? (
        <Skeleton lines={3} />
      ) : data.entries.length === 0 ? (
        <Empty heading={t('outcomes.none')} actions={office === null ? undefined : record('plain')}>
          {t('outcomes.none_text')}
        </Empty>
      ) : (
        <>
          <Outcomes outcomes={data.entries} reader={reader} />
          <p className="note after">{t('outcomes.never_added')}</p>
        </>
      )}
    </Section>
  );
}

function Outcomes({ outcomes, reader }: { readonly outcomes: readonly OutcomeSummary[]; readonly reader: Reader }) {
  const { t } = useText();
  const formats = useFormats();
  const columns: readonly Column<OutcomeSummary>[] = [
    {
      key: 'title',
      head: t('outcomes.what'),
      naming: true,
      cell: ({ id, title, visibility, occurred }) => (
        <>
          <Link to="/outcomes/$id" params={{ id }}>
            <Named text={title} />
          </Link>{' '}
          <VisibilityMark visibility={visibility} />
          {occurred !== null && (
            <small>
              <Written value={formats.flexDate(occurred, 'table')} />
            </small>
          )}
        </>
      ),
    },
    { key: 'reached', head: t('outcomes.stage'), cell: (outcome) => <Reached outcome={outcome} /> },
    {
      key: 'count',
      head: t('outcomes.count'),
      end: true,
      cell: (outcome) => (outcome.extent === 'single' ? null : <StageCount figure={leading(outcome)} />),
    },
    {
      key: 'amount',
      head: t('outcomes.amount'),
      end: true,
      cell: (outcome) => (outcome.extent === 'count_only' ? null : <StageAmount figure={leading(outcome)} />),
    },
    {
      key: 'assurance',
      head: t('outcomes.assurance'),
      cell: (outcome) => {
        const figure = leading(outcome);
        return figure === undefined ? (
          <Unknown>{t('outcomes.no_entry')}</Unknown>
        ) : (
          <Assured figure={figure} office={outcome.office.id} reader={reader} />
        );
      },
    },
  ];
  return <Ledger caption={t('outcomes.of_tie')} columns={columns} rows={outcomes} rowKey={({ id }) => id} />;
}

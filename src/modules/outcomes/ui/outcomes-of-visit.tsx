// What came of a visit: every outcome that has to do with it, each part inside its whole; what it cost stands above, on its own office's page alone.
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { outcomesQueries } from './client.ts';
import { OutcomeTable } from './ledger/outcome-table.tsx';
import type { TieOutcomesProps } from './tie-outcomes.tsx';

interface OutcomesOfVisitProps extends TieOutcomesProps {
  readonly visitId: string;
}

export function OutcomesOfVisit({ tie, visitId, office, reader }: OutcomesOfVisitProps) {
  const { t } = useText();
  const data = useRead(outcomesQueries.listOutcomes.queryOptions({ input: { subjectKind: 'exchange', subjectId: visitId, limit: 200 } }));
  const record = (
    <ButtonLink to="/outcomes/new" search={{ tie: tie.slug, visit: visitId }}>
      {t('outcomes.record')}
    </ButtonLink>
  );
  return (
    <Section title={t('outcomes.of_visit')} id="outcomes" aside={t('outcomes.never_added')}>
      {data === undefined ? (
        <Skeleton lines={3} />
      ) : data.entries.length === 0 ? (
        <Empty heading={t('outcomes.none')} actions={office === null ? undefined : record}>
          {t('outcomes.none_of_visit')}
        </Empty>
      ) : (
        <>
          <OutcomeTable outcomes={data.entries} reader={reader} />
          {data.nextCursor !== null && <p className="note">{t('outcomes.visit_cut', { count: 200 })}</p>}
          {office !== null && <Buttons after>{record}</Buttons>}
        </>
      )}
    </Section>
  );
}

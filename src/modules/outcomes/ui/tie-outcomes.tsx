// What came of a tie, on its page: one outcome with its figure, and all of them as a table.
import { Link } from '@tanstack/react-router';
import { later } from '#design/notices/later.tsx';
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink, Buttons } from '#design/button.tsx';
import { Named } from '#design/named.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Columns, Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { leadAmong } from '../domain/headline.ts';
import { isListedProject } from '../domain/outcome.ts';
import { outcomesQueries } from './client.ts';
import { OutcomeLead } from './outcome-lead.tsx';
import { OutcomeTable } from './ledger/outcome-table.tsx';
import type { Reader } from './words.tsx';

const AnswerHere = later(() => import('./ledger/answer-here.tsx'), 'AnswerHere');

/** The sums in the currency of the reader's office: for who has one. */
const ConvertedHere = later(
  () => import('./rates/converted-totals.tsx').then(({ ConvertedHere: Here }) => ({ ConvertedHere: Here })),
  'ConvertedHere',
);

export interface TieOutcomesProps {
  readonly tie: { readonly id: string; readonly slug: string };
  /** The office of the reader that may record something here; null for everybody else. */
  readonly office: string | null;
  readonly reader: Reader;
}

/** What is listed of a tie; the same answer wherever its page asks. */
export const outcomesOfTie = (tieId: string) =>
  outcomesQueries.listOutcomes.queryOptions({ input: { subjectKind: 'tie', subjectId: tieId, limit: 100 } });

export function TieOutcomes({ tie, office, reader }: TieOutcomesProps) {
  const { t } = useText();
  const data = useRead(outcomesOfTie(tie.id));
  const lead = leadAmong(data?.entries ?? []);
  const projects = (data?.entries ?? []).filter(isListedProject).length;
  const record = (
    <ButtonLink to="/outcomes/new" search={{ tie: tie.slug }}>
      {t('outcomes.record')}
    </ButtonLink>
  );
  return (
    <Section title={t('outcomes.of_tie')} id="outcomes" aside={t('outcomes.never_added')}>
      {data === undefined ? (
        <Skeleton lines={3} />
      ) : lead === undefined ? (
        <Empty heading={t('outcomes.none')} actions={office === null ? undefined : record}>
          {t('outcomes.none_text')}
        </Empty>
      ) : (
        <Columns>
          <div className="c4">
            <p className="read">
              <Link to="/outcomes/$id" params={{ id: lead.id }}>
                <Named text={lead.title} />
              </Link>
            </p>
            <OutcomeLead outcome={lead} reader={reader} />
            {office !== null && (
              <Buttons after>
                {record}
                <AnswerHere outcomeId={lead.id} />
              </Buttons>
            )}
          </div>
          <div className="c8">
            <OutcomeTable outcomes={data.entries} reader={reader} />
            {office !== null && <ConvertedHere outcomes={data.entries} office={office} />}
            {(projects > 0 || office !== null) && (
              <p className="note after">
                <Link to="/ties/$slug/projects" params={{ slug: tie.slug }}>
                  {t('outcomes.listed_here', { count: projects })}
                </Link>
              </p>
            )}
          </div>
        </Columns>
      )}
    </Section>
  );
}

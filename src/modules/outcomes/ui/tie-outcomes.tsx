// What came of a tie, on its page.
import { useRead } from '#client/use-read.ts';
import { useText } from '#client/language.ts';
import { ButtonLink } from '#design/button.tsx';
import { Empty } from '#design/notices/notice.tsx';
import { Section } from '#design/page.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { outcomesQueries } from './client.ts';
import { OutcomeLedger } from './ledger/outcome-ledger.tsx';
import type { Reader } from './words.tsx';

export interface TieOutcomesProps {
  readonly tie: { readonly id: string; readonly slug: string };
  /** The office of the reader that may record something here; null for everybody else. */
  readonly office: string | null;
  readonly reader: Reader;
}

export function TieOutcomes({ tie, office, reader }: TieOutcomesProps) {
  const { t } = useText();
  const data = useRead(outcomesQueries.listOutcomes.queryOptions({ input: { subjectKind: 'tie', subjectId: tie.id, limit: 100 } }));
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
          <OutcomeLedger outcomes={data.entries} reader={reader} />
          <p className="note after">{t('outcomes.never_added')}</p>
        </>
      )}
    </Section>
  );
}

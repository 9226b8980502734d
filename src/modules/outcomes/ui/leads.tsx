// From how many meetings of an edition a lead was noted, and of how many something was signed; of one edition, or of two side by side. For the organiser.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Ledger } from '#design/ledger.tsx';
import { Unknown } from '#design/marks.tsx';
import { Skeleton } from '#design/notices/waiting.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { useHeads } from '#modules/expos/ui/compare/heads.ts';
import { outcomesQueries } from './client.ts';

const steps = ['leads', 'agreed'] as const;

function Count({ of }: { readonly of: number | null }) {
  const { t } = useText();
  const formats = useFormats();
  return of === null ? <Unknown>{t('outcomes.leads_too_few')}</Unknown> : formats.number(of);
}

export function LeadsOf({ editionId }: { readonly editionId: string }) {
  const { t } = useText();
  const { data } = useQuery(outcomesQueries.getEditionLeads.queryOptions({ input: { editionId } }));
  return (
    <Section title={t('outcomes.leads_title')} aside={t('outcomes.leads_note')}>
      {data === undefined ? (
        <Skeleton lines={2} />
      ) : (
        <Facts entries={steps.map((step) => ({ term: t(`outcomes.leads_${step}`), value: <Count of={data[step]} /> }))} />
      )}
    </Section>
  );
}

type Both = Parameters<typeof useHeads>[0];

/** For who organises both. */
export function LeadsOfTwo({ earlier, later }: Both) {
  const session = useSession();
  const offices = session?.offices.map(({ id }) => String(id)) ?? [];
  return [earlier, later].every(({ organiser }) => offices.includes(organiser)) ? <Two {...{ earlier, later }} /> : null;
}

function Two({ earlier, later }: Both) {
  const { t } = useText();
  const [was, is] = useHeads({ earlier, later });
  const before = useQuery(outcomesQueries.getEditionLeads.queryOptions({ input: { editionId: earlier.id } })).data;
  const after = useQuery(outcomesQueries.getEditionLeads.queryOptions({ input: { editionId: later.id } })).data;
  if (before === undefined || after === undefined) return <Skeleton lines={3} />;
  return (
    <Section title={t('outcomes.leads_title')} aside={t('outcomes.leads_note')}>
      <Ledger
        caption={t('outcomes.leads_title')}
        keepColumns
        rows={steps}
        rowKey={(step) => step}
        columns={[
          { key: 'step', head: t('outcomes.leads_step'), naming: true, cell: (step) => t(`outcomes.leads_${step}`) },
          { key: 'was', head: was, end: true, cell: (step) => <Count of={before[step]} /> },
          { key: 'is', head: is, end: true, cell: (step) => <Count of={after[step]} /> },
        ]}
      />
    </Section>
  );
}

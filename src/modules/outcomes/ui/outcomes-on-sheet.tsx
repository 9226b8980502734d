// What came of a city's ties, on its sheet of paper: the last that everybody may see, also where an office prints it that keeps more.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Section } from '#design/page.tsx';
import { outcomesQueries } from './client.ts';
import { OutcomeTable } from './ledger/outcome-table.tsx';

/** As many as leave room for the rest. */
const MOST = 8;

export function OutcomesOnSheet({ city }: { readonly city: { readonly id: string; readonly officeId: string | null } }) {
  const { t } = useText();
  const input = { cityId: city.id, audience: 'public' as const, limit: MOST };
  const { data } = useQuery(outcomesQueries.listOutcomes.queryOptions({ input }));
  if (data === undefined || data.entries.length === 0) return null;
  return (
    <Section title={t('outcomes.of_city')} aside={t('outcomes.never_added')}>
      <OutcomeTable outcomes={data.entries} reader={{ isLeft: (office) => office === city.officeId }} />
    </Section>
  );
}

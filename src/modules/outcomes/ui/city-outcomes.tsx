// What came of a city's ties, on its page: what everybody may see, and for members of an office what their own keeps besides, marked so.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { paged } from '#client/use-pages.ts';
import { later } from '#design/notices/later.tsx';
import { More } from '#design/data-table.tsx';
import { Section } from '#design/page.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import { outcomesQueries } from './client.ts';
import { OutcomeTable } from './ledger/outcome-table.tsx';

/** Once all of them are shown: a sum of the first ones would be one of nothing in particular. */
const ConvertedHere = later(
  () => import('./rates/converted-totals.tsx').then(({ ConvertedHere: Here }) => ({ ConvertedHere: Here })),
  'ConvertedHere',
);

export function CityOutcomes({ city }: { readonly city: { readonly id: string; readonly officeId: string | null } }) {
  const { t } = useText();
  const session = useSession();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    outcomesQueries.listOutcomes.infiniteOptions(paged({ cityId: city.id, limit: 20 })),
  );
  if (error !== null && data === undefined) throw error;
  const outcomes = data?.pages.flatMap(({ entries }) => entries) ?? [];
  // Of a city of which nothing is recorded nothing is said: its ties above say what there is.
  if (outcomes.length === 0) return null;
  const isOurs = (office: string): boolean => session?.offices.some(({ id }) => id === office) ?? false;
  const ours = session?.offices[0]?.id;
  const member = (session?.offices.length ?? 0) > 0;
  return (
    <Section title={t('outcomes.of_city')} id="outcomes" aside={t('outcomes.never_added')}>
      <OutcomeTable
        outcomes={outcomes}
        reader={{ isLeft: (office) => (member ? isOurs(office) : office === city.officeId), cityId: city.id }}
      />
      {ours !== undefined && !hasNextPage && <ConvertedHere outcomes={outcomes} office={ours} />}
      {hasNextPage && <More busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </Section>
  );
}

// What awaits the register office beside the requests to adopt a city: pairs that offices have raised, and those that look like one city.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { Note, Section } from '#design/page.tsx';
import { Rows } from '#design/rows.tsx';
import { tiesQueries } from '../client.ts';

const waiting = ['asked', 'open'] as const;

const useCount = (state: (typeof waiting)[number]): number | undefined =>
  useQuery(tiesQueries.listDuplicates.queryOptions({ input: { state, limit: 1 } })).data?.of;

export function RegisterWaiting() {
  const { t } = useText();
  const counts = { asked: useCount('asked'), open: useCount('open') };
  const { asked = 0, open = 0 } = counts;
  const all = asked + open;
  return (
    <Section
      title={t('ties.duplicates')}
      {...(all > 0 ? { count: all, attention: asked > 0 } : {})}
      aside={<Link to="/cities/duplicates">{t('ties.duplicates_all')}</Link>}
    >
      {waiting.every((state) => counts[state] === 0) ? (
        <Note>{t('ties.duplicates_none_wait')}</Note>
      ) : all > 0 ? (
        <Rows
          wide
          entries={waiting
            .filter((state) => (counts[state] ?? 0) > 0)
            .map((state) => ({
              key: state,
              when: t(`ties.duplicates_${state}`),
              what: (
                <Link to="/cities/duplicates" search={state === 'open' ? {} : { state }}>
                  {t(`ties.duplicates_wait_${state}`, { count: counts[state] ?? 0 })}
                </Link>
              ),
            }))}
        />
      ) : null}
    </Section>
  );
}

// What sources state of a city, as facts: the value shown first opens to who said it; beside it how many sources there are and whether they differ.
import { useQuery } from '@tanstack/react-query';
import { useText } from '#client/language.ts';
import { Said } from '#modules/evidence/ui/said.tsx';
import type { Fact } from '#design/rows.tsx';
import { citiesQueries } from '../client.ts';

export function useSaidFacts(cityId: string): readonly Fact[] {
  const { t } = useText();
  const { data } = useQuery(citiesQueries.getCitySaid.queryOptions({ input: { cityId } }));
  return (data?.entries ?? []).flatMap(({ attribute, shown, sources, values }) =>
    shown.first === null
      ? []
      : [
          {
            term: t(`cities.said_${attribute}`),
            value: (
              <>
                <Said statement={shown.first} />
                {sources > 1 && (
                  <a className={values > 1 ? 'differs' : 'note'} href="#said">
                    {' '}
                    {values > 1 ? t('cities.said_sources', { sources, values }) : t('cities.said_sources_agree', { sources })}
                  </a>
                )}
              </>
            ),
          },
        ],
  );
}

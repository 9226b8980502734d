// Sums of outcomes in the currency of an office: at which rates, of when and by whom, and what is not in them. The one way in which pages show them; in one
// file, since each page fetches all of it or nothing.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { regionLabels, useText } from '#client/language.ts';
import { DataTable } from '#design/data-table.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { sayConverted } from '../../domain/rates/say-sum.ts';
import type { ConvertedShown } from '../../contract/rates.ts';
import type { OutcomeSummary } from '../../contract/shapes.ts';
import { outcomesQueries } from '../client.ts';
import { useDirection, useStageWord } from '../words.tsx';

interface CitiesOfSums {
  /** By whose names the direction of investments and services is told. */
  readonly cities: readonly { readonly id: string; readonly slug: string; readonly name: MultilingualText }[];
  /** Who has published it with what it stands in; left out where only the reader's office sees it. */
  readonly publishedBy?: MultilingualText;
}

export function ConvertedTable({
  converted: { conversion, totals },
  cities,
  publishedBy,
}: CitiesOfSums & { readonly converted: ConvertedShown }) {
  const { t, language } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const naming = useNaming();
  const direction = useDirection();
  const cityOf = (slug: string | null) => cities.find((city) => city.slug === slug) ?? null;
  if (totals.length === 0) return null;
  const rows = totals.map((total) => {
    const { sum, qualifier } = total;
    return { ...total, said: sayConverted(sum, conversion, { language, labels: regionLabels(), qualifier }) };
  });
  return (
    <Section
      title={t('outcomes.converted_title', { currency: formats.currencyNamed(conversion.to) })}
      aside={publishedBy === undefined ? t('outcomes.converted_note') : t('outcomes.converted_by', { office: naming(publishedBy) })}
    >
      <DataTable
        caption={t('outcomes.converted_title', { currency: formats.currencyNamed(conversion.to) })}
        rows={rows}
        rowKey={({ kind, stage, way, assurance }) => [kind, stage, way?.from, way?.to, assurance].join(' ')}
        columns={[
          { key: 'stage', head: t('outcomes.stage'), naming: true, cell: ({ stage }) => word(stage) },
          {
            key: 'kind',
            head: t('outcomes.kind'),
            cell: ({ kind, way }) => (
              <>
                {t(`outcomes.kind_${kind}`)}
                {way !== null && (
                  <small>{direction({ fromCity: cityOf(way.from), toCity: cityOf(way.to) }, naming) ?? t('outcomes.no_direction')}</small>
                )}
              </>
            ),
          },
          { key: 'assurance', head: t('outcomes.assurance'), cell: ({ assurance }) => t(`design.assurance_${assurance}`) },
          { key: 'outcomes', head: t('outcomes.converted_of'), end: true, cell: ({ outcomes }) => formats.number(outcomes.length) },
          {
            ...{ key: 'sum', head: t('outcomes.converted_sum') },
            cell: ({ said }) => (
              <>
                {said.whole}
                {said.left.map((line) => (
                  <small key={line}>{line}</small>
                ))}
                {said.rates.length > 2 && (
                  <details>
                    <summary>{t('outcomes.converted_rates')}</summary>
                    {said.rates.map((line) => (
                      <p key={line}>{line}</p>
                    ))}
                  </details>
                )}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}

interface ConvertedTotalsProps extends CitiesOfSums {
  readonly office: string;
  readonly outcomeIds: readonly string[];
}

/** In the currency that the reader's office chose; nothing where it chose none. */
export function ConvertedTotals({ office, outcomeIds, cities }: ConvertedTotalsProps) {
  const { data } = useQuery(outcomesQueries.convertTotals.queryOptions({ input: { officeId: office, outcomeIds: [...outcomeIds] } }));
  if (data === undefined || data.conversion === null) return null;
  return <ConvertedTable converted={{ ...data, conversion: data.conversion }} cities={cities} />;
}

/** Below a list of outcomes, with the cities that they go between. */
export function ConvertedHere({ outcomes, office }: { readonly outcomes: readonly OutcomeSummary[]; readonly office: string }) {
  const ends = outcomes.flatMap(({ fromCity, toCity }) => [fromCity, toCity].flatMap((city) => city ?? []));
  const cities = [...new Map(ends.map((city) => [city.id, city])).values()];
  return <ConvertedTotals office={office} outcomeIds={outcomes.map(({ id }) => id)} cities={cities} />;
}

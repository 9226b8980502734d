// Sums of outcomes in the currency that the reader's office chose: at which rates, and what is not in them. Nothing where it chose none.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { regionLabels, useText } from '#client/language.ts';
import { Ledger } from '#design/ledger.tsx';
import { useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { sayConverted } from '../../domain/rates/say-sum.ts';
import { outcomesQueries } from '../client.ts';
import { useDirection, useStageWord } from '../words.tsx';

interface ConvertedTotalsProps {
  readonly office: string;
  readonly outcomeIds: readonly string[];
  /** By whose names the direction of investments and services is told. */
  readonly cities: readonly { readonly id: string; readonly slug: string; readonly name: MultilingualText }[];
}

export function ConvertedTotals({ office, outcomeIds, cities }: ConvertedTotalsProps) {
  const { t, language } = useText();
  const formats = useFormats();
  const word = useStageWord();
  const naming = useNaming();
  const direction = useDirection();
  const cityOf = (slug: string | null) => cities.find((city) => city.slug === slug) ?? null;
  const { data } = useQuery(outcomesQueries.convertTotals.queryOptions({ input: { officeId: office, outcomeIds: [...outcomeIds] } }));
  if (data === undefined || data.conversion === null || data.totals.length === 0) return null;
  const { conversion } = data;
  const rows = data.totals.map((total) => {
    const { sum, qualifier } = total;
    return { ...total, said: sayConverted(sum, conversion, { language, labels: regionLabels(), qualifier }) };
  });
  return (
    <Section title={t('outcomes.converted_title', { currency: formats.currency(conversion.to) })} aside={t('outcomes.converted_note')}>
      <Ledger
        caption={t('outcomes.converted_title', { currency: formats.currency(conversion.to) })}
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

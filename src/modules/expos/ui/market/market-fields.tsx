// What a company offers and seeks by the edition's topics, its markets and its size: the same fields wherever it is said.
import { useQuery } from '@tanstack/react-query';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { CountriesField } from '#design/fields/countries-field.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { ManyField } from '#design/fields/many-field.tsx';
import { MultilingualField, type MultilingualFieldProps } from '#design/fields/multilingual-field.tsx';
import type { FieldWords } from '#design/fields/two-values.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { entryKinds, type EntryKind } from '#modules/organisations/domain/entry.ts';
import { sizes } from '../../domain/topic.ts';
import type { Listing } from '../../contract/roster.ts';
import { exposQueries } from '../client.ts';
import { DetailsFields, detailsDraft, sentDetails, TitleField, useDetailsWords, type DetailsDraft } from './details.tsx';

/** As it is typed; '' where no size is said. */
export interface MarketDraft {
  readonly offerTopics: readonly string[];
  readonly needTopics: readonly string[];
  readonly markets: readonly string[];
  readonly size: (typeof sizes)[number] | '';
  readonly offerDetails: DetailsDraft;
  readonly needDetails: DetailsDraft;
}

type MarketSaid = Omit<MarketDraft, 'size' | 'offerDetails' | 'needDetails'> &
  Pick<Listing, 'offerDetails' | 'needDetails'> & { readonly size: (typeof sizes)[number] | null };

export const marketDraft = (said: MarketSaid | null): MarketDraft => ({
  ...{ offerTopics: said?.offerTopics ?? [], needTopics: said?.needTopics ?? [], markets: said?.markets ?? [], size: said?.size ?? '' },
  ...{ offerDetails: detailsDraft(said?.offerDetails ?? null), needDetails: detailsDraft(said?.needDetails ?? null) },
});

export const sentMarket = ({ offerTopics, needTopics, markets, size, offerDetails, needDetails }: MarketDraft) => ({
  ...{ offerTopics: [...offerTopics], needTopics: [...needTopics], markets: [...markets], size: size === '' ? null : size },
  ...{ offerDetails: sentDetails(offerDetails), needDetails: sentDetails(needDetails) },
});

export interface TopicNamed {
  readonly id: string;
  readonly name: MultilingualText;
}

/** The topics of an edition in their order, once they are read. */
export const useTopics = (editionId: string): readonly TopicNamed[] =>
  useQuery(exposQueries.listTopics.queryOptions({ input: { editionId } })).data?.entries ?? [];

interface SayingFieldsProps {
  readonly kind: EntryKind;
  readonly draft: MarketDraft;
  readonly onChange: (change: Partial<MarketDraft>) => void;
  /** Of its words. */
  readonly field: MultilingualFieldProps;
}

/** An offer or a need: its title, then its words. */
export function SayingFields({ kind, draft, onChange, field }: SayingFieldsProps) {
  const name = `${kind}Details` as const;
  return (
    <>
      <TitleField name={name} value={draft[name]} onChange={(said) => onChange({ [name]: said })} />
      <MultilingualField {...field} long />
    </>
  );
}

interface MarketFieldsProps {
  readonly topics: readonly TopicNamed[];
  readonly draft: MarketDraft;
  readonly onChange: (change: Partial<MarketDraft>) => void;
}

function TopicsField({ topics, draft, onChange }: MarketFieldsProps) {
  const { t } = useText();
  const naming = useNaming();
  if (topics.length === 0) return null;
  const options = topics.map(({ id, name }) => ({ value: id, text: naming(name) }));
  return (['offerTopics', 'needTopics'] as const).map((field) => (
    <ManyField
      key={field}
      name={field}
      label={t(`expos.${field === 'offerTopics' ? 'offer_topics' : 'need_topics'}`)}
      options={options}
      value={draft[field]}
      onChange={(chosen) => onChange({ [field]: chosen })}
    />
  ));
}

const marketParts = ['topics', 'markets', 'size'] as const;

export const MarketFields = (props: MarketFieldsProps) => (
  <>
    <MarketPartFields {...props} parts={marketParts} />
    <MoreFields {...props} kinds={entryKinds} />
  </>
);

/** What may be said of an offer and a need beside title and words. */
export const MoreFields = ({ kinds, draft, onChange }: Omit<MarketFieldsProps, 'topics'> & { readonly kinds: readonly EntryKind[] }) =>
  kinds.map((kind) => {
    const name = `${kind}Details` as const;
    return <DetailsFields key={name} name={name} value={draft[name]} onChange={(said) => onChange({ [name]: said })} />;
  });

/** Those of the fields that are asked. */
export function MarketPartFields({ parts, ...props }: MarketFieldsProps & { readonly parts: readonly (typeof marketParts)[number][] }) {
  const { t } = useText();
  const { draft, onChange } = props;
  return (
    <>
      {parts.includes('topics') && <TopicsField {...props} />}
      <Fields>
        {parts.includes('markets') && (
          <CountriesField
            name="markets"
            label={t('expos.markets')}
            hint={t('expos.markets_hint')}
            optional
            value={draft.markets}
            onChange={(markets) => onChange({ markets })}
          />
        )}
        {parts.includes('size') && (
          <SizeField
            optional
            label={t('expos.size')}
            none={t('expos.size_none')}
            value={draft.size}
            onChange={(size) => onChange({ size })}
          />
        )}
      </Fields>
    </>
  );
}

interface SizeFieldProps {
  readonly optional?: boolean;
  readonly label: string;
  readonly none: string;
  readonly value: MarketDraft['size'];
  readonly onChange: (size: MarketDraft['size']) => void;
}

export function SizeField({ none, ...rest }: SizeFieldProps) {
  const { t } = useText();
  return (
    <SelectField
      {...rest}
      name="size"
      options={[{ value: '', text: none }, ...sizes.map((size) => ({ value: size, text: t(`expos.size_${size}`) }))]}
    />
  );
}

/** How these fields are called and written where two values stand side by side. */
export function useMarketWords(topics: readonly TopicNamed[]): readonly FieldWords<MarketDraft>[] {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const details = useDetailsWords();
  const named = (ids: readonly string[]) => formats.list(topics.filter(({ id }) => ids.includes(id)).map(({ name }) => naming(name)));
  return [
    { key: 'offerTopics', label: t('expos.offer_topics'), show: ({ offerTopics }) => named(offerTopics) },
    { key: 'needTopics', label: t('expos.need_topics'), show: ({ needTopics }) => named(needTopics) },
    { key: 'markets', label: t('expos.markets'), show: ({ markets }) => formats.list(markets.map((code) => formats.countryName(code))) },
    { key: 'size', label: t('expos.size'), show: ({ size }) => (size === '' ? t('expos.size_none') : t(`expos.size_${size}`)) },
    { key: 'offerDetails', label: t('expos.offer_details'), show: ({ offerDetails }) => details(sentDetails(offerDetails)) },
    { key: 'needDetails', label: t('expos.need_details'), show: ({ needDetails }) => details(sentDetails(needDetails)) },
  ];
}

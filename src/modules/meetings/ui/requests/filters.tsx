// How whom to meet is narrowed down by what they say: country, topics they offer or look for, market, size.
import { useText } from '#client/language.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { SizeField, useTopics, type MarketDraft } from '#modules/expos/ui/market/market-fields.tsx';
import { Named } from '../edition/names.tsx';

/** '' where all are shown. */
export interface CounterpartFilter {
  readonly country: string;
  readonly offers: string;
  readonly seeks: string;
  readonly market: string;
  readonly size: MarketDraft['size'];
}

export const noFilter: CounterpartFilter = { country: '', offers: '', seeks: '', market: '', size: '' };

/** What is chosen of it. */
export const sentFilter = ({ country, offers, seeks, market, size }: CounterpartFilter) => ({
  ...(country === '' ? {} : { country }),
  ...(offers === '' ? {} : { offers }),
  ...(seeks === '' ? {} : { seeks }),
  ...(market === '' ? {} : { market }),
  ...(size === '' ? {} : { size }),
});

interface FiltersProps {
  readonly editionId: string;
  readonly value: CounterpartFilter;
  readonly onChange: (value: CounterpartFilter) => void;
}

export function CounterpartFilters({ editionId, value, onChange }: FiltersProps) {
  const { t } = useText();
  const naming = useNaming();
  const topics = useTopics(editionId);
  const all = t('meetings.all');
  const options = [{ value: '', text: all }, ...topics.map(({ id, name }) => ({ value: id, text: naming(name) }))];
  const set = (change: Partial<CounterpartFilter>) => onChange({ ...value, ...change });
  return (
    <>
      {topics.length > 0 &&
        (['offers', 'seeks'] as const).map((side) => (
          <SelectField
            key={side}
            name={side}
            label={t(`expos.filter_${side}`)}
            value={value[side]}
            onChange={(chosen) => set({ [side]: chosen })}
            options={options}
          />
        ))}
      <CountryField
        name="country"
        label={t('meetings.country')}
        none={all}
        value={value.country}
        onChange={(country) => set({ country })}
      />
      <CountryField name="market" label={t('expos.filter_market')} none={all} value={value.market} onChange={(market) => set({ market })} />
      <SizeField label={t('expos.size')} none={all} value={value.size} onChange={(size) => set({ size })} />
    </>
  );
}

interface SayingProps {
  readonly editionId: string;
  readonly text: MultilingualText | null;
  readonly topics: readonly string[];
}

/** What somebody said of themselves, in the reader's language where it exists, and the topics they named; nothing where nothing was said. */
export function Saying({ editionId, text, topics }: SayingProps) {
  const naming = useNaming();
  const named = useTopics(editionId).filter(({ id }) => topics.includes(id));
  return (
    <>
      {text !== null && <Named name={text} />}
      {named.length > 0 && <small className="ownline">{named.map(({ name }) => naming(name)).join(' · ')}</small>}
    </>
  );
}

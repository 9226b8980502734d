// How a list of who takes part, or of whom to meet, is narrowed down by what they say: country, topics they offer or look for, market, size.
import { useText } from '#client/language.ts';
import { CountryField } from '#design/fields/country-field.tsx';
import { SelectField } from '#design/fields/field.tsx';
import { Named, useNaming } from '#design/named.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import type { Listing } from '../../contract/roster.ts';
import { DetailsLine, EntryTitle } from './details.tsx';
import { SizeField, useTopics, type MarketDraft } from './market-fields.tsx';

/** '' where all are shown. */
export interface ListingFilter {
  readonly country: string;
  readonly offers: string;
  readonly seeks: string;
  readonly market: string;
  readonly size: MarketDraft['size'];
  readonly hall: string;
}

export const noFilter: ListingFilter = { country: '', offers: '', seeks: '', market: '', size: '', hall: '' };

/** What is chosen of it. */
export const sentFilter = ({ country, offers, seeks, market, size, hall }: ListingFilter) => ({
  ...(country === '' ? {} : { country }),
  ...(offers === '' ? {} : { offers }),
  ...(seeks === '' ? {} : { seeks }),
  ...(market === '' ? {} : { market }),
  ...(size === '' ? {} : { size }),
  ...(hall === '' ? {} : { hall }),
});

interface FiltersProps {
  readonly editionId: string;
  /** Whether the reader may know what they say of themselves; the public may not, and filters by country alone. */
  readonly said?: boolean;
  /** The countries and regions that occur. */
  readonly countries: readonly string[] | undefined;
  /** In which halls there are stands, where one may seek by them. */
  readonly halls?: readonly string[];
  readonly value: ListingFilter;
  readonly onChange: (value: ListingFilter) => void;
}

export function ListingFilters({ editionId, said = true, countries, halls = [], value, onChange }: FiltersProps) {
  const { t } = useText();
  const naming = useNaming();
  const topics = useTopics(editionId);
  const all = t('expos.filter_all');
  const options = [{ value: '', text: all }, ...topics.map(({ id, name }) => ({ value: id, text: naming(name) }))];
  const set = (change: Partial<ListingFilter>) => onChange({ ...value, ...change });
  return (
    <>
      {said &&
        topics.length > 0 &&
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
        label={t('expos.country')}
        none={all}
        among={countries}
        value={value.country}
        onChange={(country) => set({ country })}
      />
      {halls.length > 1 && (
        <SelectField
          name="hall"
          label={t('expos.filter_hall')}
          value={value.hall}
          onChange={(hall) => set({ hall })}
          options={[{ value: '', text: all }, ...halls.map((hall) => ({ value: hall, text: hall }))]}
        />
      )}
      {said && (
        <>
          <CountryField
            name="market"
            label={t('expos.filter_market')}
            none={all}
            value={value.market}
            onChange={(market) => set({ market })}
          />
          <SizeField label={t('expos.size')} none={all} value={value.size} onChange={(size) => set({ size })} />
        </>
      )}
    </>
  );
}

interface SayingProps {
  readonly editionId: string;
  readonly text: MultilingualText | null;
  readonly topics: readonly string[];
  readonly details: Listing['offerDetails'];
}

/** What somebody said of themselves under its title, in the reader's language where it exists, and the topics they named, with what else they said of it; nothing where nothing was said. */
export function Saying({ editionId, text, topics, details }: SayingProps) {
  const naming = useNaming();
  const named = useTopics(editionId).filter(({ id }) => topics.includes(id));
  return (
    <>
      <EntryTitle said={details} quiet={text !== null} />
      {text !== null && <Named text={text} />}
      {named.length > 0 && <small className="ownline">{named.map(({ name }) => naming(name)).join(' · ')}</small>}
      <DetailsLine said={details} />
    </>
  );
}

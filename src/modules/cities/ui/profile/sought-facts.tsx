// What partner a city looks for, in two columns; a list that is empty leaves it open.
import { writing } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { AsWritten, Named } from '#design/named.tsx';
import { Facts } from '#design/rows.tsx';
import type { SoughtShape } from '../../contract/profile.ts';

export function SoughtFacts({ sought }: { readonly sought: SoughtShape }) {
  const { t, language } = useText();
  const formats = useFormats();
  const listed = (words: readonly string[]): string => words.join(writing[language].enumeration);
  const places = [
    ...sought.regions.map((region) => t(`cities.world_${region}`)),
    ...sought.countries.map((country) => formats.countryName(country)),
  ];
  const named = (term: string, words: readonly string[]) => (words.length === 0 ? [] : [{ term, value: listed(words) }]);
  return (
    <Facts
      entries={[
        { term: t('cities.sought_places'), value: places.length === 0 ? t('cities.anywhere') : listed(places) },
        ...named(
          t('cities.sought_size'),
          sought.sizes.map((size) => t(`cities.size_${size}`)),
        ),
        {
          term: t('cities.sought_domains'),
          value: sought.domains.length === 0 ? t('cities.any_theme') : listed(sought.domains.map((domain) => t(`cities.domain_${domain}`))),
        },
        ...named(
          t('cities.sought_ties'),
          sought.ties.map((tie) => t(`cities.seeks_${tie}`)),
        ),
        ...(Object.keys(sought.offers).length === 0 ? [] : [{ term: t('cities.sought_offers'), value: <Named text={sought.offers} /> }]),
        ...named(
          t('cities.sought_languages'),
          sought.languages.map((tag) => formats.languageName(tag)),
        ),
        {
          term: t('cities.sought_contact'),
          value: (
            <>
              <Named text={sought.contact} />
              {writing[language].colon}
              <AsWritten text={sought.reach} />
            </>
          ),
        },
        { term: t('cities.sought_until'), value: formats.day(sought.until) },
      ]}
    />
  );
}

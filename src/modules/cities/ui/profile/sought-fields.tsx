// What partner a city looks for: who, what for, what it offers, which office answers, until when.
import { languages } from '#kernel/language.ts';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { bind } from '#design/fields/bind.ts';
import { TextAction } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Fields, TextField } from '#design/fields/field.tsx';
import { MultilingualField } from '#design/fields/multilingual-field.tsx';
import type { SoughtShape } from '../../contract/profile.ts';
import { domains } from '../../domain/profile/domains.ts';
import { citySizes, soughtTies } from '../../domain/profile/partner-call.ts';
import { worldRegions } from '../../domain/world-regions.ts';
import { ManyField } from '#design/fields/many-field.tsx';

const halfYear = 183 * 86_400_000;

/** Open to all, for half a year. */
export const openSought = (): SoughtShape => ({
  ...{ countries: [], regions: [], sizes: [], domains: [], ties: [], languages: [...languages], offers: {}, contact: {}, reach: '' },
  until: new Date(Date.now() + halfYear).toISOString().slice(0, 10),
});

interface SoughtFieldsProps {
  readonly value: SoughtShape;
  readonly onChange: (value: SoughtShape) => void;
}

/** Languages in which offices write to each other; others stay as they were entered. */
export const commonLanguages: readonly string[] = [...new Set([...languages, 'fr', 'es', 'de', 'pt', 'ru', 'ar', 'ja', 'ko', 'it'])];

export function SoughtFields({ value, onChange }: SoughtFieldsProps) {
  const { t } = useText();
  const formats = useFormats();
  const set = (change: Partial<SoughtShape>) => onChange({ ...value, ...change });
  const field = bind(value, onChange, 'sought.');
  const tags = [...new Set([...commonLanguages, ...value.languages])];
  return (
    <fieldset className="plain">
      <legend className="lbl">{t('cities.sought')}</legend>
      <p className="note">{t('cities.sought_note')}</p>
      <ManyField
        name="sought.regions"
        label={t('cities.sought_regions')}
        options={worldRegions.map((region) => ({ value: region, text: t(`cities.world_${region}`) }))}
        value={value.regions}
        onChange={(regions) => set({ regions: [...regions] })}
      />
      <Countries value={value} onChange={onChange} />
      <ManyField
        name="sought.domains"
        label={t('cities.sought_domains')}
        options={domains.map((domain) => ({ value: domain, text: t(`cities.domain_${domain}`) }))}
        value={value.domains}
        onChange={(chosen) => set({ domains: [...chosen] })}
      />
      <ManyField
        name="sought.ties"
        label={t('cities.sought_ties')}
        options={soughtTies.map((tie) => ({ value: tie, text: t(`cities.seeks_${tie}`) }))}
        value={value.ties}
        onChange={(ties) => set({ ties: [...ties] })}
      />
      <ManyField
        name="sought.sizes"
        label={t('cities.sought_size')}
        options={citySizes.map((size) => ({ value: size, text: t(`cities.size_${size}`) }))}
        value={value.sizes}
        onChange={(sizes) => set({ sizes: [...sizes] })}
      />
      <ManyField
        name="sought.languages"
        label={t('cities.sought_languages')}
        options={tags.map((tag) => ({ value: tag, text: formats.languageName(tag) }))}
        value={value.languages}
        onChange={(languages) => set({ languages: [...languages] })}
      />
      <MultilingualField {...field('offers')} label={t('cities.sought_offers')} optional long />
      <MultilingualField {...field('contact')} label={t('cities.contact_office')} hint={t('cities.contact_hint')} />
      <Fields>
        <TextField {...field('reach')} label={t('cities.reach')} hint={t('cities.reach_hint')} />
        <TextField {...field('until')} type="date" label={t('cities.sought_until')} />
      </Fields>
    </fieldset>
  );
}

function Countries({ value, onChange }: SoughtFieldsProps) {
  const { t } = useText();
  const formats = useFormats();
  const set = (countries: readonly string[]) => onChange({ ...value, countries: [...countries] });
  return (
    <>
      <CountryField
        name="sought.countries"
        label={t('cities.sought_countries')}
        none={t('cities.add_country')}
        value=""
        onChange={(country) => (country === '' || value.countries.includes(country) ? undefined : set([...value.countries, country]))}
      />
      {value.countries.length > 0 && (
        <ul className="inline">
          {value.countries.map((country) => (
            <li key={country}>
              {formats.countryName(country)}{' '}
              <TextAction
                aria-label={t('cities.remove_country', { name: formats.countryName(country) })}
                onPress={() => set(value.countries.filter((one) => one !== country))}
              >
                {t('cities.remove')}
              </TextAction>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

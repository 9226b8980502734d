// What a city is called in all languages, where it lies and who keeps the entry.
import type { ReactNode } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { Unknown } from '#design/marks.tsx';
import { Named } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Facts } from '#design/rows.tsx';
import type { City } from '../../contract.ts';
import { GazetteerCredit } from '../search/gazetteer-credit.tsx';
import { useSaidFacts } from './said-rows.tsx';

export function CityFacts({ city, aside }: { readonly city: City; readonly aside?: ReactNode }) {
  const { t } = useText();
  const formats = useFormats();
  const said = useSaidFacts(city.id);
  const { names, latitude, longitude, farInSets, steward, officeId, geonamesId } = city;
  const degrees = (value: number): string => formats.number(Math.round(Math.abs(value) * 100) / 100);
  return (
    <Section title={t('cities.facts')} aside={aside}>
      <Facts
        entries={[
          ...names.map(({ language, text, kind, origin }) => ({
            term: t('cities.name_in', { language: formats.languageName(language) }),
            value: (
              <>
                <span lang={language}>{text}</span>
                <NameRemark kind={kind} origin={origin} />
              </>
            ),
          })),
          ...said,
          {
            term: t('cities.place'),
            value:
              latitude === null || longitude === null ? (
                <Unknown />
              ) : (
                <>
                  {t('cities.coordinates', {
                    latitude: degrees(latitude),
                    north: t(latitude < 0 ? 'cities.south' : 'cities.north'),
                    longitude: degrees(longitude),
                    east: t(longitude < 0 ? 'cities.west' : 'cities.east'),
                  })}
                  {farInSets !== null && (
                    <span className="differs"> {t(`cities.far_shown_by_${farInSets.shownBy}`, { km: formats.number(farInSets.km) })}</span>
                  )}
                </>
              ),
          },
          {
            term: t('cities.steward'),
            value: (
              <>
                <Named text={steward.name} />
                {officeId === null && <span className="note"> {t('cities.no_office_yet')}</span>}
              </>
            ),
          },
        ]}
      />
      {geonamesId !== null && <GazetteerCredit />}
    </Section>
  );
}

/** A short or former name says so; one that came from the gazetteer, too. */
function NameRemark({ kind, origin }: Pick<City['names'][number], 'kind' | 'origin'>) {
  const { t } = useText();
  const remarks = [
    ...(kind === 'official' ? [] : [t(`cities.name_${kind}`)]),
    ...(origin === 'machine' ? [t('design.machine_made')] : origin === 'import' ? [t('cities.from_gazetteer')] : []),
  ];
  return remarks.map((words) => (
    <span key={words} className="note">
      {' '}
      {t('design.in_brackets', { words })}
    </span>
  ));
}

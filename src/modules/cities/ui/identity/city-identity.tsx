// What a city is known by elsewhere, the bodies it hangs together with, and what else is called so.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '#client/formats.ts';
import { needWorkingTexts, useText } from '#client/language.ts';
import { later } from '#design/notices/later.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Section } from '#design/page.tsx';
import { Facts, type Fact } from '#design/rows.tsx';
import type { City } from '../../contract.ts';
import type { CityIdentity as Identity, CityRelation, OtherCity } from '../../contract/identity.ts';
import { citiesQueries } from '../client.ts';

const Editing = later(async () => {
  await needWorkingTexts();
  return import('./edit-identity.tsx');
}, 'EditIdentity');
const TakeBack = later(async () => {
  await needWorkingTexts();
  return import('./take-relation-back.tsx');
}, 'TakeRelationBack');

/** Nothing where there is nothing to tell and nobody to tell it. */
export function CityIdentity({ city }: { readonly city: City }) {
  const { t } = useText();
  const { data } = useQuery(citiesQueries.getCityIdentity.queryOptions({ input: { cityId: city.id } }));
  if (data === undefined) return null;
  const { geonamesId, wikidataId, relations, namesakes } = data;
  const isEmpty = geonamesId === null && wikidataId === null && relations.length + namesakes.length === 0;
  if (isEmpty && !city.mayEdit) return null;
  return (
    <Section title={t('cities.identity')} aside={city.mayEdit && <Editing city={city} identity={data} />}>
      <Identified identity={data} />
    </Section>
  );
}

function Identified({ identity: { geonamesId, wikidataId, wikidataReason, relations, namesakes } }: { readonly identity: Identity }) {
  const { t } = useText();
  const entries: Fact[] = [
    ...relations.map((relation) => ({
      term: t(`cities.relation_${relation.kind}_${relation.side}`),
      value: <Related relation={relation} />,
    })),
    ...namesakes.map((other) => ({ term: t('cities.namesake'), value: <Other other={other} /> })),
  ];
  if (geonamesId !== null)
    entries.push({ term: t('cities.geonames'), value: <a href={`https://www.geonames.org/${String(geonamesId)}`}>{geonamesId}</a> });
  if (wikidataId !== null)
    entries.push({
      term: t('cities.wikidata'),
      value: (
        <>
          <a href={`https://www.wikidata.org/wiki/${wikidataId}`}>{wikidataId}</a>
          {wikidataReason !== null && <span className="note"> {wikidataReason}</span>}
        </>
      ),
    });
  return <Facts entries={entries} />;
}

function Other({ other }: { readonly other: OtherCity }) {
  const { t } = useText();
  const formats = useFormats();
  const naming = useNaming();
  const { slug, name, kind, countryName, kilometres } = other;
  const place = t('cities.kind_in_country', { kind: t(`cities.kind_${kind}`), country: naming(countryName) });
  const away = kilometres === null ? [] : [t('cities.kilometres_away', { number: formats.number(kilometres) })];
  return (
    <>
      <Link to="/cities/$slug" params={{ slug }}>
        <Named text={name} quiet />
      </Link>
      <span className="note"> {[place, ...away].join(' · ')}</span>
    </>
  );
}

function Related({ relation }: { readonly relation: CityRelation }) {
  return (
    <>
      <Other other={relation.city} />
      <small className="note block">
        {relation.reason}
        {relation.mayRemove && <TakeBack relation={relation} />}
      </small>
    </>
  );
}

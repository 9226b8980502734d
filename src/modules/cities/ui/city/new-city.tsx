// A city enters the register: chosen from the gazetteer, or by hand where it is not there.
import { languages } from '#kernel/language.ts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { askedOf, formTrouble } from '#client/use-action.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { Button, Buttons, TextAction } from '#design/button.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { Fields, SelectField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { KeepTyped } from '#design/fields/keep-typed.tsx';
import { useNaming } from '#design/named.tsx';
import { Notice } from '#design/notices/notice.tsx';
import { Section, Sentence, Title } from '#design/page.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import { useSession } from '#modules/accounts/ui/session.ts';
import type { ListedPlace } from '../../contract.ts';
import { cityKinds, type CityKind } from '../../domain/city.ts';
import { citiesApi, citiesQueries } from '../client.ts';
import { recordingOffice } from './cities-page.tsx';
import { AlreadyThere } from '../search/already-there.tsx';
import { GazetteerCredit } from '../search/gazetteer-credit.tsx';
import { GazetteerPlaces } from '../search/gazetteer-places.tsx';
import { blankName, NamesField, type NameDraft } from '../identity/names-field.tsx';

export function NewCityPage() {
  const { t } = useText();
  const office = recordingOffice(useSession());
  const [place, setPlace] = useState<ListedPlace | 'by hand' | null>(null);
  return (
    <>
      <Title title={t('cities.add')} crumb={<Link to="/cities">{t('cities.register')}</Link>} />
      {office === undefined && <Notice kind="refused">{t('cities.only_city_offices_add')}</Notice>}
      {office !== undefined && place === null && <ChoosePlace onChoose={setPlace} />}
      {office !== undefined && place !== null && <Confirm office={office.id} place={place} onBack={() => setPlace(null)} />}
    </>
  );
}

function ChoosePlace({ onChoose }: { readonly onChoose: (place: ListedPlace | 'by hand') => void }) {
  const { t } = useText();
  const [q, setQ] = useState('');
  return (
    <Section title={t('cities.choose_place')}>
      <div className="filters">
        <SearchField name="place" label={t('cities.place_name')} value={q} onSearch={setQ} />
      </div>
      <GazetteerPlaces q={q.trim()} onRecord="linked" onChoose={onChoose} />
      <p className="note after">
        {t('cities.not_in_gazetteer')} <TextAction onPress={() => onChoose('by hand')}>{t('cities.by_hand')}</TextAction>
      </p>
      <GazetteerCredit />
    </Section>
  );
}

interface ConfirmProps {
  readonly office: string;
  readonly place: ListedPlace | 'by hand';
  readonly onBack: () => void;
}

function Confirm({ office, place, onBack }: ConfirmProps) {
  const { t } = useText();
  const naming = useNaming();
  const navigate = useNavigate();
  const { keep, ...action } = useKeeping(citiesQueries.key());
  const [kind, setKind] = useState<CityKind>('municipality');
  const [country, setCountry] = useState('');
  const [names, setNames] = useState<readonly NameDraft[]>(() =>
    place === 'by hand'
      ? languages.map(blankName)
      : languages.map((tag) => ({ ...blankName(tag), ...(tag === 'en' && { text: place.name, origin: 'import' as const }) })),
  );
  const add = (confirmed: { readonly confirmed?: ['cities.may_be_same'] } = {}) => {
    const filled = names.filter(({ text }) => text.trim() !== '');
    const where = place === 'by hand' ? (country === '' ? {} : { country }) : { geonamesId: place.geonamesId };
    return keep(
      (context) =>
        citiesApi.addCity(
          { office, kind, names: filled, visibility: 'public', ...where, ...confirmed },
          { context: { ...context, hears: true } },
        ),
      {
        said: ({ name, steward }) => t('cities.added', { name: naming(name), office: naming(steward.name) }),
        after: ({ slug }) => navigate({ to: '/cities/$slug', params: { slug } }),
      },
    );
  };
  return (
    <Section title={place === 'by hand' ? t('cities.by_hand') : place.name}>
      {place !== 'by hand' && <Sentence>{t('cities.chosen_place', { name: place.name, country: naming(place.countryName) })}</Sentence>}
      <KeepTyped>
        <Form {...formTrouble(action)} onSubmit={() => void add()}>
          <NamesField names={names} onChange={setNames} />
          <Fields>
            <SelectField
              name="kind"
              label={t('cities.kind')}
              value={kind}
              onChange={setKind}
              options={cityKinds.map((value) => ({ value, text: t(`cities.kind_${value}`) }))}
            />
            {place === 'by hand' && <CountryField name="country" label={t('cities.country')} value={country} onChange={setCountry} />}
          </Fields>
          <AlreadyThere asked={askedOf(action)} onAnother={() => void add({ confirmed: ['cities.may_be_same'] })} />
          <p className="note">{t('cities.added_for_all')}</p>
          <Buttons>
            <Button kind="go" type="submit" busy={action.busy}>
              {t('cities.add_to_register')}
            </Button>
            <Button kind="text" onPress={onBack}>
              {t('cities.other_place')}
            </Button>
          </Buttons>
        </Form>
      </KeepTyped>
      {place !== 'by hand' && <GazetteerCredit />}
    </Section>
  );
}

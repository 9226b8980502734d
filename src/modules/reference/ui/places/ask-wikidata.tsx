// Wikidata asked now for the sister cities of cities chosen by name, of a country, or of numbered items; the answer is looked at like any file.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { formTrouble, useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { ChoiceField } from '#design/fields/choice.tsx';
import { CountryField } from '#design/fields/country-field.tsx';
import { TextareaField, TextField } from '#design/fields/field.tsx';
import { Form } from '#design/fields/form.tsx';
import { Progress } from '#design/notices/waiting.tsx';
import { referenceApi, referenceQueries } from '../client.ts';
import type { ReferenceSet } from './answers.ts';
import { ChosenCities, type AskedCity } from './ask-cities.tsx';
import { itemsIn, unreadIn } from './wikidata-items.ts';

const SERVICE = 'https://query.wikidata.org/sparql';
const MOST = 500;

const kinds = ['places', 'country', 'items'] as const;
type Kind = (typeof kinds)[number];

export function AskWikidata({ set }: { readonly set: ReferenceSet }) {
  const { t } = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const action = useAction();
  const [kind, setKind] = useState<Kind>('places');
  const [cities, setCities] = useState<readonly AskedCity[]>([]);
  const [country, setCountry] = useState('');
  const [typed, setTyped] = useState('');
  const [address, setAddress] = useState(SERVICE);
  const [stopping, setStopping] = useState<AbortController | null>(null);
  const items = itemsIn(typed);
  const unread = unreadIn(typed);
  const wrong =
    unread.length > 0
      ? t('reference.items_unread', { words: unread.slice(0, 5).join(t('reference.comma')) })
      : items.length > MOST
        ? t('reference.items_too_many', { most: MOST })
        : undefined;
  const asked = {
    places: cities.length === 0 ? null : { geonamesIds: cities.map(({ geonamesId }) => geonamesId) },
    country: country === '' ? null : { country },
    items: items.length === 0 || wrong !== undefined ? null : { items: [...items] },
  }[kind];
  const count = kind === 'places' ? cities.length : items.length;
  const ask = () => {
    if (asked === null) return;
    const abort = new AbortController();
    setStopping(abort);
    void action.run(async () => {
      try {
        const { id } = await referenceApi.fetchReferenceImport({ setId: set.id, address, ...asked }, { signal: abort.signal });
        await queryClient.invalidateQueries({ queryKey: referenceQueries.key() });
        await navigate({ to: '/reference/$set/import', params: { set: set.id }, search: { import: id } });
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      }
    });
  };
  return (
    <Form {...formTrouble(action)} onSubmit={ask}>
      <ChoiceField
        name="askBy"
        label={t('reference.ask_by')}
        options={kinds.map((one) => ({ value: one, text: t(`reference.ask_by_${one}`) }))}
        value={kind}
        onChange={setKind}
      />
      {kind === 'places' && <ChosenCities cities={cities} most={MOST} onChange={setCities} />}
      {kind === 'country' && (
        <CountryField
          name="country"
          label={t('reference.ask_country')}
          hint={t('reference.ask_country_hint')}
          none={t('reference.choose_country')}
          value={country}
          onChange={setCountry}
        />
      )}
      {kind === 'items' && (
        <TextareaField
          name="items"
          label={t('reference.items')}
          hint={t('reference.items_hint')}
          rows={3}
          value={typed}
          onChange={setTyped}
          error={wrong}
        />
      )}
      <TextField
        name="address"
        type="url"
        label={t('reference.service')}
        hint={t('reference.service_hint')}
        value={address}
        onChange={setAddress}
      />
      {action.busy ? (
        <Progress sentence={t('reference.asking')} onCancel={() => stopping?.abort()} />
      ) : (
        <Buttons>
          <Button kind={asked === null ? 'plain' : 'go'} type="submit" aria-disabled={asked === null || undefined}>
            {kind === 'country'
              ? t('reference.ask_country_now')
              : count === 0
                ? t('reference.ask_now')
                : t('reference.ask_count', { count })}
          </Button>
          <span className="note">{t('reference.nothing_changes_yet')}</span>
        </Buttons>
      )}
    </Form>
  );
}

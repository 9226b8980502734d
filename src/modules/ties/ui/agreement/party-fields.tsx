// The parties of an agreement: the two cities by a tick, organisations that the office can see by their names, others as they are written.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { CheckField } from '#design/fields/field.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { Unchosen, useFieldProblem } from '#design/fields/form.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Rows, type RowEntry } from '#design/rows.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import type { MultilingualText } from '#kernel/language.ts';
import { organisationsQueries } from '#modules/organisations/ui/client.ts';
import type { AgreementShown, Tie } from '../../contract/shapes.ts';

/** A party as it is listed; `id` is null for one that is merely named. */
export interface PartyDraft {
  readonly kind: 'city' | 'organisation' | 'named';
  readonly id: string | null;
  readonly name: MultilingualText;
}

/** Parties with a name; organisations that are no longer shared with the office have none and are not listed. */
export const listedParties = (parties: AgreementShown['parties']): readonly PartyDraft[] =>
  parties.flatMap(({ kind, id, name }) => (name === null ? [] : [{ kind, id, name }]));

export const cityParty = ({ id, name }: Tie['cities']['a']): PartyDraft => ({ kind: 'city', id, name });

/** As sent: the two cities first, in the order of the tie. */
export const sentParties = (parties: readonly PartyDraft[]) =>
  parties.map(({ kind, id, name }) =>
    kind === 'named' || id === null ? { kind: 'named' as const, name: Object.values(name)[0]?.text ?? '' } : { kind, id },
  );

const NAME = 'parties';
const SEARCH = 'partyName';

function useSearchFocus(): () => void {
  const fieldId = useFieldId();
  return () => document.getElementById(fieldId(SEARCH))?.focus();
}

interface PartyFieldsProps {
  readonly tie: Tie;
  readonly value: readonly PartyDraft[];
  readonly onChange: (value: readonly PartyDraft[]) => void;
}

export function PartyFields({ tie, value, onChange }: PartyFieldsProps) {
  const fieldId = useFieldId();
  const focusSearch = useSearchFocus();
  const { t } = useText();
  const naming = useNaming();
  const problem = useFieldProblem(NAME);
  const sides = [tie.cities.a, tie.cities.b];
  const isSide = ({ id }: PartyDraft): boolean => sides.some((city) => city.id === id);
  const others = value.filter((party) => !isSide(party));
  const tick = (city: Tie['cities']['a'], checked: boolean) =>
    onChange([...sides.filter(({ id }) => (id === city.id ? checked : value.some((party) => party.id === id))).map(cityParty), ...others]);
  return (
    <fieldset id={fieldId(NAME)} tabIndex={-1} className={problem === undefined ? undefined : 'field bad'}>
      <legend className="lbl">{t('ties.parties')}</legend>
      {sides.map((city) => (
        <CheckField
          key={city.id}
          name={`party-${city.id}`}
          label={naming(city.name)}
          checked={value.some(({ id }) => id === city.id)}
          onChange={(checked) => tick(city, checked)}
        />
      ))}
      {others.length > 0 && (
        <ul aria-label={t('ties.other_parties')}>
          {others.map((party, at) => (
            <li key={at}>
              <Named text={party.name} quiet />{' '}
              <TextAction
                aria-label={t('ties.take_party_off', { name: naming(party.name) })}
                onPress={() => {
                  onChange(value.filter((known) => known !== party));
                  focusSearch();
                }}
              >
                {t('ties.take_off')}
              </TextAction>
            </li>
          ))}
        </ul>
      )}
      <PartySearch without={value.flatMap(({ id }) => id ?? [])} onAdd={(party) => onChange([...value, party])} />
      {problem !== undefined && <p className="err">{problem}</p>}
    </fieldset>
  );
}

/** What is typed finds organisations, and can itself be taken as a name; Enter takes it so. */
function PartySearch({ without, onAdd }: { readonly without: readonly string[]; readonly onAdd: (party: PartyDraft) => void }) {
  const { t } = useText();
  const focusSearch = useSearchFocus();
  const [q, setQ] = useState('');
  const words = q.trim();
  const add = (party: PartyDraft) => {
    onAdd(party);
    setQ('');
    focusSearch();
  };
  const addNamed = (typed: string) =>
    typed.trim() === '' ? undefined : add({ kind: 'named', id: null, name: { und: { text: typed.trim(), origin: 'human' } } });
  return (
    <>
      <SearchField
        name={SEARCH}
        label={t('ties.add_party')}
        placeholder={t('ties.add_party_hint')}
        value={q}
        onSearch={setQ}
        onEnter={addNamed}
      />
      <Unchosen name={SEARCH} words={words} />
      {words.length > 1 && <Found {...{ q: words, without }} onAdd={add} onNamed={() => addNamed(words)} />}
    </>
  );
}

interface FoundProps {
  readonly q: string;
  readonly without: readonly string[];
  readonly onAdd: (party: PartyDraft) => void;
  readonly onNamed: () => void;
}

function Found({ q, without, onAdd, onNamed }: FoundProps) {
  const { t } = useText();
  const formats = useFormats();
  const { data } = useQuery(organisationsQueries.listOrganisations.queryOptions({ input: { q, limit: 8 } }));
  const entries = (data?.entries ?? []).filter(({ id }) => !without.includes(id));
  const rows = entries.map(({ id, name, country, city }): RowEntry => ({
    key: id,
    when: country === null ? '' : formats.countryName(country),
    what: (
      <TextAction onPress={() => onAdd({ kind: 'organisation', id, name })}>
        <Named text={name} quiet />
      </TextAction>
    ),
    ...(city === null ? {} : { detail: city }),
  }));
  return (
    <>
      <p className="note" role="status">
        {data !== undefined &&
          (entries.length === 0 ? t('ties.no_organisation_found') : t('ties.organisations_found', { count: entries.length }))}
      </p>
      {rows.length > 0 && <Rows wide entries={rows} label={t('ties.add_party')} />}
      <p>
        <TextAction onPress={onNamed}>{t('ties.take_as_name', { name: q })}</TextAction>
      </p>
    </>
  );
}

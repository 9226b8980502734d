// Choosing another city of the register, told apart from its namesakes by kind and country.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { Named, useNaming } from '#design/named.tsx';
import { Unchosen } from '#design/fields/form.tsx';
import { Note } from '#design/page.tsx';
import { fold } from '#kernel/fold.ts';
import { Rows } from '#design/rows.tsx';
import { SearchField } from '#design/fields/search-field.tsx';
import type { City } from '../../contract.ts';
import { citiesQueries } from '../client.ts';

interface ChooseCityProps {
  /** Of the field. */
  readonly name: string;
  readonly label: string;
  readonly begin?: string;
  /** The city that cannot be meant. */
  readonly except?: string;
  readonly onChoose: (city: City) => void;
}

const asked = (q: string) => citiesQueries.listCities.queryOptions({ input: { q, limit: 10 } });

/** The one of these that is called so, in whatever language; of namesakes none. */
function calledIn(entries: readonly City[], words: string): City | undefined {
  const called = fold(words);
  const same = entries.filter(({ name }) => Object.values(name).some(({ text }) => fold(text) === called));
  return same.length === 1 ? same[0] : undefined;
}

/** A name typed in full is taken when the field of a form is left; Enter takes the only find, too; arrows go through the finds. */
export function ChooseCity({ name, label, begin = '', except, onChoose }: ChooseCityProps) {
  const { t } = useText();
  const queries = useQueryClient();
  const whole = useRef<HTMLDivElement>(null);
  const [q, setQ] = useState(begin);
  const words = q.trim();
  const choose = (city: City) => {
    setQ('');
    onChoose(city);
  };
  const among = (found: { readonly entries: readonly City[] } | undefined) => (found?.entries ?? []).filter(({ id }) => id !== except);
  const take = async (typed: string) => {
    const entries = among(await queries.fetchQuery(asked(typed)));
    const city = calledIn(entries, typed) ?? (entries.length === 1 ? entries[0] : undefined);
    if (city !== undefined) choose(city);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      const typed = event.target.value.trim();
      if (typed !== '') void take(typed).catch(() => null);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [...(whole.current?.querySelectorAll<HTMLElement>('input, button') ?? [])];
    const next = stops[stops.findIndex((stop) => stop === document.activeElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  const onLeave = ({ target, relatedTarget }: FocusEvent) => {
    if (!(target instanceof HTMLInputElement) || target.form === null) return;
    if (relatedTarget instanceof Node && whole.current?.contains(relatedTarget) === true) return;
    const typed = target.value.trim();
    const city = calledIn(among(queries.getQueryData(asked(typed).queryKey)), typed);
    if (city !== undefined) choose(city);
  };
  return (
    <div ref={whole} role="group" aria-label={label} onKeyDown={onKey} onBlur={onLeave}>
      <div className="filters">
        <SearchField name={name} label={label} placeholder={t('cities.search_placeholder')} value={q} onSearch={setQ} />
      </div>
      <Unchosen name={name} words={words === begin.trim() ? '' : words} />
      {words !== '' && <Found q={words} except={except} onChoose={choose} />}
    </div>
  );
}

function Found({ q, except, onChoose }: Pick<ChooseCityProps, 'onChoose'> & { readonly q: string; readonly except: string | undefined }) {
  const { t } = useText();
  const naming = useNaming();
  const { data } = useQuery(asked(q));
  if (data === undefined) return null;
  const entries = data.entries.filter(({ id }) => id !== except);
  // Nobody is told that nothing matches where it was the city itself that was found.
  if (entries.length === 0) return data.entries.length > 0 ? null : <Note>{t('cities.nothing_fits')}</Note>;
  return (
    <Rows
      wide
      label={t('cities.cities')}
      entries={entries.map((city) => ({
        key: city.id,
        when: naming(city.countryName),
        what: (
          <TextAction onPress={() => onChoose(city)}>
            <Named text={city.name} quiet />
          </TextAction>
        ),
        end: t(`cities.kind_${city.kind}`),
      }))}
    />
  );
}

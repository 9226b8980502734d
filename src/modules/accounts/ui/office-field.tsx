// Choosing an office by name: a list, and where there are many, a search that fills it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { troubleOf } from '#client/error.ts';
import { useText } from '#client/language.ts';
import { Field, type FieldProps } from '#design/fields/field.tsx';
import { useFieldId } from '#design/fields/field-id.ts';
import { chooseText, type MultilingualText } from '#kernel/language.ts';
import { accountsQueries } from './client.ts';

/** An office as it stands in a form: the id is sent, the name is shown. */
export interface OfficeChoice {
  readonly id: string;
  readonly name: MultilingualText;
}

/** The choice that an answer of the API tells by id and name. */
export const officeChoice = (id: string | null, name: MultilingualText | null): OfficeChoice | null =>
  id === null ? null : { id, name: name ?? {} };

/** As many as a list can hold that is read, not searched. */
const FEW = 25;
const MOMENT = 250;

/** The offices that fit what was typed, a moment after the last key. */
function useOffices(typed: string) {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), MOMENT);
    return () => clearTimeout(timer);
  }, [typed]);
  const options = { staleTime: 60_000, placeholderData: keepPreviousData };
  const all = useQuery(accountsQueries.listOffices.queryOptions({ input: { limit: FEW }, ...options }));
  const found = useQuery(accountsQueries.listOffices.queryOptions({ input: { limit: FEW, ...(q === '' ? {} : { q }) }, ...options }));
  return { many: all.data?.nextCursor != null, found: found.data, error: found.error, searching: q !== '' };
}

export interface OfficeFieldProps extends FieldProps {
  readonly value: OfficeChoice | null;
  readonly onChange: (value: OfficeChoice | null) => void;
  /** What no choice means, as the first line of the list. */
  readonly none: string;
  /** Ids of offices that make no sense here. */
  readonly without?: readonly string[];
  /** Kinds that make no sense here. */
  readonly withoutKinds?: readonly string[];
}

export function OfficeField({ value, onChange, none, without = [], withoutKinds = [], ...rest }: OfficeFieldProps) {
  const fieldId = useFieldId();
  const { t, language } = useText();
  const [typed, setTyped] = useState('');
  const { many, found, error, searching } = useOffices(typed);
  const nameOf = (name: MultilingualText) => chooseText(name, language).text;
  const order = new Intl.Collator(language);
  const entries = (found?.entries ?? []).filter(({ id, kind }) => !without.includes(id) && !withoutKinds.includes(kind));
  const options = entries
    .map(({ id, name, kind }) => ({ id, text: t('accounts.office_and_kind', { name: nameOf(name), kind: t(`accounts.kind_${kind}`) }) }))
    .sort((a, b) => order.compare(a.text, b.text));
  const choose = (id: string) => {
    const office = entries.find((entry) => entry.id === id);
    onChange(id === value?.id ? value : office === undefined ? null : { id, name: office.name });
  };
  const toTheList = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault(); // would send the form
    document.getElementById(fieldId(rest.name))?.focus();
  };
  return (
    <Field {...rest} optional={rest.optional ?? false}>
      {(wiring) => (
        <>
          {many && (
            <input
              type="search"
              className="in"
              aria-label={t('accounts.search_offices')}
              placeholder={t('accounts.search_offices')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={toTheList}
            />
          )}
          <select {...wiring} className="in" value={value?.id ?? ''} onChange={(event) => choose(event.target.value)}>
            <option value="">{none}</option>
            {value !== null && !options.some(({ id }) => id === value.id) && <option value={value.id}>{nameOf(value.name)}</option>}
            {options.map(({ id, text }) => (
              <option key={id} value={id}>
                {text}
              </option>
            ))}
          </select>
          <p className="note" role="status">
            {error !== null && troubleOf(error).message}
            {error === null && searching && found !== undefined && t('accounts.offices_found', { count: entries.length })}
            {error === null && found?.nextCursor != null && ` ${t('accounts.offices_more')}`}
          </p>
        </>
      )}
    </Field>
  );
}

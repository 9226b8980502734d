// The reader's way in: one field for cities, ties, organisations and outcomes, in any script.
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { useText } from '#client/language.ts';
import { textOf } from '#design/form.tsx';
import { wordsSearch } from './address.ts';

/** Leads to the page of results; `q` is what was searched for last. */
export function SearchBox({ q = '' }: { readonly q?: string }) {
  const { t } = useText();
  const navigate = useNavigate();
  const id = useId();
  return (
    <form
      className="search"
      role="search"
      action="/search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: '/search', search: wordsSearch({ q: textOf(new FormData(event.currentTarget), 'q').trim() }) });
      }}
    >
      <label className="hidden" htmlFor={id}>
        {t('cities.search_label')}
      </label>
      {/* Written anew when the address changes, e.g. by the browser's back. */}
      <input
        key={q}
        id={id}
        className="in"
        type="search"
        name="q"
        maxLength={120}
        defaultValue={q}
        placeholder={t('cities.search_placeholder')}
        autoComplete="off"
      />
      <button className="btn go" type="submit">
        {t('cities.search')}
      </button>
    </form>
  );
}

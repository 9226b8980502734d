// The reader's way in: one field for everything that has a name or words, in any script, that answers while one types.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { textOf } from '#design/fields/text-of.ts';
import { AsWritten, Named, useNaming } from '#design/named.tsx';
import { addressIn } from '#kernel/page-address.ts';
import type { Found } from '../../contract.ts';
import { wordsSearch } from '../address.ts';
import { citiesQueries } from '../client.ts';
import { foundAddress } from './found-address.ts';
import '#design/fields/finds.css';
import './box.css';

/** A moment after the last key; an answer to earlier letters is no longer waited for. */
const MOMENT = 120;
const MOST = 8;
const HAN = /\p{Script=Han}/u;

/** One letter leads anywhere, one character does not. */
const saysEnough = (q: string): boolean => q.length > 1 || HAN.test(q);

/** What is called like the words so far; while new letters are looked up, what the earlier ones found stays. */
function useFinds(typed: string): { readonly entries: readonly Found[] | null } {
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), MOMENT);
    return () => clearTimeout(timer);
  }, [typed]);
  const asks = saysEnough(q) && typed.trim() !== '';
  const { data } = useQuery({
    ...citiesQueries.search.queryOptions({ input: { q, limit: MOST }, staleTime: 60_000 }),
    enabled: asks,
    placeholderData: keepPreviousData,
  });
  return { entries: asks ? (data?.entries ?? null) : null };
}

interface SearchBoxProps {
  /** What was searched for last. */
  readonly q?: string;
  /** In the head bar: narrow, without a button, reached by / and Ctrl+K from everywhere. */
  readonly inBar?: boolean;
}

/** Leads to what is chosen, or to the page of results. */
export function SearchBox({ q = '', inBar = false }: SearchBoxProps) {
  // Begun anew when the address changes, e.g. by the browser's back.
  return <Box key={q} q={q} inBar={inBar} />;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog, [role="grid"]') !== null);

/** `/` where nothing is typed, and Ctrl+K or Cmd+K everywhere, lead to the field. */
function useSearchKeys(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const heard = (event: globalThis.KeyboardEvent) => {
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (event.isComposing || (!isSlash && !isK) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, [field]);
}

function Box({ q, inBar }: Required<SearchBoxProps>) {
  const field = useRef<HTMLInputElement>(null);
  useSearchKeys(field);
  const { t, language } = useText();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const finds = useFinds(typed);
  const known = finds.entries ?? [];
  const entries = isOpen ? known : [];
  const chosen = entries[at];
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const open = (entry: Found) => {
    close();
    field.current?.blur();
    if (inBar && field.current !== null) field.current.value = '';
    void navigate(foundAddress(entry));
  };
  const onKey = (event: KeyboardEvent) => {
    // The keys belong to the input method as long as it composes a character.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' && (isOpen || inBar)) {
      event.preventDefault();
      if (!isOpen) field.current?.blur();
      close();
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault();
      open(chosen);
    } else if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      // From the field through the finds and back to it.
      const places = known.length + 1;
      setAt(((at + 1 + step + places) % places) - 1);
    }
  };
  return (
    <form
      className={inBar ? 'search finds inbar' : 'search finds'}
      role="search"
      // Sent by a page that was drawn on the server, before the application is there.
      action={addressIn(language, '/search')}
      onSubmit={(event) => {
        event.preventDefault();
        close();
        void navigate({ to: '/search', search: wordsSearch({ q: textOf(new FormData(event.currentTarget), 'q').trim() }) });
      }}
    >
      <label className="hidden" htmlFor={id}>
        {t('cities.search_label')}
      </label>
      <input
        id={id}
        ref={field}
        className="in"
        type="search"
        aria-keyshortcuts="/ Control+K"
        name="q"
        defaultValue={q}
        placeholder={t(inBar ? 'cities.search_all' : 'cities.search_placeholder')}
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-finds`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${at}`}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKey}
        onBlur={close}
      />
      {inBar ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button className="btn go" type="submit">
          {t('cities.search')}
        </button>
      )}
      <ul id={`${id}-finds`} role="listbox" aria-label={t('cities.search_finds')} className="findlist" hidden={entries.length === 0}>
        {entries.map((entry, place) => (
          <Find key={entry.id} id={`${id}-${place}`} entry={entry} isChosen={place === at} onChoose={() => open(entry)} />
        ))}
      </ul>
      <p className="hidden" role="status">
        {isOpen && finds.entries !== null && saying(t, finds.entries.length)}
      </p>
    </form>
  );
}

const saying = (t: ReturnType<typeof useText>['t'], count: number): string =>
  count === 0 ? t('cities.search_no_finds') : t('cities.search_so_many', { count });

interface FindProps {
  readonly id: string;
  readonly entry: Found;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** What it is, of which there is one; of some the heading of its list says it. */
const oneOf = {
  tie: 'cities.one_tie',
  organisation: 'cities.one_organisation',
  outcome: 'cities.one_outcome',
  edition: 'cities.one_edition',
  source: 'cities.one_source',
  person: 'cities.one_person',
  entry: 'cities.one_entry',
  programme: 'cities.kind_programme',
  agreement: 'cities.kind_agreement',
  exchange: 'cities.kind_exchange',
  carrier: 'cities.kind_carrier',
  statement: 'cities.kind_statement',
} as const;

/** The name, by which other name it was found, and what tells it apart: its country, or what it is. */
function Find({ id, entry, isChosen, onChoose }: FindProps) {
  const { t } = useText();
  const naming = useNaming();
  const formats = useFormats();
  const { kind, label, term, fit, countryName, isPublic, place, day } = entry;
  const isOtherName = !Object.values(label).some(({ text }) => text === term);
  const about = [
    kind === 'city' ? (countryName === null ? '' : naming(countryName)) : t(oneOf[kind]),
    place === null ? '' : naming(place.label),
    day === null ? '' : formats.spelt(formats.flexDate(day, 'table')),
    fit === 'near' ? t('cities.called_alike') : '',
    isPublic ? '' : t('cities.not_public'),
  ].filter((word) => word !== '');
  return (
    // Pressed before the field would lose its place and close the list; the keys are the field's.
    <li
      id={id}
      role="option"
      aria-selected={isChosen}
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      <span>
        <Named text={label} quiet />
        {isOtherName && (
          <>
            {' '}
            <span className="note">
              <AsWritten text={term} />
            </span>
          </>
        )}
      </span>
      <span className="note">{about.join(' · ')}</span>
    </li>
  );
}

// A field that searches while one types, a moment after the last key.
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Field } from './field.tsx';

const MOMENT = 250;

export interface SearchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
  /** Inside a form: Enter takes what is typed instead of sending the form, and empties the field. */
  readonly onEnter?: (typed: string) => void;
}

export function SearchField({ name, label, placeholder, value, onSearch, onEnter }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const search = useRef(onSearch);
  const sent = useRef(value);
  search.current = onSearch;
  useEffect(() => {
    if (value !== sent.current) setTyped(value); // from elsewhere, e.g. the browser's back; never over what is being typed
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => {
      sent.current = typed;
      search.current(typed);
    }, MOMENT);
    return () => clearTimeout(timer);
  }, [typed, value]);
  const enter = (event: KeyboardEvent) => {
    if (onEnter === undefined || event.key !== 'Enter') return;
    event.preventDefault();
    sent.current = '';
    setTyped('');
    onEnter(typed);
  };
  return (
    <div className="grow" role="search">
      <Field name={name} label={label}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            className="in"
            placeholder={placeholder}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={enter}
          />
        )}
      </Field>
    </div>
  );
}

// A field that searches while one types, a moment after the last key.
import { useEffect, useRef, useState } from 'react';
import { Field } from './field.tsx';

const MOMENT = 250;

export interface SearchFieldProps {
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onSearch: (value: string) => void;
}

export function SearchField({ name, label, placeholder, value, onSearch }: SearchFieldProps) {
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
          />
        )}
      </Field>
    </div>
  );
}

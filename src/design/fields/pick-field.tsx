// One of many, found while one types (a combobox): by code, by any part of a name, by how it sounds.
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import { fold } from '#kernel/fold.ts';
import { Field, type FieldProps } from './field.tsx';
import './finds.css';

export interface PickOption {
  readonly value: string;
  readonly text: string;
  /** Other words it is found by: other names, pinyin. */
  readonly also?: string;
  /** Said of it in the list alone. */
  readonly note?: string;
}

export interface PickFieldProps extends FieldProps {
  readonly options: readonly PickOption[];
  /** The value of the chosen one; empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What no choice means; shown while the field is empty. */
  readonly none?: string;
  /** The options are still to come. */
  readonly waiting?: boolean;
  /** It is shown and cannot be chosen anew. */
  readonly disabled?: boolean;
}

/** Shown at once; who seeks another types on. */
const MOST = 40;

/** Options that hold every word typed, blanks aside: first those of which it is a whole word, such as a code, then those that begin with it. */
function findsIn(keyed: readonly (readonly [PickOption, string])[], typed: string): readonly PickOption[] {
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return keyed.map(([option]) => option);
  const fits = keyed.filter(([, key]) => words.every((word) => key.includes(word)));
  const first = words[0] ?? '';
  const rank = (key: string): number => (words.length === 1 && key.split(' ').includes(first) ? 0 : key.startsWith(first) ? 1 : 2);
  return fits.toSorted(([, one], [, other]) => rank(one) - rank(other)).map(([option]) => option);
}

export function PickField({ options, value, onChange, none, waiting = false, disabled = false, ...field }: PickFieldProps) {
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const keyed = useMemo(() => options.map((option) => [option, fold(`${option.text} ${option.also ?? ''}`)] as const), [options]);
  const finds = useMemo(() => (typed === null ? [] : findsIn(keyed, typed)), [keyed, typed]);
  const shown = finds.slice(0, MOST);
  const chosen = options.find((option) => option.value === value);
  const close = () => setTyped(null);
  const choose = (option: PickOption | undefined) => {
    close();
    if (option !== undefined) onChange(option.value);
  };
  /** Left with words: one find is meant; an emptied field chooses nothing; anything else stays as it was. */
  const leave = () => {
    if (typed !== null && typed.trim() === '' && chosen !== undefined) onChange('');
    else if (typed !== null && typed.trim() !== '' && finds.length === 1) choose(finds[0]);
    close();
  };
  const onKey = (event: KeyboardEvent) => {
    // The keys belong to the input method as long as it composes a character.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (typed === null) setTyped('');
      else setAt((at + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === 'Enter' && typed !== null) {
      event.preventDefault();
      choose(shown[at]);
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const isOpen = typed !== null;
  return (
    <Field {...field}>
      {({ name: _, ...wiring }) => (
        <div className="finds">
          <input
            {...wiring}
            className="in"
            type="text"
            disabled={disabled}
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${id}-finds`}
            aria-activedescendant={isOpen && shown[at] !== undefined ? `${id}-${at}` : undefined}
            placeholder={none ?? t('design.pick_type')}
            value={typed ?? chosen?.text ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onFocus={(event) => event.target.select()}
            onClick={() => {
              if (typed === null) setTyped('');
              setAt(0);
            }}
            onKeyDown={onKey}
            onBlur={leave}
          />
          <ul
            id={`${id}-finds`}
            role="listbox"
            aria-label={t('design.pick_finds')}
            className="findlist"
            hidden={!isOpen || shown.length === 0}
          >
            {shown.map((option, place) => (
              // Pressed before the field would lose its place and close the list; the keys are the field's.
              <li
                key={option.value}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === at}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(option);
                }}
              >
                {option.text} {option.note !== undefined && <small className="muted">{option.note}</small>}
              </li>
            ))}
            {finds.length > MOST && (
              <li role="presentation" className="note">
                {t('design.pick_more', { count: finds.length - MOST })}
              </li>
            )}
          </ul>
          <p className="note" role="status" hidden={!isOpen || finds.length > 0}>
            {isOpen && finds.length === 0 && t(waiting ? 'design.loading' : 'design.pick_none')}
          </p>
        </div>
      )}
    </Field>
  );
}

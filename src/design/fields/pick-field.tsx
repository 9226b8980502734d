// One of many, found while one types (a combobox): by code, by any part of a name, by how it sounds.
import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useText } from '#client/language.ts';
import { fold } from '#kernel/fold.ts';
import { afterPress } from './after-press.ts';
import { Field, type FieldProps } from './field.tsx';
import { useDoubt } from './form.tsx';
import './finds.css';

export interface PickOption {
  readonly value: string;
  readonly text: string;
  /** Other words it is found by: other names, pinyin. */
  readonly also?: string;
  /** Said of it in the list alone. */
  readonly note?: string;
  /** It only may be meant: nobody chooses it by leaving the field. */
  readonly isGuess?: boolean;
}

export interface PickFieldProps extends FieldProps {
  readonly options: readonly PickOption[];
  /** The value of the chosen one; empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Hears every key, where options come that are called so. */
  readonly onType?: (typed: string) => void;
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

/** Which option somebody means who leaves the field with these words: the only find, or the only one that is called just so; undefined where that is not sure. */
export function meantIn(keyed: readonly (readonly [PickOption, string])[], typed: string): PickOption | undefined {
  const called = fold(typed);
  if (called === '') return undefined;
  const finds = findsIn(keyed, typed);
  const isCalled = ({ text }: PickOption): boolean => fold(text) === called;
  const hasWord = ({ text, also = '' }: PickOption): boolean =>
    fold(text).split(' ')[0] === called || fold(also).split(' ').includes(called);
  for (const among of [finds, finds.filter(isCalled), finds.filter(hasWord)])
    if (among.length === 1) return among[0]?.isGuess === true ? undefined : among[0];
  return undefined;
}

/** Options with what they are found by. */
export const keyedBy = (options: readonly PickOption[]): readonly (readonly [PickOption, string])[] =>
  options.map((option) => [option, fold(`${option.text} ${option.also ?? ''}`)]);

export function PickField({ options, value, onChange, onType, none, waiting = false, disabled = false, ...field }: PickFieldProps) {
  const { t } = useText();
  const id = useId();
  // null: what is chosen stands in the field.
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [before, setBefore] = useState(value);
  const [at, setAt] = useState(0);
  const keyed = useMemo(() => keyedBy(options), [options]);
  const finds = useMemo(() => (isOpen || typed !== null ? findsIn(keyed, typed ?? '') : []), [isOpen, keyed, typed]);
  const shown = finds.slice(0, MOST);
  const chosen = options.find((option) => option.value === value);
  const isUnclear = typed !== null && typed.trim() !== '';
  const meant = isUnclear ? meantIn(keyed, typed) : undefined;
  const doubt = waiting
    ? 'design.pick_waiting'
    : finds.every(({ isGuess = false }) => isGuess)
      ? 'design.pick_unknown'
      : 'design.pick_several';
  const words = isUnclear ? t(doubt, { typed: typed.trim() }) : undefined;
  const isHeld = useDoubt(field.name, words);
  const choose = (option: PickOption) => {
    setTyped(null);
    setOpen(false);
    onChange(option.value);
  };
  /** Left with words: what is meant is chosen, an emptied field chooses nothing, and anything else stays, marked as wrong. Where no form holds it back, nothing is chosen then. */
  const leave = () => {
    if (meant !== undefined) choose(meant);
    else if (typed !== null && !isUnclear) setTyped(null);
    if (meant === undefined && typed !== null && !waiting && chosen !== undefined && (!isUnclear || !isHeld)) onChange('');
    afterPress(() => setOpen(false));
  };
  // What the options did not hold when the field was left may be among those that came since.
  useEffect(() => {
    if (!isOpen && meant !== undefined) choose(meant);
  });
  /** As long as nothing is typed, Enter chooses nothing else. */
  const open = () => {
    setOpen(true);
    setAt(typed === null ? -1 : 0);
  };
  const goBack = () => {
    setTyped(null);
    setOpen(false);
    if (typed !== null && before !== value) onChange(before);
  };
  const onKey = (event: KeyboardEvent) => {
    // The keys belong to the input method as long as it composes a character.
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      if (isOpen) setAt((Math.max(at, step > 0 ? -1 : 0) + step + shown.length) % Math.max(1, shown.length));
      else open();
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const option = shown[at];
      if (option === undefined) leave();
      else choose(option);
    } else if (event.key === 'Escape' && (isOpen || typed !== null)) {
      event.preventDefault();
      event.stopPropagation();
      goBack();
    }
  };
  return (
    <Field {...field} error={field.error ?? (isOpen ? undefined : words)}>
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
              if (typed === null) setBefore(value);
              setTyped(event.target.value);
              setOpen(true);
              setAt(0);
              onType?.(event.target.value);
            }}
            onFocus={(event) => event.target.select()}
            onClick={(event) => {
              // What is typed next takes the place of what is chosen.
              if (typed === null) event.currentTarget.select();
              open();
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

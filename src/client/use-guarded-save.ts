// Saving a versioned thing: when somebody else was faster, both values are shown and the person chooses.
import { useState, type ReactNode } from 'react';
import { isStale } from './error.ts';
import { changesOf, clashesOf } from './merge-changes.ts';
import { useAction, type Action } from './use-action.ts';

/** A thing as it was read, with the version that a change must name. */
export interface Seen<F> {
  readonly version: number;
  readonly fields: F;
}

/** How a field is called and how its value is written where two values stand side by side. */
export interface FieldWords<F> {
  readonly key: keyof F & string;
  readonly label: string;
  readonly show: (fields: F) => ReactNode;
}

export interface Clash<F> {
  readonly mine: F;
  readonly theirs: Seen<F>;
  readonly words: readonly FieldWords<F>[];
  /** Takes the other's value for these fields, keeps mine for the rest, and saves. */
  readonly decide: (takeTheirs: ReadonlySet<string>) => void;
  readonly drop: () => void;
}

export interface GuardedSave<F> extends Action {
  readonly clash: Clash<F> | null;
  readonly save: (base: Seen<F>, mine: F) => void;
}

interface Options<F, R> {
  readonly words: readonly FieldWords<F>[];
  readonly read: () => Promise<Seen<F>>;
  readonly write: (changes: Partial<F>, version: number) => Promise<R>;
  /** `undo` takes the change back; both are null when there was nothing to save. */
  readonly onSaved: (result: R | null, undo: (() => Promise<R>) | null) => void;
}

/** Guards one form; `R` carries the new version. */
export function useGuardedSave<F extends object, R extends { readonly version: number }>(options: Options<F, R>): GuardedSave<F> {
  const { words, read, write, onSaved } = options;
  const action = useAction();
  const [clash, setClash] = useState<Clash<F> | null>(null);
  const keys = words.map(({ key }) => key);

  const attempt = async (base: Seen<F>, mine: F): Promise<void> => {
    const changes = changesOf(keys, base.fields, mine);
    const changed = words.filter(({ key }) => key in changes);
    if (changed.length === 0) return onSaved(null, null);
    try {
      const result = await write(changes, base.version);
      const back = changesOf(keys, mine, base.fields);
      onSaved(result, () => write(back, result.version));
    } catch (error) {
      if (!isStale(error)) throw error;
      const theirs = await read();
      const open = clashesOf(keys, { base: base.fields, mine, theirs: theirs.fields });
      if (open.length === 0) return attempt(theirs, { ...theirs.fields, ...changes });
      const decide = (takeTheirs: ReadonlySet<string>) => {
        setClash(null);
        const kept = { ...theirs.fields };
        for (const { key } of changed) if (!takeTheirs.has(key)) kept[key] = mine[key];
        save(theirs, kept);
      };
      setClash({ mine, theirs, words: words.filter(({ key }) => open.includes(key)), decide, drop: () => setClash(null) });
    }
  };
  const save = (base: Seen<F>, mine: F): void => void action.run(() => attempt(base, mine));
  return { ...action, clash, save };
}

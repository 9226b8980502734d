// A form over a versioned thing (optimistic concurrency): when somebody else was faster, both values are shown and the person chooses.
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { isStale } from '#client/error.ts';
import { changesOf, clashesOf, sameValue } from '#client/merge-changes.ts';
import type { Undone } from '../notices/toast-list.ts';
import { useToast, type ToastWords } from '../notices/toast.tsx';
import { bind } from './bind.ts';
import type { FieldProblem } from './form.tsx';
import type { Clash, FieldWords } from './two-values.tsx';
import { useKeeping, type Keeping } from './use-keeping.ts';

/** The fields of a thing, with the version that a change must name. */
interface Seen<F> {
  readonly version: number;
  readonly fields: F;
}

interface Options<T, F> {
  readonly queryKey: QueryKey;
  /** As it was read; null for a new one, which `create` makes. */
  readonly thing: T | null;
  readonly draftOf: (thing: T | null) => F;
  readonly words: readonly FieldWords<F>[];
  /** Reads it as it stands now; undefined where it is gone. */
  readonly read: (thing: T) => Promise<T | undefined>;
  readonly write: (changes: Partial<F>, context: { readonly ifMatch: number }, mine: F) => Promise<T>;
  readonly create?: (draft: F, context: { readonly idempotencyKey: string }) => Promise<T>;
  /** Takes back what was created. */
  readonly remove?: (made: T, context: { readonly ifMatch: number }) => Promise<unknown>;
  /** What the page itself finds wrong; nothing is sent before it is put right. */
  readonly check?: (draft: F) => readonly FieldProblem[];
  /** What is said once it is kept. */
  readonly said: (kept: T) => string;
  /** Null where there was nothing to save. */
  readonly onKept?: ((kept: T | null) => unknown) | undefined;
}

export interface VersionedForm<F extends object> extends Keeping {
  readonly draft: F;
  readonly setDraft: (draft: F) => void;
  readonly field: ReturnType<typeof bind<F>>;
  /** As it was read, or saved last. */
  readonly base: F;
  readonly isChanged: boolean;
  /** Saves the draft, or what is made of another one. */
  readonly save: (mine?: F) => void;
  readonly reset: () => void;
  readonly clash: Clash<F> | null;
}

/** What was seen, by the version of today where another form over the same thing was saved and the fields of this one are as they were. */
function standing<T extends { readonly version: number }, F extends object>(
  seen: Seen<F>,
  thing: T | null,
  { keys, draftOf }: { readonly keys: readonly (keyof F)[]; readonly draftOf: (thing: T) => F },
): Seen<F> {
  if (thing === null || thing.version <= seen.version) return seen;
  const now = draftOf(thing);
  return keys.every((key) => sameValue(now[key], seen.fields[key])) ? { ...seen, version: thing.version } : seen;
}

interface Changing<T, F> {
  readonly keys: readonly (keyof F & string)[];
  readonly said: (kept: T) => string;
  readonly write: (changes: Partial<F>, ifMatch: number, mine: F) => Promise<T>;
}

/** What is said of a change, with the way back and, after that, forward again. */
const noticeOf = <T extends { readonly version: number }, F extends object>(
  saved: T,
  { before, mine }: { readonly before: F; readonly mine: F },
  ways: Changing<T, F>,
): ToastWords => ({
  text: ways.said(saved),
  undo: async (): Promise<Undone> => {
    const { version } = await ways.write(changesOf(ways.keys, mine, before), saved.version, before);
    return { redo: async () => noticeOf(await ways.write(changesOf(ways.keys, before, mine), version, mine), { before, mine }, ways) };
  },
});

interface Remaking<T> {
  readonly keeping: Keeping;
  readonly said: (kept: T) => string;
  readonly asNew: (context: { readonly idempotencyKey: string }) => Promise<T>;
  readonly remove: (made: T, context: { readonly ifMatch: number }) => Promise<unknown>;
}

/** Takes back what was made, which can then be made once more: a press on *Undo* loses nothing that was typed. */
async function unmade<T extends { readonly version: number }>(made: T, ways: Remaking<T>): Promise<Undone> {
  const { keeping, said, asNew, remove } = ways;
  await remove(made, { ifMatch: made.version });
  await keeping.refresh();
  // One key for all tries: where only the answer was lost, the next one is that answer.
  const idempotencyKey = crypto.randomUUID();
  const redo = async () => {
    const again = await asNew({ idempotencyKey });
    await keeping.refresh();
    return { text: said(again), undo: () => unmade(again, ways) };
  };
  return { redo };
}

export function useVersioned<T extends { readonly version: number }, F extends object>(options: Options<T, F>): VersionedForm<F> {
  const { thing, draftOf, words, create, remove, said, onKept } = options;
  const keeping = useKeeping(options.queryKey);
  const toast = useToast();
  const [seen, setSeen] = useState<Seen<F>>(() => ({ version: thing?.version ?? 0, fields: draftOf(thing) }));
  const [draft, setDraft] = useState(seen.fields);
  const [clash, setClash] = useState<Clash<F> | null>(null);
  const keys = words.map(({ key }) => key);

  const write = async (changes: Partial<F>, ifMatch: number, mine: F): Promise<T> => {
    const saved = await options.write(changes, { ifMatch }, mine);
    const fields = draftOf(saved);
    setSeen({ version: saved.version, fields });
    setDraft(fields);
    await keeping.refresh();
    return saved;
  };
  const attempt = async (base: Seen<F>, mine: F): Promise<unknown> => {
    const changes = changesOf(keys, base.fields, mine);
    if (Object.keys(changes).length === 0) return onKept?.(null);
    try {
      const saved = await write(changes, base.version, mine);
      await onKept?.(saved);
      return toast(noticeOf(saved, { before: base.fields, mine }, { keys, said, write }));
    } catch (error) {
      if (!isStale(error) || thing === null) throw error;
      const now = await options.read(thing);
      // Gone, or not found: asked again with the same version it would be refused for ever.
      if (now === undefined || now.version === base.version) throw error;
      const theirs = { version: now.version, fields: draftOf(now) };
      const open = clashesOf(keys, { base: base.fields, mine, theirs: theirs.fields });
      if (open.length === 0) return attempt(theirs, { ...theirs.fields, ...changes });
      const decide = (takeTheirs: ReadonlySet<string>) => {
        setClash(null);
        const kept = { ...theirs.fields, ...changes };
        for (const key of keys) if (takeTheirs.has(key)) kept[key] = theirs.fields[key];
        void keeping.run(() => attempt(theirs, kept));
      };
      const drop = () => setClash(null);
      return setClash({ mine, theirs: theirs.fields, words: words.filter(({ key }) => open.includes(key)), decide, drop });
    }
  };
  const make = (asNew: NonNullable<typeof create>, mine: F) =>
    keeping.keep((context) => asNew(mine, context), {
      said,
      undo: remove && ((made) => unmade(made, { keeping, said, asNew: (context) => asNew(mine, context), remove })),
      after: onKept,
    });
  const save = (mine = draft) => {
    if (options.check !== undefined && keeping.refuse(options.check(mine))) return;
    if (thing === null && create !== undefined) void make(create, mine);
    else void keeping.run(() => attempt(standing(seen, thing, { keys, draftOf }), mine));
  };
  const reset = () => {
    setDraft(seen.fields);
    keeping.clear();
  };
  const isChanged = !sameValue(draft, seen.fields);
  return { ...keeping, draft, setDraft, field: bind(draft, setDraft), base: seen.fields, isChanged, save, reset, clash };
}

/** Of a whole draft as it is sent, what was changed. */
export function changedOf<S extends object>(sent: S, changes: object): Partial<S> {
  const kept: Partial<S> = {};
  for (const key in sent) if (key in changes) kept[key] = sent[key];
  return kept;
}

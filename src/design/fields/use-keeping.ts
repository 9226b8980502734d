// Something that a person keeps at the server: afterwards what shows it is read anew, and it is said, with the way back.
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { isStale } from '#client/error.ts';
import { useAction, type Action } from '#client/use-action.ts';
import { useToast } from '../notices/toast.tsx';

/** What comes once it is kept. */
interface Done<R> {
  readonly said?: string | ((kept: R) => string);
  /** Takes it back; may answer what to say of that. */
  readonly undo?: ((kept: R) => unknown) | undefined;
  /** Closes the dialog, or goes on to what was made. */
  readonly after?: ((kept: R) => unknown) | undefined;
}

export interface Keeping extends Action {
  /** Does it under one key however often it is sent. */
  readonly keep: <R>(act: (context: { readonly idempotencyKey: string }) => Promise<R>, done?: Done<R>) => Promise<boolean>;
  readonly refresh: () => Promise<unknown>;
}

/** `queryKeys`: what has to be read anew; everything where none is named. */
export function useKeeping(...queryKeys: readonly QueryKey[]): Keeping {
  const action = useAction();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const refresh = () =>
    Promise.all((queryKeys.length === 0 ? [[]] : queryKeys).map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const keep: Keeping['keep'] = (act, { said, undo, after } = {}) =>
    action.run(async () => {
      let kept;
      try {
        kept = await act({ idempotencyKey });
      } catch (error) {
        // What stands now is read, so that it can be looked at before it is tried again.
        if (isStale(error)) await refresh();
        throw error;
      }
      const made = kept;
      const takeBack = async () => {
        const words = await undo?.(made);
        await refresh();
        return words;
      };
      await refresh();
      after?.(made);
      const text = typeof said === 'function' ? said(made) : said;
      if (text !== undefined) toast({ text, ...(undo === undefined ? {} : { undo: takeBack }) });
    });
  return { ...action, keep, refresh };
}

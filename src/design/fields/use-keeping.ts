// Something that a person keeps at the server: afterwards what shows it is read anew, and it is said, with the way back.
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { useAction, type Action } from '#client/use-action.ts';
import { useToast, type ToastWords } from '../notices/toast.tsx';

export interface Keeping extends Action {
  /** Does it under one key however often it is sent; `done` answers what to say of it, if anything. */
  readonly keep: <R>(
    act: (context: { readonly idempotencyKey: string }) => Promise<R>,
    done: (kept: R) => ToastWords | undefined | Promise<undefined>,
  ) => Promise<boolean>;
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
  const keep: Keeping['keep'] = (act, done) =>
    action.run(async () => {
      const kept = await act({ idempotencyKey });
      await refresh();
      const words = await done(kept);
      if (words === undefined) return;
      const { text, undo } = words;
      const takeBack = async () => {
        const said = await undo?.();
        await refresh();
        return said;
      };
      toast({ text, ...(undo === undefined ? {} : { undo: takeBack }) });
    });
  return { ...action, keep, refresh };
}

// Ties of a set taken into an office's own register, and taken out again as one.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormats } from '#client/formats.ts';
import { useText } from '#client/language.ts';
import { useAction, type Action } from '#client/use-action.ts';
import { useNaming } from '#design/named.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { referenceApi } from '../client.ts';
import type { Adopted, TakingInFull } from '../places/answers.ts';

/** The ties on which the office has worked since, as one list of names. */
export function useWorkedNames(): (worked: TakingInFull['worked']) => string {
  const naming = useNaming();
  const formats = useFormats();
  return (worked) => formats.list(worked.map(({ cities }) => `${naming(cities.a.name)} – ${naming(cities.b.name)}`));
}

/** Undoes what was taken over at once; answers what to say of it. */
export function useUndoTaking(): (takingId: string) => Promise<string> {
  const { t } = useText();
  const queryClient = useQueryClient();
  const namesOf = useWorkedNames();
  return async (takingId) => {
    const { worked } = await referenceApi.undoReferenceTaking({ takingId });
    await queryClient.invalidateQueries();
    if (worked.length === 0) return t('reference.taking_is_undone');
    return t('reference.taking_is_undone_but', { count: worked.length, names: namesOf(worked) });
  };
}

export interface Taking {
  readonly action: Action;
  /** Whether the request went through; single ties may still have been refused. */
  readonly take: (tieIds: readonly string[]) => Promise<boolean>;
  readonly refused: Adopted['refused'];
}

export function useTaking(setId: string, office: string): Taking {
  const { t } = useText();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const undo = useUndoTaking();
  const [refused, setRefused] = useState<Adopted['refused']>([]);
  const take = (tieIds: readonly string[]) =>
    action.run(async () => {
      const { takingId, ...adopted } = await referenceApi.adoptReferenceTies({ setId, office, tieIds: [...tieIds] });
      setRefused(adopted.refused);
      if (takingId !== null) toast({ text: t('reference.taken', { count: adopted.kept.length }), undo: () => undo(takingId) });
      await queryClient.invalidateQueries();
    });
  return { action, take, refused };
}

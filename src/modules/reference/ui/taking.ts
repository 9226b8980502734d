// Ties of a set taken into an office's own register, and taken out again.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction, type Action } from '#client/use-action.ts';
import { useToast } from '#design/toast.tsx';
import type { Adopted } from './answers.ts';

/** Takes a tie that was just taken over out of the register again. */
async function giveBack(tieId: string, office: string): Promise<void> {
  const { kept } = await api().ties.getTie({ tie: tieId });
  const own = kept.find((keeping) => keeping.office === office);
  if (own !== undefined) await api().ties.withdrawTie({ tieId, office }, { context: { ifMatch: own.version } });
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
  const [refused, setRefused] = useState<Adopted['refused']>([]);
  const take = (tieIds: readonly string[]) =>
    action.run(async () => {
      const adopted = await api().reference.adoptReferenceTies({ setId, office, tieIds: [...tieIds] });
      setRefused(adopted.refused);
      const undo = async () => {
        for (const tieId of adopted.kept) await giveBack(tieId, office);
        await queryClient.invalidateQueries();
      };
      if (adopted.kept.length > 0) toast({ text: t('reference.taken', { count: adopted.kept.length }), undo });
      await queryClient.invalidateQueries();
    });
  return { action, take, refused };
}

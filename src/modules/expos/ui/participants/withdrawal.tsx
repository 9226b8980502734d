// Withdrawing a participant, and taking it back in; nothing is deleted.
import { useQueryClient } from '@tanstack/react-query';
import { api, queries } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { TextAction } from '#design/button.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { useToast } from '#design/notices/toast.tsx';
import { useNaming } from '#design/named.tsx';
import { useAction } from '#client/use-action.ts';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';

interface WithdrawalProps {
  readonly edition: Edition;
  readonly participant: Participant;
  readonly onDone: () => void;
}

export function Withdrawal({ edition, participant, onDone }: WithdrawalProps) {
  const { t } = useText();
  const naming = useNaming();
  const toast = useToast();
  const queryClient = useQueryClient();
  const action = useAction();
  const withdrawn = participant.withdrawnAt !== null;
  const ids = { editionId: edition.id, participantId: participant.id };

  const set = async (wanted: 'out' | 'in', ifMatch: number) => {
    const { withdrawParticipant, reinstateParticipant } = api().expos;
    const saved = await (wanted === 'out' ? withdrawParticipant : reinstateParticipant)(ids, { context: { ifMatch } });
    await queryClient.invalidateQueries({ queryKey: queries().expos.key() });
    return saved;
  };
  const change = () =>
    action.run(async () => {
      const saved = await set(withdrawn ? 'in' : 'out', participant.version);
      onDone();
      const text = t(withdrawn ? 'expos.participant_back' : 'expos.participant_withdrawn', { name: naming(participant.name) });
      toast({ text, undo: () => set(withdrawn ? 'out' : 'in', saved.version) });
    });
  return (
    <>
      <TroubleNotice trouble={action.trouble} />
      <p>
        {withdrawn ? <b>{t('expos.is_withdrawn')} </b> : null}
        <TextAction onPress={change}>{t(withdrawn ? 'expos.take_back_in' : 'expos.withdraw')}</TextAction>
        {!withdrawn && <span className="note"> {t('expos.withdraw_note')}</span>}
      </p>
    </>
  );
}

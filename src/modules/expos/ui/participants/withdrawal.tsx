// Withdrawing a participant, and taking it back in; nothing is deleted.
import { useText } from '#client/language.ts';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TextAction } from '#design/button.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { useNaming } from '#design/named.tsx';
import type { Edition } from '../../contract/edition.ts';
import type { Participant } from '../../contract/roster.ts';
import { exposApi, exposQueries } from '../client.ts';

interface WithdrawalProps {
  readonly edition: Edition;
  readonly participant: Participant;
  readonly onDone: () => void;
}

export function Withdrawal({ edition, participant, onDone }: WithdrawalProps) {
  const { t } = useText();
  const naming = useNaming();
  const { keep, trouble } = useKeeping(exposQueries.key());
  const withdrawn = participant.withdrawnAt !== null;
  const ids = { editionId: edition.id, participantId: participant.id };
  const set = (wanted: 'out' | 'in', ifMatch: number) => {
    const { withdrawParticipant, reinstateParticipant } = exposApi;
    return (wanted === 'out' ? withdrawParticipant : reinstateParticipant)(ids, { context: { ifMatch } });
  };
  const change = () =>
    keep(() => set(withdrawn ? 'in' : 'out', participant.version), {
      said: t(withdrawn ? 'expos.participant_back' : 'expos.participant_withdrawn', { name: naming(participant.name) }),
      undo: ({ version }) => set(withdrawn ? 'out' : 'in', version),
      after: onDone,
    });
  return (
    <>
      <TroubleNotice trouble={trouble} />
      <p>
        {withdrawn ? <b>{t('expos.is_withdrawn')} </b> : null}
        <TextAction onPress={change}>{t(withdrawn ? 'expos.take_back_in' : 'expos.withdraw')}</TextAction>
        {!withdrawn && <span className="note"> {t('expos.withdraw_note')}</span>}
      </p>
    </>
  );
}

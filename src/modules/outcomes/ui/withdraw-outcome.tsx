// Taking an outcome out of sight, asked about first; whoever only reads never fetches it.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { Button } from '#design/button.tsx';
import { Confirm } from '#design/notices/dialog.tsx';
import { useToast } from '#design/notices/toast.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from './client.ts';

export function Withdraw({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const withdraw = async () => {
    try {
      await outcomesApi.withdrawOutcome(
        { outcomeId: outcome.id, confirmed: ['kernel.read_by_others'] },
        { context: { ifMatch: outcome.version } },
      );
    } catch {
      setRefused(true);
      return;
    }
    // Its page is left first: what is gone is not asked for once more.
    await navigate({ to: '/' });
    queryClient.removeQueries({ queryKey: outcomesQueries.getOutcome.key({ input: { outcomeId: outcome.id } }) });
    await queryClient.invalidateQueries({ queryKey: outcomesQueries.key() });
    toast({ text: t('outcomes.withdrawn') });
  };
  return (
    <p className="after noprint">
      <Button kind="text" onPress={() => setAsking(true)}>
        {t('outcomes.withdraw')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('outcomes.withdraw')}
        confirmText={t('outcomes.withdraw')}
        onConfirm={() => void withdraw()}
      >
        <p>{t(refused ? 'outcomes.withdraw_failed' : 'outcomes.withdraw_text')}</p>
      </Confirm>
    </p>
  );
}

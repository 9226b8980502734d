// Taking an outcome out of sight, with the reason; its page then says what became of it. Whoever only reads never fetches this.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button } from '#design/button.tsx';
import { TextField } from '#design/fields/field.tsx';
import { FormDialog } from '#design/fields/form-dialog.tsx';
import { textOf } from '#design/fields/text-of.ts';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesApi, outcomesQueries } from './client.ts';

export function Withdraw({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const action = useAction();
  const [asking, setAsking] = useState(false);
  const withdraw = (reason: string) =>
    action.run(async () => {
      await outcomesApi.withdrawOutcome(
        { outcomeId: outcome.id, reason, confirmed: ['kernel.read_by_others'] },
        { context: { ifMatch: outcome.version } },
      );
      await queryClient.resetQueries({ queryKey: outcomesQueries.getOutcome.key({ input: { outcomeId: outcome.id } }) });
      await queryClient.invalidateQueries({ queryKey: outcomesQueries.key() });
    });
  return (
    <p className="after noprint">
      <Button kind="text" onPress={() => setAsking(true)}>
        {t('outcomes.withdraw')}
      </Button>
      {asking && (
        <FormDialog
          title={t('outcomes.withdraw')}
          action={action}
          submit={t('outcomes.withdraw')}
          onSubmit={(entries) => void withdraw(textOf(entries, 'reason'))}
          onClose={() => setAsking(false)}
        >
          <p>{t('outcomes.withdraw_text')}</p>
          <TextField name="reason" label={t('outcomes.withdraw_reason')} hint={t('outcomes.withdraw_reason_hint')} />
        </FormDialog>
      )}
    </p>
  );
}

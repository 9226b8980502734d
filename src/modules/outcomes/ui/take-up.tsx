// What a third party relates to our tie: our desk decides whether it stands on the pages of the tie.
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';
import type { Outcome } from '../contract/shapes.ts';
import { outcomesApi } from './client.ts';

export function TakeUp({ outcome, taking }: { readonly outcome: Outcome; readonly taking: Outcome['takings'][number] }) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const { office, takesUp } = taking;
  const decide = (next: boolean) =>
    keep(() => outcomesApi.takeUpOutcome({ outcomeId: outcome.id, office, takesUp: next }), { said: t('outcomes.decided') });
  return (
    <>
      <p className="attention">{t(takesUp === null ? 'outcomes.waits' : takesUp ? 'outcomes.taken_up' : 'outcomes.left')}</p>
      <Buttons after>
        {takesUp !== true && (
          <Button busy={action.busy} onPress={() => void decide(true)}>
            {t('outcomes.take_up')}
          </Button>
        )}
        {takesUp !== false && (
          <Button kind="text" busy={action.busy} onPress={() => void decide(false)}>
            {t('outcomes.leave')}
          </Button>
        )}
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}

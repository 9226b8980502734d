// What a third party says of our tie or relates to it: our desk decides whether it stands on the pages of the tie.
import { useText } from '#client/language.ts';
import { Button, Buttons } from '#design/button.tsx';
import { useKeeping } from '#design/fields/use-keeping.ts';
import { TroubleNotice } from '#design/notices/notice.tsx';

interface TakeUpProps {
  /** null: nothing is decided yet. */
  readonly takesUp: boolean | null;
  readonly decide: (takesUp: boolean) => Promise<unknown>;
}

export function TakeUp({ takesUp, decide }: TakeUpProps) {
  const { t } = useText();
  const { keep, ...action } = useKeeping();
  const press = (next: boolean) => void keep(() => decide(next), { said: t('ties.decided') });
  return (
    <>
      <p className="attention">{t(takesUp === null ? 'ties.waits' : takesUp ? 'ties.taken_up' : 'ties.left')}</p>
      <Buttons after>
        {takesUp !== true && (
          <Button busy={action.busy} onPress={() => press(true)}>
            {t('ties.take_up')}
          </Button>
        )}
        {takesUp !== false && (
          <Button kind="text" busy={action.busy} onPress={() => press(false)}>
            {t('ties.leave')}
          </Button>
        )}
      </Buttons>
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}

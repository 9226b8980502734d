// What waits for the network, and what was refused when it came: each with the reason, until somebody has read it.
import type { Outbox } from '#client/outbox/use-outbox.ts';
import { useText } from '#client/language.ts';
import { Button } from '../button.tsx';
import { Notice } from './notice.tsx';

export function KeptNotice({
  outbox: { waiting, refused, drop },
}: {
  readonly outbox: Pick<Outbox<unknown>, 'waiting' | 'refused' | 'drop'>;
}) {
  const { t } = useText();
  return (
    <div role="status">
      {waiting.length > 0 && (
        <Notice kind="plain" heading={t('design.kept_waiting', { count: waiting.length })}>
          {waiting.map(({ told, words }) => (
            <p key={told}>
              {words}{' '}
              <Button kind="text" onPress={() => drop(told)}>
                {t('design.kept_take_back')}
              </Button>
            </p>
          ))}
        </Notice>
      )}
      {refused.map(({ told, words, problem }) => (
        <Notice
          key={told}
          kind="refused"
          heading={words}
          actions={
            <Button kind="text" onPress={() => drop(told)}>
              {t('design.kept_read')}
            </Button>
          }
        >
          {t('design.kept_refused', { reason: problem ?? '' })}
        </Notice>
      ))}
    </div>
  );
}

// Where the link of a mail leads that one may stop: one press switches it off, signed in or not.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { TroubleNotice } from '#design/notices/notice.tsx';
import { Title } from '#design/page.tsx';
import { citiesApi } from '../client.ts';
import { tokenSearch } from '#modules/accounts/ui/address.ts';

interface StopMailProps {
  readonly title: string;
  /** What one press does, and where it is taken back. */
  readonly means: string;
  readonly onStop: () => Promise<unknown>;
}

export function StopMail({ title, means, onStop }: StopMailProps) {
  const { t } = useText();
  const action = useAction();
  const [stopped, setStopped] = useState(false);
  const stop = () =>
    void action.run(async () => {
      await onStop();
      setStopped(true);
    });
  return (
    <>
      <Title title={title} />
      {stopped ? (
        <p role="status">{t('cities.stopped_mail')}</p>
      ) : (
        <>
          <p>{means}</p>
          <Buttons>
            <Button kind="go" busy={action.busy} onPress={stop}>
              {t('cities.stop_mail')}
            </Button>
          </Buttons>
        </>
      )}
      <TroubleNotice trouble={action.trouble} />
    </>
  );
}

/** /review-mail/off?token=… */
export function StopReviewMailPage() {
  const { t } = useText();
  const { token = '' } = tokenSearch(useSearch({ strict: false }));
  return (
    <StopMail
      title={t('cities.stop_review_mail')}
      means={t('cities.stop_review_mail_means')}
      onStop={() => citiesApi.stopReviewMail({ token })}
    />
  );
}

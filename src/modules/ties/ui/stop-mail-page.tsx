// Where the link of a weekly mail leads: one press switches it off, signed in or not.
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '#client/api.ts';
import { useText } from '#client/language.ts';
import { useAction } from '#client/use-action.ts';
import { Button, Buttons } from '#design/button.tsx';
import { Notice } from '#design/notice.tsx';
import { Title } from '#design/page.tsx';

/** /weekly-mail/off?token=… */
export function StopMailPage() {
  const { t } = useText();
  const { token } = useSearch({ from: '/weekly-mail/off' });
  const action = useAction();
  const [stopped, setStopped] = useState(false);
  const stop = () =>
    void action.run(async () => {
      await api().ties.stopWeeklyMail({ token });
      setStopped(true);
    });
  return (
    <>
      <Title title={t('ties.stop_mail_title')} />
      {stopped ? (
        <p role="status">{t('ties.stopped_mail')}</p>
      ) : (
        <>
          <p>{t('ties.stop_mail_text')}</p>
          <Buttons>
            <Button kind="go" busy={action.busy} onPress={stop}>
              {t('ties.stop_mail')}
            </Button>
          </Buttons>
        </>
      )}
      {action.trouble !== null && (
        <Notice kind="refused" live>
          {action.trouble.message}
        </Notice>
      )}
    </>
  );
}

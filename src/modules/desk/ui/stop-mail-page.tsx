// Where the link of a weekly mail leads.
import { useSearch } from '@tanstack/react-router';
import { useText } from '#client/language.ts';
import { StopMail } from '#modules/cities/ui/profile/stop-mail.tsx';
import { deskApi } from './client.ts';
import { tokenSearch } from '#modules/accounts/ui/address.ts';

/** /weekly-mail/off?token=… */
export function StopMailPage() {
  const { t } = useText();
  const { token = '' } = tokenSearch(useSearch({ strict: false }));
  return <StopMail title={t('desk.stop_mail_title')} means={t('desk.stop_mail_text')} onStop={() => deskApi.stopWeeklyMail({ token })} />;
}
